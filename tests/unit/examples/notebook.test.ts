import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { toNotebook, type Notebook, type NotebookSurroundings } from '../../../src/examples/notebook.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';

// The schema says draft 4, but uses nothing that later drafts read otherwise.
const { $schema: _draft, ...schema } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../fixtures/nbformat/nbformat.v4.5.schema.json'), 'utf8')) as Record<string, unknown>;
const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);

const context = { chapterTitle: () => undefined, label: () => undefined, source: (key: string) => `作者. ${key}.` };
const head = { title: '近邻', summary: '一句话。', address: 'https://example.org/ml/knn/' };
const around: NotebookSurroundings = { versions: { python: '3.11.7' }, figure: () => undefined, data: [], address: (path) => `https://example.org/${path}` };

function notebook(source: string, more: Partial<NotebookSurroundings> = {}): Notebook {
  const made = toNotebook(parseMdx(source, 'knn.mdx').tree, head, 'ml/knn', context, { ...around, ...more });
  valid(made);
  expect(valid.errors ?? []).toEqual([]);
  return made;
}
const sources = ({ cells }: Notebook): string[] => cells.map(({ cell_type: kind, source }) => `${kind}: ${source.join('')}`);
const printed = (text: string) => ({ output_type: 'stream', name: 'stdout', text: text.split(/(?<=\n)/) });

describe('the notebook of a chapter', () => {
  test('is checked by a schema that refuses what is no notebook', () => {
    const made = notebook('字');
    expect(valid({ ...made, nbformat: 3 })).toBe(false);
    expect(valid({ ...made, cells: [{ cell_type: 'code', source: [] }] })).toBe(false);
    expect(valid({ ...made, cells: [{ ...made.cells[0], id: '有空 格' }] })).toBe(false);
  });

  test('holds text with its TeX, code, and outputs, in order', () => {
    const made = notebook('---\ntitle: 近邻\n---\n\n距离 $d$：\n\n$$\nd = \\sqrt{2}\n$$\n\n```python\nprint(1)\nprint(2)\n```\n\n```output\n1\n2\n```\n\n完。<Cite id="cover1967" />\n');
    expect(sources(made)).toEqual([
      'markdown: # 近邻\n\n> 一句话。\n\n原文：<https://example.org/ml/knn/>',
      'markdown: 距离 $d$：\n\n$$\nd = \\sqrt{2}\n$$',
      'code: print(1)\nprint(2)',
      'markdown: 完。\\[1]',
      'markdown: ## 参考文献\n\n1. 作者. cover1967.',
    ]);
    expect(made.cells[2]).toMatchObject({ execution_count: 1, outputs: [printed('1\n2\n')] });
    expect(made.metadata).toMatchObject({ language_info: { name: 'python', version: '3.11.7' } });
  });

  test('marks a block that is meant to fail, so that running all goes on', () => {
    expect(notebook('```python raises=ValueError\nint("x")\n```\n').cells[1]).toMatchObject({ metadata: { tags: ['raises-exception'] } });
  });

  test('holds a long output whole', () => {
    const text = Array.from({ length: 300 }, (_, line) => `${line}\n`).join('');
    expect(notebook(`\`\`\`python\n1\n\`\`\`\n\n\`\`\`output\n${text}\`\`\`\n`).cells[1]).toMatchObject({ outputs: [printed(text)] });
  });

  test('holds a figure as an output, and not once more as a picture that is not there', () => {
    const made = notebook('```python figure=line\ndraw()\n```\n\n![一条线](./knn.line.svg)\n\n完。\n', { figure: (name) => `<svg><!-- ${name} --></svg>` });
    expect(made.cells[1]).toMatchObject({ outputs: [{ output_type: 'display_data', data: { 'image/svg+xml': ['<svg><!-- line --></svg>'] } }] });
    expect(sources(made)).toEqual([expect.any(String), 'code: draw()', 'markdown: 完。']);
  });

  test('keeps a paragraph that says more than its figure', () => {
    const made = notebook('```python figure=line\ndraw()\n```\n\n看 ![一条线](./knn.line.svg)。\n', { figure: () => '<svg/>' });
    expect(sources(made)[2]).toBe('markdown: 看 ![一条线](./knn.line.svg)。');
  });

  test('has shell blocks as cells, and other languages and blocks that do not run as text', () => {
    const made = notebook('```bash run\nls\n```\n\n```output\na\n```\n\n```c run\nint main(void) { }\n```\n\n```output\nc\n```\n\n```python norun="慢"\ntrain()\n```\n');
    expect(sources(made)[1]).toBe('code: %%bash\nls');
    expect(made.cells).toHaveLength(3);
    expect(sources(made)[2]).toMatch(/^markdown: ```c run[\s\S]*```text\nc\n```[\s\S]*train\(\)/);
  });

  test('fetches the data that its blocks read', () => {
    const made = notebook('```python\n1\n```\n', { data: ['translator/weights.json', '诗/a b.txt'] });
    expect(made.cells[1]).toMatchObject({ cell_type: 'code', execution_count: null, outputs: [] });
    expect(made.cells[1]?.source.join('')).toContain('"translator/weights.json": "https://example.org/translator/weights.json"');
    expect(made.cells[1]?.source.join('')).toContain('"诗/a b.txt": "https://example.org/%E8%AF%97/a%20b.txt"');
    expect(made.cells[2]).toMatchObject({ execution_count: 1 });
  });

  test('leads pictures to where they can be fetched', () => {
    expect(sources(notebook('![图](./a.png) ![站外](https://example.com/b.png)'))[1])
      .toBe('markdown: ![图](https://example.org/a.png) ![站外](https://example.com/b.png)');
  });

  test('names its cells apart', () => {
    const ids = notebook('一\n\n```python\n1\n```\n\n二\n\n```python\n2\n```\n').cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
