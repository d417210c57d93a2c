import { at } from '../kit/numbers.ts';
import { acting, arrow, cells, drawing, element, text } from '../kit/svg.ts';
import { bitsOf, brightened, isInteger, outcome, pixels, span, type DtypeDeskState, type Integer, type Outcome } from './model.ts';

/** A number with a true minus, short. */
export function show(value: number): string {
  const words = Number.isFinite(value) ? String(Number(value.toPrecision(9))) : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  return words.replaceAll('-', '−');
}

const named = (type: string): string => (type === 'int' || type === 'float' ? `Python ${type}` : type);

/** What happened, in words. */
export function verdict({ type, y, exact, result }: Outcome): string {
  if (result === undefined) return `OverflowError：${show(y)} 放不进 ${type}`;
  if (isInteger(type)) return result === exact ? '没有越界' : `真值 ${show(exact)}，绕回 ${show(result)}`;
  if (!Number.isFinite(result)) return `超出 ${type} 的最大值，成了 ${show(result)}`;
  return result === exact ? '没有舍入' : `真值约 ${show(exact)}，有舍入`;
}

export function tell(state: DtypeDeskState): string {
  const now = outcome(state);
  const value = now.result === undefined ? '' : `，结果 ${show(now.result)}`;
  const rows = brightened(state.bright).map(([name, values]) => `${name} ${show(at(values, 6))}`).join('，');
  return `${state.left} 的 ${show(now.x)} ${state.op} ${named(state.right)} 的 ${show(now.y)}：按 ${now.type} 算${value}。${verdict(now)}。亮度加 ${show(state.bright)} 后，206 那一格：${rows}。`;
}

const left = { anchor: 'start' } as const;
const [middle, top, radius] = [120, 152, 60];
const spot = (turn: number, size = radius): readonly [number, number] =>
  [middle + size * Math.sin(turn * 2 * Math.PI), top - size * Math.cos(turn * 2 * Math.PI)];

/** The codes of an integer type in a circle; the way from x to the true result, and where it ends. */
function ring(type: Integer, { x, exact, result }: Outcome): string {
  const modulus = 2 ** bitsOf(type);
  const [low, high] = span(type);
  const quarters = [0, 0.25, 0.5, 0.75].map((turn) => {
    const code = turn * modulus;
    const value = code > high ? code - modulus : code;
    const words = bitsOf(type) > 16 ? ['0', '2⁶²', '−2⁶³', '−2⁶²'][turn * 4] ?? '' : show(value);
    const [px, py] = spot(turn, radius + (turn % 0.5 === 0 ? 20 : 8));
    return text(words, px, py, { anchor: turn === 0.25 ? 'start' : turn === 0.75 ? 'end' : 'middle', className: 'fig-muted fig-mono', size: 12 });
  });
  const seam = low === 0 ? 0 : 0.5;
  const way = Math.min(1, Math.abs(exact - x) / modulus) * Math.sign(exact - x);
  const points = Array.from({ length: 41 }, (_item, step) => spot(x / modulus + (way * step) / 40, radius - 12));
  const path = points.map(([px, py], step) => `${step === 0 ? 'M' : 'L'}${px.toFixed(1)},${py.toFixed(1)}`).join('');
  const dot = (value: number, tone: string): string => {
    const [cx, cy] = spot(value / modulus);
    return element('circle', { cx, cy, r: 7, class: `fig-cell ${tone}` });
  };
  const [[ax, ay], [bx, by]] = [spot(seam, radius - 8), spot(seam, radius + 11)];
  return element('circle', { cx: middle, cy: top, r: radius, class: 'fig-line', fill: 'none' }) + quarters.join('')
    + element('line', { x1: ax, y1: ay, x2: bx, y2: by, class: 'fig-arrow' })
    + element('path', { d: path, class: 'fig-curve is-query', fill: 'none' })
    + dot(x, 'fig-query') + (result === undefined ? '' : dot(result, 'fig-output'))
    + text('数环', middle, top - 8, { className: 'fig-strong', size: 13 })
    + text(type, middle, top + 10, { className: 'fig-muted fig-mono', size: 12 });
}

