import { diffLines } from 'diff';
import type { CodeMeta } from '../markdown/code-meta.ts';

const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

function close(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Equal text around numbers, and numbers within the tolerance. */
function nearly(expected: string, actual: string, tolerance: number): boolean {
  const frame = (text: string): string => text.replace(number, '#').replace(/[ \t]+/g, ' ');
  const values = (text: string): number[] => (text.match(number) ?? []).map(Number);
  const [left, right] = [values(expected), values(actual)];
  return frame(expected) === frame(actual) && left.length === right.length &&
    left.every((value, index) => close(value, right[index] ?? Number.NaN, tolerance));
}

/** Whether a real output agrees with the recorded one, by the rule that the block declares; exact by default. */
export function agrees(expected: string, actual: string, { varies, approx }: Pick<CodeMeta, 'varies' | 'approx'>): boolean {
  if (varies) return (expected === '') === (actual === '');
  return expected === actual || (approx !== undefined && nearly(expected, actual, approx));
}

/** Lines around a change that help to find it. */
const context = 2;
const longest = 60;
const widest = 200;
/** Edits to look for; beyond them, which takes time by their square, the outputs have little in common. */
const mostEdits = 1000;

interface Line {
  readonly mark: '-' | '+' | ' ';
  readonly text: string;
}

/** As many lines of one output as leave room for the other. */
function head(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const room = longest / 2;
  return lines.length <= room ? text : [...lines.slice(0, room - 1), `…（还有 ${lines.length - room + 1} 行）`].join('\n');
}

function linesOf(expected: string, actual: string): Line[] {
  const changes = diffLines(expected, actual, { maxEditLength: mostEdits }) ??
    [{ value: head(expected), removed: true, added: false }, { value: head(actual), removed: false, added: true }];
  return changes.flatMap(({ value, added, removed }) =>
    value.replace(/\n$/, '').split('\n').map((text): Line => ({ mark: added ? '+' : removed ? '-' : ' ', text })));
}

/** The two outputs line by line, `-` recorded and `+` real; what is equal is left out but for a few lines around. */
export function showDifference(expected: string, actual: string): string {
  const lines = linesOf(expected, actual);
  const near = (index: number): boolean =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ mark }) => mark !== ' ');
  const shown: string[] = [];
  let left = 0;
  const skip = (): void => {
    if (left > 0) shown.push(`  …（${left} 行相同）`);
    left = 0;
  };
  lines.forEach(({ mark, text }, index) => {
    if (!near(index)) {
      left += 1;
      return;
    }
    skip();
    shown.push(`${mark} ${text.length > widest ? `${text.slice(0, widest)}…（共 ${text.length} 字）` : text}`);
  });
  skip();
  const rest = shown.length - longest;
  return [...shown.slice(0, longest), ...(rest > 0 ? [`  …（还有 ${rest} 行）`] : [])].map((line) => `      ${line}`.trimEnd()).join('\n');
}
