import type { Element, ElementContent, Nodes, Properties } from 'hast';

/** In the order that HTML reads: name, properties, children. */
export function html(tagName: string, properties: Properties, ...children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

export function hasClass(node: Nodes | undefined, name: string): boolean {
  if (node?.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

/** Whether a node is the author's tag of that name. */
export function isTag(node: Nodes | undefined, name: string): boolean {
  return node?.type === 'mdxJsxFlowElement' && node.name === name;
}
