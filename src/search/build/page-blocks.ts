import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { mathText } from './math-text.ts';
import { asCode, asMath, type Block } from './search-copy.ts';

const skippedClasses = new Set([
  'heading-anchor', 'heading-number', 'code-copy', 'code-output-label', 'equation-number', 'source-back', 'facts', 'requires', 'number', 'katex-html', 'figure-body',
]);
const skippedTags = new Set(['script', 'style', 'template', 'button', 'svg', 'nav', 'input']);
const blockTags = new Set(['p', 'li', 'tr', 'dt', 'dd', 'figcaption', 'summary', 'blockquote', 'div', 'figure', 'section', 'aside', 'details', 'header', 'ol', 'ul', 'table', 'pre']);

const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : [];

const isSkipped = (element: Element): boolean =>
  element.properties['hidden'] === true || skippedTags.has(element.tagName) || classesOf(element).some((name) => skippedClasses.has(name));

function findElement(node: Nodes, wanted: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && wanted(node)) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = findElement(child, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

const rawText = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(rawText).join('') : '';

/** Rows of digits are no text that anyone searches; they would fill the index. */
const outputText = (pre: Element): string => rawText(pre).split('\n').filter((line) => /\p{Script=Han}|[a-z]{3}/iu.test(line)).join('\n');

function inlineText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isSkipped(node)) return '';
  if (classesOf(node).includes('katex')) {
    const math = findElement(node, ({ tagName }) => tagName === 'math');
    return math === undefined ? '' : asMath(mathText(math).trim());
  }
  if (node.tagName === 'code') return asCode(rawText(node));
  const text = node.children.map(inlineText).join('');
  return node.tagName === 'td' || node.tagName === 'th' ? `${text} ` : text;
}

class Collector {
  readonly blocks: Block[] = [];
  private run = '';

  flush(): void {
    const text = this.run.replace(/\s+/g, ' ').trim();
    if (text !== '') this.blocks.push({ kind: 'text', text });
    this.run = '';
  }

  add(node: ElementContent): void {
    if (node.type !== 'element') {
      if (node.type === 'text') this.run += node.value;
      return;
    }
    if (isSkipped(node)) return;
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level !== undefined) this.heading(node, Number(level));
    else if (node.tagName === 'pre') this.preformatted(node);
    else if (blockTags.has(node.tagName)) {
      this.flush();
      for (const child of node.children) this.add(child);
      if (node.tagName === 'td' || node.tagName === 'th') this.run += ' ';
      this.flush();
    } else if (node.children.some((child) => child.type === 'element' && blockTags.has(child.tagName))) {
      for (const child of node.children) this.add(child);
    } else this.run += inlineText(node);
  }

  private heading(node: Element, depth: number): void {
    this.flush();
    const text = node.children.map(inlineText).join('').replace(/[\uE000-\uE003]/g, '').replace(/\s+/g, ' ').trim();
    this.blocks.push({ kind: 'heading', depth, id: String(node.properties['id'] ?? ''), text });
  }

  private preformatted(node: Element): void {
    this.flush();
    this.run = asCode(classesOf(node).includes('astro-code') ? rawText(node) : outputText(node));
    this.flush();
  }
}

/** The text of a built chapter page, without navigation, doubled formulas and controls; `undefined` where the page holds none. */
export function pageBlocks(html: string): Block[] | undefined {
  const body = findElement(fromHtml(html), ({ properties }) => properties['dataPagefindBody'] !== undefined);
  if (body === undefined) return undefined;
  const collector = new Collector();
  for (const child of body.children) collector.add(child);
  collector.flush();
  return collector.blocks;
}
