import { memoryStrip, ndGrid } from '../kit/nd-array-view.ts';
import { bytesOf, product, tupleText, type NdArray } from '../kit/nd-array.ts';
import { at } from '../kit/numbers.ts';
import { drawing, text } from '../kit/svg.ts';
import { buffer, lookedAt, memories, original, outcome, type StridesState } from './model.ts';
import type { Result } from './expression.ts';

const minus = (words: string): string => words.replaceAll('-', '−');
const facts = ({ shape, strides }: NdArray): string => `shape ${tupleText(shape)}，strides ${minus(tupleText(strides))}`;

/** offset + Σ index × stride, written out. */
function arithmetic({ array }: Result, look: number): string {
  const seen = lookedAt(array, look);
  if (seen === undefined) return '结果里没有元素';
  const terms = array.strides.map((stride, axis) => `${at(seen.index, axis)}×${stride < 0 ? `(${minus(String(stride))})` : stride}`);
  return `元素 [${seen.index.join(', ')}] 在第 ${[array.offset, ...terms].join(' + ')} = ${seen.byte} 字节`;
}

export function tell(state: StridesState): string {
  const result = outcome(state);
  if ('mistake' in result) return result.mistake;
  const badge = result.copied === undefined ? '视图，与 a 共用内存' : '拷贝，另占一块内存';
  const look = lookedAt(result.array, state.look);
  const { a, own } = memories(state, result);
  const value = look === undefined ? '' : `，值 ${at(own ?? a, look.byte / state.itemSize)}`;
  const effect = !state.written || look === undefined ? '' : result.copied === undefined ? '；写进 99，a 也变了' : '；写进 99，a 没有变';
  return `${state.expression} 是${badge}；${facts(result.array)}；${arithmetic(result, state.look)}${value}${effect}。`;
}

const left = { anchor: 'start' } as const;

/** As tall as the taller of `a` and the result; many rows are drawn lower. */
function gridHeight(shape: readonly number[]): number {
  const layers = product(shape.slice(0, -2));
  return Math.min(210, Math.max(114, 30 * layers * (shape.at(-2) ?? 1) + 10 * (layers - 1)));
}

function drawResult(state: StridesState, result: Result): string {
  const { array, copied } = result;
  const { a, own } = memories(state, result);
  const bytes = bytesOf(array);
  const look = lookedAt(result.array, state.look);
  const memory = own ?? a;
  const lit = (byte: number, read: boolean) =>
    ({ tone: copied === undefined ? 'fig-query' : 'fig-value', share: read ? 0.4 : 0, ring: read && look?.byte === byte });
  const strip = (values: readonly number[], reads: boolean) => values.map((value, place) => {
    const byte = place * state.itemSize;
    return { words: String(value), ...lit(byte, reads && bytes.includes(byte)) };
  });
  const base = original(state);
  const place = { x: 10, width: 408, itemSize: state.itemSize };
  return memoryStrip(strip(a, copied === undefined), { ...place, y: 26 }) +
    (own === undefined
      ? text('结果是视图：没有新内存，着色的格子就是它读的', 10, 96, { ...left, className: 'fig-strong', size: 14 })
      : text('结果是拷贝：另一块内存', 10, 90, { ...left, className: 'fig-strong', size: 14 }) + memoryStrip(strip(own, true), { ...place, y: 104 })) +
    text('a', 10, 176, { ...left, className: 'fig-strong', size: 14 }) +
    ndGrid(base.shape, bytesOf(base).map((byte) => ({
      words: String(at(a, byte / state.itemSize)), ...lit(byte, copied === undefined && bytes.includes(byte)),
    })), { x: 10, y: 190, width: 136, height: 90 }) +
    text(`strides ${tupleText(base.strides)}`, 10, 296, { ...left, className: 'fig-muted', size: 13 }) +
    text(state.expression, 176, 176, { ...left, className: 'fig-strong fig-mono', size: 13 }) +
    ndGrid(array.shape, bytes.map((byte, index) => ({
      words: String(at(memory, byte / state.itemSize)), ...lit(byte, true), ring: look !== undefined && index === Math.min(state.look, bytes.length - 1),
    })), { x: 176, y: 190, width: 244, height: gridHeight(array.shape), act: 'look', name: '结果' }) +
    text(facts(array), 10, 206 + gridHeight(array.shape), { ...left, className: 'fig-text', size: 14 }) +
    text(arithmetic(result, state.look), 10, 230 + gridHeight(array.shape), { ...left, className: 'fig-text', size: 14 });
}

/** Where Python stops: the array alone. The sentence below the drawing has the whole message. */
function drawMistake(state: StridesState, mistake: string): string {
  const plain = (value: number) => ({ words: String(value), tone: 'fig-surface', share: 0, ring: false });
  const values = buffer(state);
  const base = original(state);
  return memoryStrip(values.map(plain), { x: 10, y: 26, width: 408, itemSize: state.itemSize }) +
    text('a', 10, 176, { ...left, className: 'fig-strong', size: 14 }) +
    ndGrid(base.shape, bytesOf(base).map((byte) => plain(at(values, byte / state.itemSize))), { x: 10, y: 190, width: 136, height: 90 }) +
    text(mistake.replace(/：.*/u, ''), 176, 206, { ...left, className: 'fig-strong', size: 15 });
}

/** The memory, the array over it, and the result of the expression. */
export function drawStrides(state: StridesState): string {
  const result = outcome(state);
  const height = 'mistake' in result ? 310 : 246 + gridHeight(result.array.shape);
  return drawing(
    { id: 'strides', width: 430, height, title: '视图与拷贝怎样读内存', description: tell(state) },
    text(`a 的内存（每格 ${state.itemSize} 字节，下面是起始字节）`, 10, 12, { ...left, className: 'fig-muted', size: 13 }),
    'mistake' in result ? drawMistake(state, result.mistake) : drawResult(state, result),
  );
}
