import type { ChapterFacts } from '../../markdown/scan.ts';
import { asCode, asMath, type Block } from './search-copy.ts';

interface Placed {
  readonly line: number;
  readonly column: number;
  readonly block: Block;
}

const simpleTex = (tex: string): string => tex.replace(/\\(?:query|key|val|score|attn|out|operatorname|text|mathbf|mathrm)\b/g, '').replace(/[{}]/g, '');

/** The text of a chapter from its source, for the author's live server, where no page has been built. */
export function sourceBlocks(title: string, summary: string, facts: ChapterFacts): Block[] {
  const placed: Placed[] = [
    ...facts.headings.map(({ depth, id, text, line, column }): Placed => ({ line, column, block: { kind: 'heading', depth, id, text } })),
    ...facts.prose.map(({ text, line, column }): Placed => ({ line, column, block: { kind: 'text', text } })),
    ...facts.fences.map(({ code, line, column }): Placed => ({ line, column, block: { kind: 'text', text: asCode(code) } })),
    ...facts.formulas.map(({ tex, line, column }): Placed => ({ line, column, block: { kind: 'text', text: asMath(simpleTex(tex)) } })),
  ];
  const headingLines = new Set(facts.headings.map(({ line }) => line));
  const blocks: Block[] = [{ kind: 'heading', depth: 1, id: 'top', text: title }, { kind: 'text', text: summary }];
  let lastLine = 0;
  for (const { line, block } of placed.toSorted((a, b) => a.line - b.line || a.column - b.column)) {
    const last = blocks.at(-1);
    if (block.kind === 'text' && headingLines.has(line)) continue;
    if (block.kind === 'text' && last?.kind === 'text' && line === lastLine) blocks[blocks.length - 1] = { kind: 'text', text: last.text + block.text };
    else blocks.push(block);
    lastLine = line;
  }
  return blocks;
}
