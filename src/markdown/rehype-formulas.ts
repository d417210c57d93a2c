import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass, html } from './html-nodes.ts';
import type { Setter } from './katex.ts';

/** KaTeX's outermost elements, which later steps look for; what is within stays one piece of HTML. */
function shell(set: string, display: boolean): Element {
  const [open, close] = ['<span class="katex">', '</span>'];
  const inner = html('span', { className: ['katex'] }, { type: 'raw', value: set.slice(set.indexOf(open) + open.length, set.length - (display ? 2 : 1) * close.length) });
  return display ? html('span', { className: ['katex-display'] }, inner) : inner;
}

/** The formula that an element is, or that alone stands in it. */
function formulaOf(element: Element): Element | undefined {
  const [only] = element.children;
  if (element.tagName === 'pre') return only !== undefined && hasClass(only, 'language-math') ? only as Element : undefined;
  return hasClass(element, 'language-math') ? element : undefined;
}

/** Sets the formulas. One that cannot be set stops the build: a red formula never reaches a reader. */
export const rehypeFormulas: Plugin<[Setter], Root> = (set) => (tree, file) => {
  visit(tree, 'element', (element, index, parent) => {
    const formula = formulaOf(element);
    if (formula === undefined || index === undefined || parent === undefined) return undefined;
    const display = formula !== element;
    try {
      parent.children[index] = shell(set(toString(formula), display), display);
    } catch (error) {
      file.fail(`公式无法渲染：${error instanceof Error ? error.message : String(error)}`, element.position ?? formula.position ?? parent.position);
    }
    return SKIP;
  });
};
