import { describe, expect, test } from 'vitest';
import { parseMeta } from '../../../src/markdown/code-meta.ts';
import { remarkCode } from '../../../src/markdown/remark-code.ts';
import { failure, render } from './render.ts';

const plugins = { remark: [remarkCode] };
const fence = (info: string, code: string) => `\`\`\`${info}\n${code}\n\`\`\`\n\n`;

describe('remarkCode', () => {
  test('joins code and its output into one figure', async () => {
    expect(await render(fence('python title="a.py"', 'print(1)') + fence('output', '1'), plugins)).toBe(
      '<figure class="code" data-language="python"><figcaption class="code-title">a.py</figcaption>' +
      '<pre><code class="language-python">print(1)\n</code></pre><button class="code-copy" type="button" hidden>复制</button>' +
      '<div class="code-output"><p class="code-output-label">输出</p><pre tabindex="0"><code class="language-output">1</code></pre></div></figure>');
  });

  test('code without title and output has neither', async () => {
    expect(await render(fence('text', 'x'), plugins)).not.toMatch(/figcaption|code-output/);
  });

  test('only the fence right after the code is its output', async () => {
    expect(await failure(`${fence('python', '1')}文\n\n${fence('output', '1')}`, plugins)).toBe(
      '7:1 output 代码块前面没有它的代码：output 要紧跟在产生它的代码块之后。');
  });

  test('says why a block is not run, that an exception is expected, and that the output varies', async () => {
    expect(await render(fence('python norun="要下载 600 MB"', 'x'), plugins)).toContain('<p class="code-norun">未执行：要下载 600 MB</p>');
    expect(await render(fence('python raises=ValueError varies', 'x') + fence('output', 'ValueError: y'), plugins)).toContain(
      '<p class="code-output-label">输出<span class="code-mark">如预期抛出 ValueError</span><span class="code-mark">每次运行会不同</span></p>');
  });

  test('markup in the output is text', async () => {
    expect(await render(fence('python', 'x') + fence('output', '<b>&'), plugins)).toContain('<code class="language-output">&#x3C;b>&#x26;</code>');
  });

  test('an untyped fence fails', async () => {
    expect(await failure(`文\n\n${fence('', 'x')}`, plugins)).toBe('3:1 代码块没有写语言：写成 ```python、```text、```console 等。');
  });

  test('an unknown language fails', async () => {
    expect(await failure(fence('pyhton', 'x'), plugins)).toBe(
      '1:1 代码块的语言「pyhton」不认识：写 Shiki 支持的语言名，没有合适的就写 text。');
  });

  test('an unknown annotation fails and lists the known ones', async () => {
    expect(await failure(fence('python tilte="a.py"', 'x'), plugins)).toBe(
      '1:1 代码块的附注「tilte="a.py"」不认识。可以写：title="文件名"、{行号}、norun="原因"、raises=异常名、traceback、varies、approx=误差、figure=图名、run。');
  });

  test('fences within a listing and a list item are joined too', async () => {
    const listing = `<Listing id="lst-a">\n\n${fence('python', 'x')}${fence('output', 'y')}</Listing>`;
    expect(await render(listing, plugins)).toContain('class="code-output"');
  });
});

describe('parseMeta', () => {
  test('a brace within a quoted title is no line mark', () => {
    expect(parseMeta('title="dict {1}.py" {2,4-5}')).toMatchObject({ title: 'dict {1}.py', marks: '{2,4-5}', unknown: [] });
  });

  test('an empty annotation says nothing', () => {
    expect(parseMeta('')).toMatchObject({ varies: false, marks: '', unknown: [] });
    expect(parseMeta('').title).toBeUndefined();
  });
});
