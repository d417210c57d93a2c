import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { fileStart, type Place } from '../lib/issue.ts';

/** The numbered things of a chapter: tag, what the reader calls it, and the prefix of its ids. */
export const labelKinds = {
  Equation: { name: '式', prefix: 'eq-' },
  Figure: { name: '图', prefix: 'fig-' },
  Table: { name: '表', prefix: 'tab-' },
  Listing: { name: '代码', prefix: 'lst-' },
  Exercise: { name: '练习', prefix: 'ex-' },
} as const;

export type LabelTag = keyof typeof labelKinds;

export interface Label extends Place {
  readonly tag: LabelTag;
  /** Empty where the author forgot it (an issue). */
  readonly id: string;
  /** 1-based, counted by kind within the chapter. */
  readonly number: number;
}

/** What others may say of a label: not where it stands, which every line above it moves. */
export type LabelName = Pick<Label, 'tag' | 'number'>;

/** How many numbered exercises a text sets. */
export function countExercises(labels: readonly Pick<Label, 'tag'>[]): number {
  return labels.filter(({ tag }) => tag === 'Exercise').length;
}

export type JsxNode = MdxJsxFlowElement | MdxJsxTextElement;

export function isJsx(node: { readonly type: string }): node is JsxNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** A string attribute of a tag; `undefined` where it is missing or not a plain string. */
export function attribute(node: JsxNode, name: string): string | undefined {
  const found = node.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

export function setAttribute(node: JsxNode, name: string, value: string): void {
  const rest = node.attributes.filter((item) => item.type !== 'mdxJsxAttribute' || item.name !== name);
  node.attributes = [...rest, { type: 'mdxJsxAttribute', name, value }];
}

function isLabelTag(name: string | null): name is LabelTag {
  return name !== null && Object.hasOwn(labelKinds, name);
}

/** 「式 (3)」: equations carry their number in brackets, as in print. */
export function labelText({ tag, number }: LabelName): string {
  return tag === 'Equation' ? `式 (${number})` : `${labelKinds[tag].name} ${number}`;
}

/** Every numbered tag of a chapter, in order. */
export function collectLabels(tree: Root): ReadonlyMap<JsxNode, Label> {
  const counts = new Map<LabelTag, number>();
  const found = new Map<JsxNode, Label>();
  visit(tree, (node) => {
    if (!isJsx(node) || !isLabelTag(node.name)) return;
    const number = (counts.get(node.name) ?? 0) + 1;
    counts.set(node.name, number);
    found.set(node, {
      tag: node.name, id: attribute(node, 'id') ?? '', number, ...(node.position?.start ?? fileStart),
    });
  });
  return found;
}
