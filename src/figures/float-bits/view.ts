import { bitEditor, bitLegend, editorHeight } from '../kit/bit-editor.ts';
import { biasOf, bitsOf, fieldsOf, hexOf, kindOf } from '../kit/bits.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { formatOf, isFloat, neighbours, readNumber, spacing, valueOf, type FloatBitsState } from './model.ts';

/** A number with true minus and a minus zero, in at most 17 digits. */
export function valueText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const words = Object.is(value, -0) ? '-0' : String(value).replace('Infinity', '∞');
  return words.replaceAll('-', '−');
}

/** Two numbers in as few digits as tell them apart. */
function apart(low: number, high: number): readonly [string, string] {
  const digits = [3, 4, 5, 6, 7, 8, 9].find((count) => low.toPrecision(count) !== high.toPrecision(count)) ?? 17;
  const words = (value: number): string => valueText(Number(value.toPrecision(Math.min(17, digits + 1))));
  return [words(low), words(high)];
}

/** How the fields make the value. */
export function formula(state: FloatBitsState): string {
  const format = formatOf(state);
  const { sign, exponent, fraction } = fieldsOf(format, state.code);
  if (!isFloat(format)) return `−${sign}×${2 ** format.fraction} + ${fraction}`;
  const side = sign === 1 ? '−' : '+';
  const share = fraction === 0 ? '' : ` + ${fraction}/${2 ** format.fraction}`;
  switch (kindOf(format, state.code)) {
    case 'zero': return `指数全 0，尾数全 0：${side}0`;
    case 'infinite': return `指数全 1，尾数全 0：${side}∞`;
    case 'nan': return format.infinite ? '指数全 1，尾数不全 0：不是数' : '指数和尾数全 1：不是数';
    case 'subnormal': return `指数全 0，次正规：${side}(0${share}) × 2^${valueText(1 - biasOf(format))}`;
    case 'normal': return `${side}(1${share}) × 2^(${exponent} − ${biasOf(format)})`;
  }
}

export function tell(state: FloatBitsState): string {
  const format = formatOf(state);
  const value = valueOf(state);
  const step = spacing(state);
  const typed = readNumber(state.typed);
  const difference = typed === undefined || !Number.isFinite(typed) || !Number.isFinite(value) ? 0 : value - typed;
  const stored = typed === undefined || Object.is(typed, value) ? '' : isFloat(format)
    ? `；写的是 ${state.typed.replaceAll('-', '−')}${difference === 0 ? '' : `，误差 ${valueText(Number(difference.toPrecision(3)))}`}`
    : `；写的是 ${state.typed.replaceAll('-', '−')}，放不下的部分丢掉了`;
  return `${format.name} ${hexOf(format, state.code)}：${formula(state)} = ${valueText(value)}${step === undefined ? '' : `，相邻两数相距 ${valueText(step)}`}${stored}。`;
}

/** The numbers around the value, where they lie. */
function numberLine(state: FloatBitsState, y: number): string {
  const value = valueOf(state);
  if (!Number.isFinite(value)) return text('数轴上没有它的位置', 10, y, { anchor: 'start', className: 'fig-muted', size: 14 });
  const list = neighbours(state, 4);
  const [low = value, high = value] = [list[0], list.at(-1)];
  const [lowWords, highWords] = apart(low, high);
  const place = (number: number): number => 44 + ((number - low) / (high - low)) * 338;
  const ticks = list.map((number) => element('line', { x1: place(number), x2: place(number), y1: y - 8, y2: y + 8, class: 'fig-line' }));
  return element('line', { x1: 24, x2: 402, y1: y, y2: y, class: 'fig-line' }) + ticks.join('') +
    element('circle', { cx: place(value), cy: y, r: 7, class: 'fig-cell fig-accent' }) +
    text(lowWords, place(low), y + 24, { className: 'fig-muted fig-mono', size: 12 }) +
    text(highWords, place(high), y + 24, { className: 'fig-muted fig-mono', size: 12 }) +
    text('左右各四个可表数', 10, y - 26, { anchor: 'start', className: 'fig-muted', size: 13 });
}

/** The bits, the arithmetic and the neighbours. */
export function drawFloatBits(state: FloatBitsState): string {
  const format = formatOf(state);
  const top = 34 + editorHeight(format);
  return drawing(
    { id: 'float-bits', width: 430, height: top + 176, title: `${format.name} 的 ${bitsOf(format, state.code).length} 位`, description: tell(state) },
    bitLegend(format, 7, 14),
    bitEditor(format, state.code, { x: 7, y: 34, act: 'bit', name: '位' }),
    text(valueText(valueOf(state)), 7, top + 22, { anchor: 'start', className: 'fig-strong fig-mono', size: 18 }),
    text(hexOf(format, state.code), 423, top + 22, { anchor: 'end', className: 'fig-muted fig-mono', size: 14 }),
    text(`= ${formula(state)}`, 7, top + 50, { anchor: 'start', className: 'fig-text', size: 14 }),
    text(spacing(state) === undefined ? '' : `相邻两数相距 ${valueText(spacing(state) ?? 0)}`, 7, top + 76, { anchor: 'start', className: 'fig-text', size: 14 }),
    numberLine(state, top + 138),
  );
}
