import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bookContext } from '../../../src/book/context.ts';
import { remarkCode } from '../../../src/markdown/remark-code.ts';
import { remarkDrawings } from '../../../src/markdown/remark-drawings.ts';
import { render } from './render.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, line) => `第 ${line + 1} 行`).join('\n');
const printed = (count: number): Promise<string> =>
  render(`\`\`\`python\n1\n\`\`\`\n\n\`\`\`output\n${lines(count)}\n\`\`\`\n`, { remark: [remarkCode] });

describe('an output', () => {
  test('of 40 lines stands whole', async () => expect(await printed(40)).not.toContain('<details'));

  test('beyond 40 lines shows its first ten, folds the rest, and loses none', async () => {
    const html = await printed(41);
    expect(html).toContain('第 10 行</code></pre><details class="code-rest"><summary>其余 31 行</summary><pre tabindex="0"><code class="language-output">第 11 行\n');
    expect(html.match(/第 \d+ 行/g)).toHaveLength(41);
  });
});

const empty = { parts: [], entries: new Map(), chapters: [], pages: [], lexicon: [], references: new Map(), timeline: [] };

describe('a figure that a block drew', () => {
  function drawn(markdown: string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'drawing-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'ml'));
    writeFileSync(join(folder, 'ml', 'knn.line.svg'), '<svg viewBox="0 0 1 1"><g id="a"/></svg>');
    return render(markdown, { remark: [[remarkDrawings, () => bookContext(empty)]], path: join('..', '..', folder, 'ml', 'knn.mdx') });
  }
  const inlined = '<p><span class="drawing" role="img" aria-label="一条线" data-pagefind-ignore="">'
    + '<svg viewBox="0 0 1 1" stroke-linejoin="round" stroke-linecap="butt" aria-hidden="true" focusable="false"><g id="line-a"></g></svg></span></p>';

  test.each(['![一条线](./knn.line.svg)', '![一条线](knn.line.svg)'])('is part of the page, with its words: %s', async (markdown) => {
    expect(await drawn(markdown)).toBe(inlined);
  });

  test.each(['![图](./svm.line.svg)', '![图](./knn.other.svg)', '![图](./knn.png)', '![图](../knn.line.svg)'])('is nothing else: %s', async (markdown) => {
    expect(await drawn(markdown)).toMatch(/^<p><img /);
  });
});
