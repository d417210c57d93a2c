import type { Cell } from './cells.ts';

/** What stands before the fence on its line, for the lines below it: a quotation goes on, a list's mark becomes room. */
function margin(source: string, { line, column }: Cell): string {
  return (source.split('\n')[line - 1] ?? '').slice(0, column - 1).replace(/[^>\s]/g, ' ');
}

/** The fence that holds an output; longer than any run of backticks that begins a line inside it. */
function outputFence(output: string, before: string): string {
  const longest = Math.max(2, ...[...output.matchAll(/^[ \t]*(`+)/gm)].map(([, run = '']) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const lines = `\n${ticks}output\n${output}${ticks}`.split('\n');
  return `\n${lines.map((line) => `${before}${line}`.trimEnd()).join('\n')}`;
}

/** A chapter's source with each cell's output put in place of the recorded one; nothing else changes. */
export function withOutputs(source: string, cells: readonly Cell[], outputs: readonly string[]): string {
  let text = '';
  let done = 0;
  cells.forEach((cell, index) => {
    const output = outputs[index] ?? '';
    text += source.slice(done, cell.end) + (output === '' ? '' : outputFence(output, margin(source, cell)));
    done = Math.max(cell.end, cell.outputRange[1]);
  });
  return text + source.slice(done);
}
