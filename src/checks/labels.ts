import type { Chapter } from '../book/model.ts';
import type { Issue } from '../lib/issue.ts';
import { didYouMean } from '../lib/nearest.ts';
import type { Use } from '../markdown/facts.ts';
import { labelKinds, type Label } from '../markdown/labels.ts';
import { eachText, isUnread, issueIn, textsOf, type Check, type Surroundings, type Text } from './check.ts';

const howTo = '同一章写 <Ref to="eq-…" />，别的章写 <Ref to="llm/transformer/masks#eq-…" />。';

/** Chapter and label that a `<Ref>` of a text points to. */
function target(text: Text, { value }: Use): readonly [chapter: string, label: string] {
  const [first = '', second] = value.split('#');
  return second === undefined ? [text.id, first] : [first, second];
}

function missing(text: Text, ref: Use, owner: Text | undefined, label: string): Issue {
  const known = (owner?.facts.labels ?? []).map(({ id }) => id).filter((id) => id !== '');
  const where = owner === text ? '本章' : `《${owner?.title ?? ''}》`;
  return issueIn(text.file, ref, `<Ref> 指向的「${ref.value}」不存在`,
    `${didYouMean(label, known)}${where}的标签：${known.join('、') || '一个也没有'}。`);
}

function refIssues(text: Text, owners: ReadonlyMap<string, Text>, chapters: readonly string[], around: Surroundings): Issue[] {
  return text.facts.refs.flatMap((ref) => {
    const [chapter, label] = target(text, ref);
    if (ref.value === '' || ref.value.startsWith('{') || isUnread(chapter, around)) return [];
    const owner = owners.get(chapter);
    if (owner !== undefined) return owner.facts.labels.some(({ id }) => id === label) ? [] : [missing(text, ref, owner, label)];
    if (chapter === '') return [issueIn(text.file, ref, `<Ref> 的 to「${ref.value}」在 # 前面没有章`, howTo)];
    const planned = chapters.includes(chapter);
    return [planned
      ? issueIn(text.file, ref, `<Ref> 指向还没有写成的章 ${chapter}`, `写成 <Chapter id="${chapter}" />。`)
      : issueIn(text.file, ref, `<Ref> 指向不存在的章 ${chapter}`, `${didYouMean(chapter, chapters)}${howTo}`)];
  });
}

/** Every `<Ref>` leads to a label that exists. */
export const refs: Check = (book, around) => {
  const owners = new Map(textsOf(book).map((text) => [text.id, text]));
  const chapters = [...book.entries.keys()];
  return textsOf(book).flatMap((text) => refIssues(text, owners, chapters, around));
};

/** `<Ref>` prints 「练习 3」 whole, so the kind is not written before it once more. */
export const doubledKinds: Check = (book) => {
  const owners = new Map(textsOf(book).map((text) => [text.id, text]));
  return textsOf(book).flatMap((text) => {
    const lines = text.source.split('\n');
    return text.facts.refs.flatMap((ref) => {
      const [chapter, id] = target(text, ref);
      const label = owners.get(chapter)?.facts.labels.find((candidate) => candidate.id === id);
      if (label === undefined) return [];
      const { name } = labelKinds[label.tag];
      const before = lines[ref.line - 1]?.slice(0, ref.column - 1).trimEnd() ?? '';
      return before.endsWith(name)
        ? [issueIn(text.file, ref, `<Ref> 自己会写出「${name}」，这里写了两遍`, `删去 <Ref> 前面的「${name}」。`)] : [];
    });
  });
};

/** A label is given once in its chapter. */
export const duplicateLabels = eachText(({ file, facts }) => {
  const seen = new Map<string, Label>();
  return facts.labels.filter(({ id }) => id !== '').flatMap((label) => {
    const twin = seen.get(label.id);
    if (twin === undefined) seen.set(label.id, label);
    return twin === undefined ? [] : [issueIn(file, label,
      `id「${label.id}」与第 ${twin.line} 行的重复`, '给其中一个换个名字，并改掉指向它的 <Ref>。')];
  });
});

/** A numbered thing is spoken of; exercises speak for themselves. */
export const unusedLabels: Check = (book, around) => {
  const used = new Set<string>();
  for (const text of textsOf(book)) {
    for (const ref of text.facts.refs) used.add(target(text, ref).join('#'));
    for (const { value } of text.facts.links) if (value.startsWith('#')) used.add(`${text.id}${value}`);
  }
  if ([...around.unread].some((path) => path.endsWith('.mdx'))) return [];
  return textsOf(book).flatMap(({ id: chapter, file, facts }: Pick<Chapter, 'id' | 'file' | 'facts'>) => facts.labels
    .filter(({ tag, id }) => tag !== 'Exercise' && id !== '' && !used.has(`${chapter}#${id}`))
    .map((label) => issueIn(file, label, `正文没有提到${labelKinds[label.tag].name}「${label.id}」`,
      `在正文里用 <Ref to="${label.id}" /> 提到它${label.tag === 'Equation' ? '；不需要编号的公式去掉 <Equation>' : ''}。`)));
};
