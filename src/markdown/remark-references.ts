import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { chapterPath } from '../lib/paths.ts';
import type { BookContext, BookOptions } from './context.ts';
import { attribute, collectLabels, labelText, type JsxNode, type Label } from './labels.ts';
import { chapterOf, element, link, replaceTags, words } from './nodes.ts';

interface Scope {
  readonly book: BookContext;
  readonly file: VFile;
  readonly chapter: string;
  /** Labels of this chapter, by id: from the tree, which may be newer than the book. */
  readonly own: ReadonlyMap<string, Label>;
}

function toLabel(node: JsxNode, { book, file, chapter, own }: Scope) {
  const to = attribute(node, 'to') ?? '';
  const [elsewhere, id] = to.includes('#') ? to.split('#', 2) as [string, string] : [chapter, to];
  const here = elsewhere === chapter;
  const label = here ? own.get(id) : book.label(elsewhere, id);
  if (label === undefined) {
    const known = here ? `本章有：${[...own.keys()].join('、') || '（一个也没有）'}` : '写法是 <Ref to="章 id#标签 id" />，那一章要已经写成';
    return file.fail(`<Ref to="${to}" /> 指向的标签不存在。${known}。`, node);
  }
  const text = labelText(label);
  if (here) return link(`#${id}`, { className: ['ref'] }, words(text));
  return link(`${chapterPath(elsewhere)}#${id}`, { className: ['ref'] },
    words(`《${book.chapter(elsewhere)?.title ?? elsewhere}》`), element('span', { className: ['nobreak'] }, [words(text)]));
}

function toChapter(node: JsxNode, { book, file }: Scope) {
  const id = attribute(node, 'id') ?? '';
  const chapter = book.chapter(id);
  if (chapter === undefined) {
    return file.fail(`<Chapter id="${id}" /> 指向的章不在目录里：核对 content/*/_part.yaml 里的 id。`, node);
  }
  if (chapter.written) return link(chapterPath(id), { className: ['chapter-link'] }, words(chapter.title));
  return element('span', { className: ['chapter-planned'] },
    [words(chapter.title), element('span', { className: ['planned-mark'] }, [words('（计划中）')])]);
}

/** Turns `<Ref>` and `<Chapter>` into links with the words that the reader sees. */
export const remarkReferences: Plugin<[BookOptions], Root> = ({ book, content }) => (tree, file) => {
  const own = new Map([...collectLabels(tree).values()].map((label) => [label.id, label]));
  const scope: Scope = { book: book(), file, chapter: chapterOf(file, content), own };
  replaceTags(tree, 'Ref', (node) => toLabel(node, scope));
  replaceTags(tree, 'Chapter', (node) => toChapter(node, scope));
};
