import type { Heading } from '../markdown/headings.ts';
import { eachText, issueIn } from './check.ts';

type Complaint = readonly [message: string, hint: string];

/** 「3. 缩放」「一、缩放」 but not 「2017 年」 or 「3.5 版」. */
const typedNumber = /^(?:\d+(?:\.\d+)*[.、．](?!\d)|[一二三四五六七八九十]+、|第[一二三四五六七八九十\d]+[章节][ ：:])/;

function complaints(heading: Heading, before: Heading | undefined): Complaint[] {
  const { depth, text } = heading;
  if (text === '') return [['标题是空的', '写上标题，或删去这一行的 #。']];
  if (depth === 1) return [[`正文里写了一级标题「${text}」`, '一级标题由 front matter 的 title 生成；正文从 ## 开始。']];
  const found: Complaint[] = [];
  const previous = before?.depth ?? 1;
  if (depth > previous + 1) {
    found.push([`标题「${text}」是 ${'#'.repeat(depth)}，前一级只到 ${'#'.repeat(previous)}`,
      `写成 ${'#'.repeat(previous + 1)}：标题逐级加深，不跳级。`]);
  }
  if (typedNumber.test(text)) found.push([`标题「${text}」自己写了编号`, '删去编号：编号由页面自动加上。']);
  return found;
}

/** Sections begin at `##`, deepen by one step, are named, unnumbered and unique, and stand outside of tags. */
export const headings = eachText(({ file, facts }) => {
  const seen = new Map<string, Heading>();
  const inOrder = facts.headings.flatMap((heading, index) => {
    const found = complaints(heading, facts.headings[index - 1]);
    const twin = seen.get(heading.text);
    if (twin === undefined) seen.set(heading.text, heading);
    else if (heading.text !== '') {
      found.push([`标题「${heading.text}」与第 ${twin.line} 行的重复`, '换一个说法：同名标题的链接会指错地方。']);
    }
    return found.map(([message, hint]) => issueIn(file, heading, message, hint));
  });
  return [...inOrder, ...facts.strayHeadings.map((heading) =>
    issueIn(file, heading, `标题「${heading.value}」写在标签、列表或引用里面`, '移到外面，或改成 **加粗** 的一行。'))];
});
