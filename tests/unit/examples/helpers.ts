import { cellsOf, type Cell } from '../../../src/examples/cells.ts';
import type { Chapter } from '../../../src/book/model.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { scan } from '../../../src/markdown/scan.ts';

/** A written chapter around an MDX source. */
export function chapterOf(source: string, id = 'ml/knn'): Chapter {
  return {
    kind: 'written', id, number: '1.1', file: `content/${id}.mdx`, source, facts: scan(parseMdx(source, 'knn.mdx').tree), minutes: 1,
    title: '近邻', summary: '一句话。', level: 'core', requires: [],
  } as unknown as Chapter;
}

export function cellsIn(source: string): Cell[] {
  return cellsOf(chapterOf(source));
}