/** A floating-point type as a line from −∞ to ∞, by powers of ten. */
function line(type: Outcome['type'], { x, result }: Outcome): string {
  const [, largest] = span(type);
  const place = (value: number): number => (Number.isNaN(value) ? middle : Number.isFinite(value)
    ? middle + Math.sign(value) * (Math.log10(1 + Math.abs(value)) / Math.log10(largest)) * 68 : middle + Math.sign(value) * 88);
  const top10 = type === 'float16' ? '65504' : `${largest.toPrecision(2).replace('e+', 'e')}`;
  return text(`${type}（按数量级画）`, middle, 92, { className: 'fig-muted', size: 12 })
    + arrow(middle, top, middle + 92, top) + arrow(middle, top, middle - 92, top)
    + element('line', { x1: middle + 68, x2: middle + 68, y1: top - 10, y2: top + 10, class: 'fig-line' })
    + text(top10, middle + 56, top + 24, { className: 'fig-muted fig-mono', size: 12 })
    + text('0', middle, top + 24, { className: 'fig-muted fig-mono', size: 12 })
    + text('inf', middle + 88, top - 24, { className: 'fig-muted fig-mono', size: 12 })
    + text('−inf', middle - 88, top - 24, { className: 'fig-muted fig-mono', size: 12 })
    + element('circle', { cx: place(x), cy: top, r: 7, class: 'fig-cell fig-query' })
    + (result === undefined ? '' : element('circle', { cx: place(result), cy: top, r: 7, class: 'fig-cell fig-output' }));
}

const step = 48;

/** The image before and after; pressing a pixel puts it on the desk above. */
function image(state: DtypeDeskState): string {
  const rows = [['原图', pixels] as const, ...brightened(state.bright)];
  const drawn = rows.flatMap(([, values], i) => values.map((value, j) => {
    const [x, y] = [46 + j * step, 276 + i * 34];
    const light = Math.min(1, Math.max(0, value / 255));
    return element('g', acting(`pixel:${j}`, { label: `第 ${j} 个像素，${at(rows, i)[0]} ${value}`, cell: [i, j] }),
      element('rect', { x, y, width: step, height: 30, class: 'fig-cell fig-surface' }),
      element('rect', { x, y: y + 24, width: step * light, height: 6, class: 'fig-cell fig-accent' }),
      text(show(value), x + step / 2, y + 12, { className: 'fig-text fig-mono', size: 13 }));
  }));
  return text(`图像亮度加 ${show(state.bright)}：条越长越亮`, 8, 258, { ...left, className: 'fig-strong', size: 13 })
    + cells('像素', drawn)
    + rows.map(([name], i) => text(name, 8, 291 + i * 34, { ...left, className: 'fig-muted', size: 13 })).join('');
}

export function drawDtypeDesk(state: DtypeDeskState): string {
  const now = outcome(state);
  const row = (name: string, words: string, y: number, className = 'fig-text fig-mono'): string =>
    text(name, 240, y, { ...left, className: 'fig-muted', size: 13 }) + text(words, 274, y, { ...left, className, size: 12.5 });
  return drawing(
    { id: 'dtype-desk', width: 440, height: 414, title: '两个数相遇：类型怎样提升，结果落在哪里', description: tell(state) },
    text(`${show(now.x)} ${state.op} ${show(now.y)}`, 8, 20, { ...left, className: 'fig-strong fig-mono', size: 17 }),
    isInteger(now.type) ? ring(now.type, now) : line(now.type, now),
    row('左', `${state.left} ${show(now.x)}`, 88),
    row('右', `${named(state.right)} ${show(now.y)}`, 114),
    row('按', now.type, 150, 'fig-strong fig-mono'),
    row('真值', show(now.exact), 176),
    row('结果', now.result === undefined ? '拒绝' : show(now.result), 202, 'fig-strong fig-mono'),
    text(verdict(now), 8, 46, { ...left, className: 'fig-text', size: 13 }),
    image(state),
  );
}
