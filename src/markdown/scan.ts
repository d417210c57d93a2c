import type { Code, Nodes, Parents, Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { toString } from 'mdast-util-to-string';
import type { Position } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import { fileStart, type Place } from '../lib/issue.ts';
import type { ChapterFacts, Fence, Formula } from './facts.ts';
import { collectHeadings } from './headings.ts';
import { attribute, collectLabels, isJsx, type JsxNode } from './labels.ts';

export type * from './facts.ts';

type Collected = { -readonly [Key in keyof ChapterFacts]: ChapterFacts[Key][number][] };

const start = (node: { readonly position?: Position | undefined }): Place => {
  const at = node.position?.start ?? fileStart;
  return { line: at.line, column: at.column };
};

const nameOf = (node: Nodes): string => (isJsx(node) ? node.name ?? '' : node.type);

function collectTag(node: JsxNode, parent: Parents | undefined, into: Collected): void {
  const at = start(node);
  const attributes: Record<string, string> = {};
  for (const item of node.attributes) {
    const written = item.type === 'mdxJsxAttribute' ? item.value : item;
    const script = typeof written === 'object' && written !== null ? `{${written.value}}` : undefined;
    if (item.type === 'mdxJsxAttribute') attributes[item.name] = script ?? (typeof written === 'string' ? written : '');
    if (script !== undefined) into.scripts.push({ ...start(item), value: script });
  }
  into.tags.push({
    ...at, name: nameOf(node), attributes, block: node.type === 'mdxJsxFlowElement',
    parent: parent !== undefined && isJsx(parent) ? nameOf(parent) : '', holds: node.children.map(nameOf),
  });
  if (node.name === 'Ref') into.refs.push({ ...at, value: attribute(node, 'to') ?? '' });
  if (node.name === 'Chapter') into.chapterRefs.push({ ...at, value: attribute(node, 'id') ?? '' });
  if (node.name === 'Cite') into.citations.push({ ...at, value: attribute(node, 'id') ?? '' });
}

function fence(node: Code, before: Nodes | undefined): Fence {
  return {
    ...start(node), language: node.lang ?? '', meta: node.meta ?? '', code: node.value,
    follows: before?.type === 'code' ? before.lang ?? '' : '',
    range: [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0],
  };
}

function formula(node: Math | InlineMath): Formula {
  const { start: from, end: to } = node.position ?? {};
  return { ...start(node), tex: node.value, display: node.type === 'math', range: [from?.offset ?? 0, to?.offset ?? 0] };
}

/** What a node other than a heading, a tag or text adds to the facts. */
function collect(node: Nodes, before: Nodes | undefined, into: Collected): void {
  switch (node.type) {
    case 'link':
      into.links.push({ ...start(node), value: node.url, text: toString(node) });
      break;
    case 'definition':
      into.links.push({ ...start(node), value: node.url, text: node.label ?? node.identifier });
      break;
    case 'image':
      into.images.push({ ...start(node), url: node.url, alt: node.alt ?? '' });
      break;
    case 'code':
      into.fences.push(fence(node, before));
      break;
    case 'math':
    case 'inlineMath':
      into.formulas.push(formula(node));
      break;
    case 'footnoteReference':
      into.footnotes.push({ ...start(node), value: node.label ?? node.identifier });
      break;
    case 'footnoteDefinition':
      into.footnoteTexts.push({ ...start(node), value: node.label ?? node.identifier });
      break;
    case 'mdxjsEsm':
      into.scripts.push({ ...start(node), value: node.value });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      into.scripts.push({ ...start(node), value: `{${node.value}}` });
      break;
  }
}

/** Collects the facts of a parsed chapter in one walk. */
export function scan(tree: Root): ChapterFacts {
  const headings = collectHeadings(tree);
  const into: Collected = {
    headings: [...headings.values()], labels: [...collectLabels(tree).values()], refs: [], chapterRefs: [],
    citations: [], links: [], images: [], fences: [], formulas: [], tags: [], prose: [],
    strayHeadings: [], scripts: [], footnotes: [], footnoteTexts: [],
  };
  let section = '';
  visit(tree, (node, index, parent) => {
    if (node.type === 'yaml') return SKIP;
    if (node.type === 'heading') {
      const heading = headings.get(node);
      if (heading === undefined) into.strayHeadings.push({ ...start(node), value: toString(node) });
      if (node.depth === 2 && heading !== undefined) section = heading.id;
    } else if (node.type === 'text') into.prose.push({ ...start(node), section, text: node.value });
    else if (isJsx(node)) collectTag(node, parent, into);
    else collect(node, index === undefined || index === 0 ? undefined : parent?.children[index - 1], into);
    return undefined;
  });
  return into;
}
