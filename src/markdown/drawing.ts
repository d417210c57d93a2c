import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** What `src/examples/figures.py` draws with → the theme's token of the same colour. */
const inks: Readonly<Record<string, string>> = {
  '#24211c': '--ink', '#8a8378': '--blocked',
  '#0b5fa5': '--query', '#a84300': '--key', '#00704f': '--value', '#6a4fa3': '--score', '#8c2f75': '--weight', '#5a5a00': '--output',
};
const unwanted = new Set(['metadata', 'style', 'title']);

/** Colours follow the theme, and letters the page. */
function themed(style: string): string {
  return style
    .replace(/#[0-9a-f]{6}\b/gi, (colour) => (inks[colour.toLowerCase()] === undefined ? colour : `var(${inks[colour.toLowerCase()]})`))
    .replace(/(?:'DejaVu Sans'|DejaVu Sans)(?:\s*,\s*[^;]*)?/g, 'var(--font-text)');
}

function rename(node: Element, prefix: string): void {
  const { properties } = node;
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value !== 'string') continue;
    if (key === 'id') properties[key] = prefix + value;
    else if ((key === 'href' || key === 'xLinkHref') && value.startsWith('#')) properties[key] = `#${prefix}${value.slice(1)}`;
    else properties[key] = value.replace(/url\(#/g, `url(#${prefix}`);
  }
  if (properties['xLinkHref'] !== undefined) {
    properties['href'] = properties['xLinkHref'];
    delete properties['xLinkHref'];
  }
  if (typeof properties['style'] === 'string') properties['style'] = themed(properties['style']);
}

/**
 * A Matplotlib drawing as part of the page: in the theme's colours, every id and every reference to one begun with
 * `prefix`, without what concerns a file of its own (metadata, a style sheet that would reach the whole page).
 * `undefined` where the source holds no `<svg>`.
 */
export function inlineDrawing(source: string, prefix: string): Element | undefined {
  const tree = fromHtml(source.replace(/<\?xml[\s\S]*?\?>|<!DOCTYPE[\s\S]*?>/g, ''), { fragment: true });
  const svg = tree.children.find((node): node is Element => node.type === 'element' && node.tagName === 'svg');
  if (svg === undefined) return undefined;
  visit(svg, 'element', (node) => {
    rename(node, prefix);
    node.children = node.children.filter((child: ElementContent) =>
      child.type !== 'comment' && (child.type !== 'element' || !unwanted.has(child.tagName)));
  });
  const { xmlns: _space, xmlnsXLink: _link, version: _version, ...properties } = svg.properties;
  // What the removed style sheet said of everything.
  svg.properties = { ...properties, strokeLineJoin: 'round', strokeLineCap: 'butt', ariaHidden: 'true', focusable: 'false' };
  return svg;
}
