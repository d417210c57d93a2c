import { buildOutline, type PartFile, type Unplaced } from '../../src/book/outline.ts';
import type { Book } from '../../src/book/model.ts';
import { fileStart } from '../../src/lib/issue.ts';
import { parseMdx } from '../../src/markdown/parse.ts';
import { scan } from '../../src/markdown/scan.ts';

function chapter(id: string, title: string, body: string, requires: readonly string[] = []): Unplaced {
  const file = `content/${id}.mdx`;
  return {
    kind: 'written', id, title, summary: `${title}的一句话承诺。`, level: 'core', requires: [...requires], file, source: body,
    facts: scan(parseMdx(body, file).tree), minutes: 7,
  };
}

const parts: readonly PartFile[] = [
  {
    id: 'python', file: 'content/python/_part.yaml', placeOf: () => fileStart,
    data: { order: 1, daily: false, title: 'Python', promise: '写得出小程序', chapters: [{ id: 'day01', title: '变量', planned: true, requires: [] }] },
  },
  {
    id: 'llm', file: 'content/llm/_part.yaml', placeOf: () => fileStart,
    data: {
      order: 2, daily: false, title: '大模型', promise: '拆开 Transformer',
      sections: [
        {
          id: 'transformer', title: 'Transformer', promise: '从点积到模型',
          chapters: [
            { id: 'attention' },
            { id: 'heads', title: '多头', planned: true, requires: ['llm/transformer/attention'] },
            { id: 'masks' },
          ],
        },
        { id: 'apps', title: '应用', promise: '接上资料和工具', chapters: [{ id: 'rag', title: '检索增强', planned: true, requires: [] }] },
      ],
    },
  },
];

const attention = '## 起点\n\n引用 <Cite id="vaswani" /> 与 <Cite id="vaswani" />。\n\n## 来源\n\n再引 <Cite id="vaswani" />。\n';

/** A book of two parts: one without sections and nothing written, one with two of four chapters written. */
export function smallBook(): Book {
  const files = [
    chapter('llm/transformer/attention', '自注意力', attention, ['python/day01']),
    chapter('llm/transformer/masks', '掩码 <与> 右移', '正文。\n', ['llm/transformer/attention']),
  ];
  const outline = buildOutline(parts, new Map(files.map((file) => [file.id, file])));
  return {
    parts: outline.parts, entries: outline.entries, chapters: outline.chapters, pages: [], lexicon: [], references: new Map(), timeline: [],
  };
}
