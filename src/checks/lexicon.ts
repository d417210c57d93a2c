import { spellings, termFinder } from '../book/lexicon.ts';
import type { Book } from '../book/model.ts';
import type { Term } from '../book/schema.ts';
import type { Issue } from '../lib/issue.ts';
import { didYouMean } from '../lib/nearest.ts';
import { yamlPlaces } from '../lib/yaml.ts';
import { isUnread, issueIn, someTextUnread, type Check, type Surroundings } from './check.ts';

const file = 'lexicon.yaml';

type Complain = (path: readonly PropertyKey[], message: string, hint: string) => Issue;

function complainer({ files }: Surroundings): Complain {
  const found = files.get(file);
  const placeOf = yamlPlaces(found?.text ?? '');
  return (path, message, hint) => issueIn(found?.name ?? file, placeOf(path), message, hint);
}

function orderIssues(terms: readonly Term[], complain: Complain): Issue[] {
  return terms.flatMap(({ id }, index) => {
    const before = terms[index - 1]?.id ?? '';
    if (id > before) return [];
    return [id === before
      ? complain([index, 'id'], `术语 id「${id}」重复`, '合并这两条，或给其中一条换一个 id。')
      : complain([index, 'id'], `术语「${id}」排在「${before}」之后`, '按 id 的字母顺序排列：移到它前面去。')];
  });
}

/** Spellings are told apart without case, as they are found in text. A name that is Latin in Chinese too stands in both fields. */
function spellingIssues(terms: readonly Term[], complain: Complain): Issue[] {
  const owners = new Map<string, string>();
  return terms.flatMap(({ id, zh, en, abbr, aliases, typed }, index) => {
    const fields: (readonly [path: readonly PropertyKey[], word: string])[] = [
      [['zh'], zh], ...(en === zh ? [] : [[['en'], en] as const]), ...(abbr === undefined ? [] : [[['abbr'], abbr] as const]),
      ...aliases.map((alias, place) => [['aliases', place], alias] as const),
      ...typed.map((spelling, place) => [['typed', place], spelling] as const),
    ];
    return fields.flatMap(([path, word]) => {
      const owner = owners.get(word.toLowerCase());
      owners.set(word.toLowerCase(), owner ?? id);
      return owner === undefined ? [] : [complain([index, ...path], `写法「${word}」已属于术语「${owner}」`,
        owner === id ? '删去重复的写法；大小写不同算同一个。' : '一个写法只能指一个术语：删去其中一处，或写得更具体。')];
    });
  });
}

function homeIssues({ lexicon, entries }: Book, around: Surroundings, complain: Complain): Issue[] {
  return lexicon.flatMap(({ home }, index) => (entries.has(home) || isUnread(home, around) ? [] : [
    complain([index, 'home'], `术语的 home「${home}」不在目录里`,
      `${didYouMean(home, entries.keys())}写目录里的章 id（部分/节/章），计划中的章也可以。`)]));
}

/** Ids of terms whose written home does not mention them; nearly always none. */
function strangersAtHome({ lexicon, entries }: Book): Term[] {
  return lexicon.filter((term) => {
    const home = entries.get(term.home);
    if (home?.kind !== 'written') return false;
    const find = termFinder([term]);
    return !home.facts.prose.some(({ text }) => find(text).length > 0);
  });
}

function unusedIssues(book: Book, complain: Complain): Issue[] {
  const suspects = strangersAtHome(book);
  const find = termFinder(suspects);
  const mentioned = new Set(book.chapters.flatMap(({ facts }) => facts.prose.flatMap(({ text }) => find(text).map(({ term }) => term.id))));
  return suspects.filter(({ id }) => !mentioned.has(id)).map((term) => complain([book.lexicon.indexOf(term), 'id'],
    `术语「${term.id}」没有一章提到`, `在 ${term.home} 里写出 ${spellings(term).join('、')} 之一，或删去这一条。`));
}

/** Terms are sorted, unique in id and spelling, have a home in the outline and are used. */
export const lexicon: Check = (book, around) => {
  const complain = complainer(around);
  return [
    ...orderIssues(book.lexicon, complain), ...spellingIssues(book.lexicon, complain),
    ...homeIssues(book, around, complain), ...(someTextUnread(around) ? [] : unusedIssues(book, complain)),
  ];
};
