import { describe, expect, test } from 'vitest';
import { memoryCache } from '../../../src/lib/result-cache.ts';
import { formulaSetter } from '../../../src/markdown/katex.ts';
import { rehypeFormulas } from '../../../src/markdown/rehype-formulas.ts';
import { rehypeNobreak } from '../../../src/markdown/rehype-nobreak.ts';
import { rehypeScrollers } from '../../../src/markdown/rehype-scrollers.ts';
import { rehypeTableHeaders } from '../../../src/markdown/rehype-table-headers.ts';
import { colourMacros, plainTex } from '../../../src/markdown/tex.ts';
import { failure, render } from './render.ts';

const set = [rehypeFormulas, formulaSetter(memoryCache())];
const plugins = { rehype: [set] as never };

describe('formulas', () => {
  test('have MathML beside the boxes', async () => {
    const html = await render('$x$', plugins);
    expect(html).toContain('<math ');
    expect(html).toContain('class="katex-html" aria-hidden="true"');
  });

  test.each(Object.keys(colourMacros))('%s colours its argument through a class alone', async (macro) => {
    const html = await render(`$${macro}{Q}$`, plugins);
    expect(html).toMatch(/class="enclosing sym-(query|key|value|score|weight|output)"/);
    expect(html).not.toContain('color:');
  });
});

describe('a formula fails the build with its place', () => {
  test.each([
    ['an unknown command', '文 $\\foo$', '1:3 公式无法渲染：KaTeX parse error: Undefined control sequence: \\foo at position 1: \\̲f̲o̲o̲'],
    ['Chinese outside \\text', '文\n\n$$\n得分\n$$', '3:1 公式无法渲染：KaTeX parse error: LaTeX-incompatible input and strict mode is set to \'error\': Unicode text character "得" used in math mode [unicodeTextInMathMode] at position 1: 得̲分'],
    ['a link, which KaTeX would print in red', '文 $\\href{https://x.org}{y}$', '1:3 公式无法渲染：公式里不能用 \\href'],
    ['a picture', '$\\includegraphics{a.png}$', '1:1 公式无法渲染：公式里不能用 \\includegraphics'],
    ['a foreign class', '$\\htmlClass{evil}{x}$', '1:1 公式无法渲染：公式里不能用 \\htmlClass'],
  ])('for %s', async (_name, source, expected) => expect(await failure(source, plugins)).toBe(expected));

  test('for an endless macro', async () => {
    expect(await failure('$\\def\\a{\\a\\a}\\a$', plugins)).toContain('Too many expansions');
  });
});

test('a size beyond reason is capped', async () => {
  expect(await render('$\\rule{500em}{500em}$', plugins)).not.toMatch(/(?:width|height):?=?"?500em/);
});

describe('rehypeNobreak', () => {
  const nobreak = { rehype: [set, rehypeNobreak] as never };
  const outline = async (source: string) =>
    (await render(source, nobreak)).replace(/<span class="katex">.*?<\/math><\/span>(.*?)(?=[^<>]*(?:<\/span>)?[^<>]*<\/p>)/gs, 'F');

  test('holds code and the punctuation on both sides', async () => {
    expect(await outline('见（`x`）。然后')).toBe('<p>见<span class="nobreak">（<code>x</code>）。</span>然后</p>');
  });

  test('leaves an atom alone that touches no punctuation', async () => {
    expect(await outline('用 `x` 算')).toBe('<p>用 <code>x</code> 算</p>');
  });

  test('a space between them is a place to break', async () => {
    expect(await outline('`x` 。')).toBe('<p><code>x</code> 。</p>');
  });

  test('a row of atoms is held piece by piece', async () => {
    expect(await outline('`a`、`b`。')).toBe(
      '<p><span class="nobreak"><code>a</code>、</span><span class="nobreak"><code>b</code>。</span></p>');
  });

  test('a long formula gets its own places to break; a free one needs none', async () => {
    expect((await render('$a=b+c$。', nobreak)).match(/<wbr>/g)).toHaveLength(2);
    expect(await render('$a=b+c$ 是', nobreak)).not.toContain('<wbr>');
  });

  test('code blocks stay as they are', async () => {
    expect(await outline('```text\nx。\n```')).toBe('<pre><code class="language-text">x。\n</code></pre>');
  });
});

describe('rehypeScrollers', () => {
  const scrollers = { rehype: [set, rehypeScrollers] as never };

  test('a bare display formula gets a box that scrolls', async () => {
    expect(await render('$$\nx\n$$', scrollers)).toMatch(
      /^<div class="equation"><div class="equation-body" tabindex="0"><span class="katex-display">/);
  });

  test('a numbered one brings its own', async () => {
    expect(await render('<Equation id="eq-a">\n\n$$\nx\n$$\n\n</Equation>', scrollers)).toMatch(
      /^<Equation id="eq-a"><span class="katex-display">/);
  });

  test('a bare table gets a box that scrolls; one in <Table> does not', async () => {
    const table = '| a |\n| - |\n| 1 |';
    expect(await render(table, scrollers)).toMatch(/^<div class="table-scroll" tabindex="0" role="group" aria-label="表格"><table>/);
    expect(await render(`<Table id="tab-a">\n\n${table}\n\n</Table>`, scrollers)).not.toContain('table-scroll');
  });
});

describe('rehypeTableHeaders', () => {
  test('the empty corner of a table is a plain cell; a head with words heads its column', async () => {
    expect(await render('|  | a |\n| - | - |\n| b | 1 |', { rehype: [rehypeTableHeaders] as never })).toContain('<td></td>\n<th scope="col">a</th>');
  });
});

describe('plainTex', () => {
  test.each([
    ['a letter loses its braces', '\\query{Q}\\key{K}^\\top', 'QK^\\top'],
    ['a group keeps them', '\\score{q\\cdot k}^2', '{q\\cdot k}^2'],
    ['nested macros', '\\out{\\attn{A}\\val{V}}', '{AV}'],
    ['an argument with braces of its own', '\\key{\\mathbf{K}_{i}}x', '{\\mathbf{K}_{i}}x'],
    ['an escaped brace', '\\val{\\{v\\}}', '{\\{v\\}}'],
    ['an argument without braces', '\\query Q+\\key\\alpha', 'Q+\\alpha'],
    ['a command before a letter', '\\hat\\query{q}', '\\hat q'],
    ['a longer command of the same beginning', '\\keyed{x}\\outer', '\\keyed{x}\\outer'],
    ['nothing to expand', '\\frac{1}{2}', '\\frac{1}{2}'],
  ])('%s', (_name, tex, expected) => expect(plainTex(tex)).toBe(expected));
});

test('MathML holds what is heard, not the source once more', async () => {
  const html = await render('$\\frac{a}{b}$', plugins);
  expect(html).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mfrac>');
  expect(html).not.toMatch(/annotation|semantics/);
});
