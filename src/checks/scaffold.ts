import { isMap, isSeq, parseDocument, stringify, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Book, Part } from '../book/model.ts';
import type { ReadResult } from '../book/read.ts';
import { chapterId } from '../book/schema.ts';
import { didYouMean } from '../lib/nearest.ts';

/** What `npm run new` has to write, or why it refuses; paths are below the content folder. */
export type Scaffold =
  | { readonly ok: true; readonly files: readonly { readonly path: string; readonly text: string }[] }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const refuse = (message: string, hint: string): Scaffold => ({ ok: false, message, hint });

/** A chapter that passes every check and says in its own words what is still to be written. */
function chapterText(id: string, { entries }: Book): string {
  const entry = entries.get(id);
  const head = stringify({
    title: entry?.title ?? id.slice(id.lastIndexOf('/') + 1),
    summary: '待写：用一句话说清读完这一章能做到什么。',
    level: 'core',
    ...(entry === undefined || entry.requires.length === 0 ? {} : { requires: [...entry.requires] }),
  }, { lineWidth: 0 });
  return `---\n${head}---\n\n` +
    '待写：先给一个读者遇得到的情形，让人看到没有这一章的方法会卡在哪里。\n\n' +
    '## 一个能用手算的例子\n\n待写：最小的数字，每一步都算出来。\n\n' +
    '## 来源与延伸\n\n待写：逐一说明每个一手来源给了什么，并引用它。\n';
}

function chaptersOf(document: Document, part: Part, group: string): YAMLSeq | undefined {
  const sections: unknown = document.get('sections');
  const holder = part.divided && isSeq(sections)
    ? sections.items.find((item) => isMap(item) && `${part.id}/${String(item.get('id'))}` === group)
    : document.contents;
  const chapters: unknown = isMap(holder) ? holder.get('chapters') : undefined;
  return isSeq(chapters) ? chapters : undefined;
}

/** Leaves of a planned entry its id and the comments that stand on lines of their own. */
function reduce(text: string, entry: YAMLMap): string {
  const [from = 0, to = 0] = entry.range ?? [];
  const id = `id: ${String(entry.get('id'))}`;
  if (entry.flow === true) return `${text.slice(0, from)}{ ${id} }${text.slice(to)}`;
  const comments = text.slice(from, to).split('\n').filter((line) => /^\s*#/.test(line));
  return `${text.slice(0, from)}${[id, ...comments].join('\n')}\n${text.slice(to)}`;
}

/** Adds an id after the last entry, on a line like the one before it. */
function append(text: string, document: Document, chapters: YAMLSeq, name: string): string {
  const last = chapters.items.at(-1);
  const [from = 0, to = 0] = isMap(last) ? last.range ?? [] : [];
  const dash = text.slice(text.lastIndexOf('\n', from) + 1, from);
  if (!/^\s*-\s+$/.test(dash)) {
    chapters.add(document.createNode({ id: name }));
    return document.toString({ lineWidth: 0 });
  }
  const lineEnd = text[to - 1] === '\n' ? to : text.indexOf('\n', to) + 1 || text.length;
  const before = text.slice(0, lineEnd);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${dash}id: ${name}\n${text.slice(lineEnd)}`;
}

/** The part's YAML with the chapter as a written one. */
function outlineText(text: string, part: Part, group: string, name: string): string {
  const document = parseDocument(text);
  const chapters = chaptersOf(document, part, group);
  if (chapters === undefined) return text;
  const entry = chapters.items.find((item) => isMap(item) && item.get('id') === name);
  return isMap(entry) ? reduce(text, entry) : append(text, document, chapters, name);
}

/** A new chapter: its file from the planned entry of the outline, and the outline with the entry reduced to its id. */
export function scaffold(id: string, { book, files, unread }: Pick<ReadResult, 'book' | 'files' | 'unread'>): Scaffold {
  if (!chapterId.safeParse(id).success) {
    return refuse(`「${id}」不是章 id`, '写成 部分/节/章 或 部分/章，只用小写字母、数字和连字符，例如 llm/transformer/masks。');
  }
  const path = `${id}.mdx`;
  const [partId = ''] = id.split('/');
  const outline = files.find((file) => file.path === `${partId}/_part.yaml`);
  if (files.some((file) => file.path === path)) return refuse(`content/${path} 已经存在`, '直接编辑它；要重写就先删去它。');
  if (unread.has(`${partId}/_part.yaml`)) return refuse(`${outline?.name ?? ''} 有错误`, '先运行 npm run check，改好它再来。');
  const part = book.parts.find((candidate) => candidate.id === partId);
  const parts = book.parts.map((candidate) => candidate.id);
  if (part === undefined || outline?.text === undefined) {
    return refuse(`没有「${partId}」这一部分`,
      `${didYouMean(partId, parts)}已有的部分：${parts.join('、')}；新的部分要先写 content/${partId}/_part.yaml（order、title、promise、sections）。`);
  }
  const group = id.slice(0, id.lastIndexOf('/'));
  const groups = part.sections.map((section) => section.id);
  if (!groups.includes(group)) {
    return refuse(`「${part.title}」里没有 ${group}`,
      `${didYouMean(group, groups)}章可以放在：${groups.join('、')}${part.divided
        ? `；新的节要先在 ${outline.name} 的 sections 里写 id、title、promise、chapters。` : '。'}`);
  }
  return { ok: true, files: [
    { path, text: chapterText(id, book) },
    { path: outline.path, text: outlineText(outline.text, part, group, id.slice(group.length + 1)) },
  ] };
}
