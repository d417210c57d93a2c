import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { inlineDrawing } from '../../../src/markdown/drawing.ts';

const inlined = (body: string): string => {
  const svg = inlineDrawing(`<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="10pt" viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg" version="1.1">${body}</svg>`, 'loss-');
  return svg === undefined ? '' : toHtml(svg, { space: 'svg' });
};
const frame = (body: string): string =>
  `<svg width="10pt" viewBox="0 0 10 10" stroke-linejoin="round" stroke-linecap="butt" aria-hidden="true" focusable="false">${body}</svg>`;

describe('a drawing in the page', () => {
  test('leaves behind what concerns a file of its own', () => {
    expect(inlined('<metadata><rdf:RDF/></metadata><defs><style type="text/css">*{stroke-linejoin: round}</style></defs><!-- x --><g/>'))
      .toBe(frame('<defs></defs><g></g>'));
  });

  test('keeps its ids and the references to them apart from those of other drawings', () => {
    expect(inlined('<clipPath id="p1"></clipPath><g id="a" clip-path="url(#p1)"><use xlink:href="#a"/></g>'))
      .toBe(frame('<clipPath id="loss-p1"></clipPath><g id="loss-a" clip-path="url(#loss-p1)"><use href="#loss-a"></use></g>'));
  });

  test('takes ink and colours from the theme, and leaves other colours', () => {
    expect(inlined('<path style="fill: #24211c; stroke: #0B5FA5; stop-color: #123456"/>'))
      .toBe(frame('<path style="fill: var(--ink); stroke: var(--query); stop-color: #123456"></path>'));
  });

  test('takes its letters from the page', () => {
    expect(inlined('<text style="font-size: 11px; font-family: \'DejaVu Sans\', sans-serif; text-anchor: middle">步数</text>'))
      .toBe(frame('<text style="font-size: 11px; font-family: var(--font-text); text-anchor: middle">步数</text>'));
  });

  test('is none without an svg element', () => expect(inlineDrawing('<p>no</p>', 'a-')).toBeUndefined());
});
