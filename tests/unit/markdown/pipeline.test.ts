import { describe, expect, test } from 'vitest';
import { memoryCache } from '../../../src/lib/result-cache.ts';
import { createProcessor } from '../../../src/markdown/pipeline.ts';
import { shikiConfig } from '../../../src/markdown/shiki.ts';
import { book, content } from './render.ts';

const processor = createProcessor(() => book, '/base/', { formulas: memoryCache(), code: memoryCache() }, content);

/** The compiled chapter: static runs of HTML are strings within it. */
async function compile(source: string) {
  const shared = { syntaxHighlight: false } as never;
  const renderer = await processor.createMdxRenderer?.(shared, { optimize: false, srcDir: new URL('file:///book/src/') } as never);
  const frontmatter: Record<string, unknown> = {};
  const result = await renderer?.process(source, `${content}/llm/here.mdx`, frontmatter);
  const html = [...(result?.code ?? '').matchAll(/"set:html": ("(?:[^"\\]|\\.)*")/g)].map(([, text]) => JSON.parse(text ?? '""')).join('');
  return { code: result?.code ?? '', html, frontmatter };
}

describe('createProcessor', () => {
  test('adds the base once to the links that plugins make and to those that authors write', async () => {
    const { html } = await compile('残差 <Ref to="llm/masks#eq-mask" /> [目录](/contents/)');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      '/base/glossary/#residual', '/base/llm/masks/#eq-mask', '/base/contents/',
    ]);
  });

  test('leaves contents, citations and terms for the page', async () => {
    const { frontmatter } = await compile('## 除以 $\\sqrt{d_k}$\n\n残差<Cite id="elman1990" />');
    expect(frontmatter).toMatchObject({
      citations: ['elman1990'], terms: ['residual'], toc: [{ depth: 2, id: '除以-d_k', number: '1', text: '除以 d_k' }],
    });
    expect(String((frontmatter['toc'] as { html: string }[])[0]?.html)).toMatch(/^除以 <span class="katex">/);
  });

  test('a reference that begins a line after Han follows without a space', async () => {
    expect((await compile('见\n<Ref to="llm/masks#eq-mask" />。')).html).toMatch(/^<p>见<span class="nobreak"><a /);
  });

  test('plain text and terminal sessions need no colours', async () => {
    const { html } = await compile('```text\n甲 {乙}\n```\n\n```console\n$ python3\nPython 3.11\n```');
    expect(html).toContain('<span class="line">甲 {乙}</span>');
    expect(html).not.toContain('undefined');
  });

  test('code is highlighted for both themes, marked, and followed by plain output', async () => {
    const { html } = await compile('```python {2}\nimport numpy\nx = 1\n```\n\n```output\n1\n```');
    expect(html).toContain('<pre class="astro-code" tabindex="0"><code>');
    expect(html).toContain('<span style="color:light-dark(#A0111F,#FF9492)">import</span> numpy');
    expect(html).toContain('<span class="line highlighted">');
    expect(html).toContain('<pre tabindex="0"><code class="language-output">1</code></pre>');
    expect(html).not.toContain('--shiki');
  });

  test('marks of added, removed and focused lines leave the code', async () => {
    const { html } = await compile('```python\na = 1 # [!code --]\na = 2 # [!code ++]\nb = 3 # [!code focus]\n```');
    expect(html).toMatch(/class="line diff remove"[^]*class="line diff add"[^]*class="line focused"/);
    expect(html).not.toContain('[!code');
  });

  test('a bad formula stops the build at its line, also below highlighted code', async () => {
    await expect(compile('```python\n1\n```\n\n文 $\\foo$')).rejects.toMatchObject({ line: 5, column: 3 });
    await expect(compile('文\n\n<Equation id="eq-a">\n\n$$\n\\foo\n$$\n\n</Equation>')).rejects.toMatchObject({ line: 5, column: 1 });
  });

  test('straight quotes in prose stay straight', async () => {
    expect((await compile('说 "a" -- b')).html).toBe('<p>说 "a" -- b</p>');
  });

  test('the footnotes speak Chinese', async () => {
    const { html } = await compile('文[^a]\n\n[^a]: 注');
    expect(html).toContain('<h2 class="sr-only" id="footnote-label">脚注</h2>');
    expect(html).toContain('aria-label="返回正文第 1 处脚注"');
  });
});

test('no line of code is given up for its time', () => {
  const options = { tokenizeTimeLimit: 500 };
  for (const { preprocess } of shikiConfig.transformers as readonly { preprocess?: (code: string, options: object) => void }[]) {
    preprocess?.('', options);
  }
  expect(options.tokenizeTimeLimit).toBe(0);
});
