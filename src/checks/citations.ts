import { didYouMean } from '../lib/nearest.ts';
import { eachText, issueIn, someTextUnread, textsOf, type Check } from './check.ts';

export const bibliography = 'references.bib';

/** Every `<Cite>` names an entry of the bibliography. */
export const citations = eachText(({ file, facts }, { references }, { unread }) => (unread.has(bibliography) ? [] : facts.citations
  .filter(({ value }) => value !== '' && !value.startsWith('{') && !references.has(value))
  .map((use) => issueIn(file, use, `<Cite> 的 id「${use.value}」不在 references.bib 里`,
    `${didYouMean(use.value, references.keys())}先在 content/references.bib 里写下这条文献。`))));

/** Every entry of the bibliography is cited, by a text or by the timeline. */
export const unusedReferences: Check = (book, around) => {
  if (someTextUnread(around) || ['timeline.yaml', bibliography].some((path) => around.unread.has(path))) return [];
  const used = new Set(textsOf(book).flatMap(({ facts }) => facts.citations.map(({ value }) => value)));
  for (const { cite } of book.timeline) used.add(cite);
  const name = around.files.get(bibliography)?.name ?? bibliography;
  return [...book.references.values()].filter(({ key }) => !used.has(key)).map((reference) =>
    issueIn(name, reference, `文献「${reference.key}」没有人引用`, `在正文里用 <Cite id="${reference.key}" /> 引用它，或删去这一条。`));
};
