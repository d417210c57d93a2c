import { at, range } from '../kit/numbers.ts';
import { acting, drawing, element, matrix, text } from '../kit/svg.ts';
import { bytesOf, itemSize, type Reading } from './expression.ts';
import { lookedAt, memories, outcome, valuesOf, type StridesState } from './model.ts';

const minus = (value: number): string => String(value).replace('-', '−');
const tuple = (values: readonly number[]): string => `(${values.map(minus).join(', ')}${values.length === 1 ? ',' : ''})`;

/** Without an element there is no way to walk: offset and strides are left out. */
const facts = ({ shape, strides, offset }: Reading): string =>
  `shape ${tuple(shape)}${shape.includes(0) ? '' : `，offset ${offset}，strides ${tuple(strides)}`}`;

/** offset + Σ index × stride, written out. */
function arithmetic(reading: Reading, look: number): string {
  const seen = lookedAt(reading, look);
  if (seen === undefined) return '结果里没有元素';
  const terms = reading.strides.map((stride, axis) => ` + ${at(seen.index, axis)}×${stride < 0 ? `(${minus(stride)})` : stride}`);
  return `元素 ${tuple(seen.index)} 在第 ${reading.offset}${terms.join('')} = ${seen.byte} 字节`;
}

const kind = ({ own }: Reading): string => (own === undefined ? '视图：没有新内存，读的是 a 的' : '拷贝：另占一块内存');

export function tell(state: StridesState): string {
  const reading = outcome(state.expression);
  if (typeof reading === 'string') return reading;
  const value = valuesOf(state, reading)[Math.min(state.look, bytesOf(reading).length - 1)];
  const effect = state.written && value !== undefined ? `；写进 99，a ${reading.own === undefined ? '也变了' : '没有变'}` : '';
  return `${state.expression} 是${kind(reading)}；${facts(reading)}；${arithmetic(reading, state.look)}${value === undefined ? '' : `，值 ${value}`}${effect}。`;
}

const line = (words: string, x: number, y: number, className = 'fig-strong'): string => text(words, x, y, { anchor: 'start', className, size: 14 });
const side = 34;
const rowHeight = 32;

const ring = (x: number, y: number): string => element('rect', { x, y, width: side, height: rowHeight, class: 'fig-ring' });

/** A memory in rows of twelve elements; below each the byte at which it starts. */
function strip(values: readonly number[], read: readonly number[], tone: string, look: number | undefined, y: number): string {
  return range(Math.ceil(values.length / 12)).map((row) => {
    const top = y + row * 52;
    const part = values.slice(row * 12, row * 12 + 12);
    return matrix({ values: [part], x: 11, y: top, cellWidth: side, cellHeight: rowHeight, tone, share: (_value, _i, j) => (read.includes((row * 12 + j) * itemSize) ? 0.4 : 0) }) +
      part.map((_value, j) => {
        const byte = (row * 12 + j) * itemSize;
        return text(String(byte), 28 + j * side, top + 40, { className: 'fig-muted fig-mono', size: 12 }) + (byte === look ? ring(11 + j * side, top) : '');
      }).join('');
  }).join('');
}

/** Rows that the result is drawn in; a list is folded after six, the layers of three axes stand below each other. */
function rowsOf({ shape }: Reading, values: readonly number[]): number[][] {
  const width = shape.length < 2 ? 6 : at(shape, shape.length - 1);
  return range(Math.ceil(values.length / width) || 0).map((row) => values.slice(row * width, row * width + width));
}

function drawResult(state: StridesState, reading: Reading, y: number): string {
  const rows = rowsOf(reading, valuesOf(state, reading));
  const width = rows[0]?.length ?? 0;
  const look = Math.min(state.look, bytesOf(reading).length - 1);
  if (rows.length > 6 || width > 6) return line('太长，画不下', 200, y + 16, 'fig-muted');
  return matrix({
    values: rows, x: 200, y, cellWidth: side, cellHeight: rowHeight, share: () => 0.4, tone: reading.own === undefined ? 'fig-query' : 'fig-value', name: '结果', follow: true,
    act: (i, j, value) => acting(`look:${i * width + j}`, { label: `第 ${i + 1} 行第 ${j + 1} 列，${value}`, cell: [i, j], current: i * width + j === look }),
  }) + (look < 0 ? '' : ring(200 + (look % width) * side, y + Math.floor(look / width) * rowHeight));
}

/** The memory, the array over it, the result of the expression, and the memory of a copy. */
export function drawStrides(state: StridesState): string {
  const reading = outcome(state.expression);
  const failed = typeof reading === 'string';
  const { a, own } = failed ? { a: range(24), own: undefined } : memories(state, reading);
  const bytes = failed ? [] : bytesOf(reading);
  // What a copy was made of lies in `a` at its own value.
  const read = failed ? [] : reading.own?.map((value) => value * itemSize) ?? bytes;
  const tone = own === undefined ? 'fig-query' : 'fig-value';
  const look = failed ? undefined : lookedAt(reading, state.look)?.byte;
  return drawing(
    { id: 'strides', width: 430, height: own === undefined ? 424 : 532, title: '索引表达式怎样读内存', description: tell(state) },
    line('a 的内存，下面是起始字节', 11, 12),
    strip(a, read, tone, own === undefined ? look : undefined, 26),
    line('a，strides (32, 8)', 11, 146),
    matrix({
      values: range(6).map((i) => a.slice(4 * i, 4 * i + 4)), x: 11, y: 160, cellWidth: side, cellHeight: rowHeight, tone,
      share: (_value, i, j) => (read.includes((4 * i + j) * itemSize) ? 0.4 : 0),
    }),
    text(state.expression.length > 28 ? '结果' : state.expression, 200, 146, { anchor: 'start', className: 'fig-strong fig-mono', size: 13 }),
    failed
      ? line(reading.replace(/：.*/u, ''), 200, 172)
      : drawResult(state, reading, 160) + line(facts(reading), 11, 372, 'fig-text') + line(arithmetic(reading, state.look), 11, 392, 'fig-text') + line(kind(reading), 11, 412),
    own === undefined ? '' : strip(own, bytes, tone, look, 430),
  );
}
