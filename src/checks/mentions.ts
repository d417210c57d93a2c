import { didYouMean } from '../lib/nearest.ts';
import { eachText, isUnread, issueIn } from './check.ts';

/** Every `<Chapter>` names a chapter of the outline; it may be planned. */
export const chapterMentions = eachText(({ file, facts }, { entries }, around) => facts.chapterRefs
  .filter(({ value }) => value !== '' && !value.startsWith('{') && !entries.has(value) && !isUnread(value, around))
  .map((use) => issueIn(file, use, `<Chapter> 的 id「${use.value}」不在目录里`,
    `${didYouMean(use.value, entries.keys())}章 id 见 content/*/_part.yaml，写成 部分/节/章。`)));
