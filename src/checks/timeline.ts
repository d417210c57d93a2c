import { didYouMean } from '../lib/nearest.ts';
import type { Issue } from '../lib/issue.ts';
import { yamlPlaces } from '../lib/yaml.ts';
import { isUnread, issueIn, type Check } from './check.ts';
import { bibliography } from './citations.ts';

const file = 'timeline.yaml';

/** Events stand in time order, each with its chapter and its source. */
export const timeline: Check = (book, around) => {
  const found = around.files.get(file);
  const placeOf = yamlPlaces(found?.text ?? '');
  const complain = (path: readonly PropertyKey[], message: string, hint: string): Issue =>
    issueIn(found?.name ?? file, placeOf(path), message, hint);
  return book.timeline.flatMap(({ date, title, chapter, cite }, index) => {
    const before = book.timeline[index - 1];
    return [
      ...(before !== undefined && date < before.date ? [complain([index, 'date'],
        `「${title}」（${date}）排在「${before.title}」（${before.date}）之后`, '按时间先后排列：移到它前面去。')] : []),
      ...(book.entries.has(chapter) || isUnread(chapter, around) ? [] : [complain([index, 'chapter'],
        `章「${chapter}」不在目录里`, `${didYouMean(chapter, book.entries.keys())}写目录里的章 id，计划中的章也可以。`)]),
      ...(book.references.has(cite) || around.unread.has(bibliography) ? [] : [complain([index, 'cite'],
        `文献「${cite}」不在 references.bib 里`,
        `${didYouMean(cite, book.references.keys())}先在 content/references.bib 里写下这条文献。`)]),
    ];
  });
};
