import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { acting, arrow, drawing, element, text } from '../kit/svg.ts';
import { callFilm, cellFilm, functionNames, type CellFrame, type Frame, type Kind, type OnionState } from './model.ts';

const calls = rememberLast(callFilm, (layers) => layers.join());

export const count = ({ mode, layers, kept }: OnionState): number => (mode === 'calls' ? calls(layers).length : cellFilm(kept).length);
export const shownStep = (state: OnionState): number => Math.min(state.step, count(state) - 1);

export function tell(state: OnionState): string {
  const step = shownStep(state);
  if (state.mode === 'cells') {
    const { said, results } = at(cellFilm(state.kept), step);
    return `${said}。${results.length === 0 ? '' : `已得到 ${results.join('、')}。`}`;
  }
  const { said, printed } = at(calls(state.layers), step);
  return `${said}。${printed.length === 0 ? '' : `刚打印：${at(printed, printed.length - 1)}。`}`;
}

const tones: Readonly<Record<Kind, string>> = { star: 'fig-query', quote: 'fig-key', twice: 'fig-output' };
const left = { anchor: 'start', className: 'fig-text fig-mono' } as const;

/** The program; a decorator's line can be pressed to change places with its neighbour. */
function program(layers: readonly Kind[], { active, printed }: Frame): string {
  const lines = layers.map((kind, place) => {
    const y = 8 + place * 38;
    return element('g', acting(`swap:${place}`, { label: place === 0 ? '与下一行换位' : '与上一行换位' }),
      element('rect', { x: 8, y, width: 150, height: 34, rx: 4, class: `fig-cell ${tones[kind]}`, 'fill-opacity': active === place ? 0.45 : 0.14 }),
      text(`@${kind}`, 18, y + 17, left), text('↕', 142, y + 17, { className: 'fig-muted' }));
  });
  const y = 20 + layers.length * 38;
  const body = ['def poem():', '    print("函数体")', '    return "月"', 'poem()'].map((words, i) =>
    text(words.trimStart(), words.startsWith(' ') ? 34 : 18, y + i * 22 + (i === 3 ? 8 : 0),
      i === 3 && printed.length <= layers.length ? { anchor: 'start', className: 'fig-muted fig-mono' } : left));
  return lines.join('') + body.join('');
}

/** Layers as rectangles inside one another; those not yet put on are dashed outlines. */
function onion(layers: readonly Kind[], { worn, active }: Frame): string {
  const ring = (place: number, words: string, tone: string, on: boolean): string => {
    const inset = place * 24;
    return element('rect', { x: 176 + inset, y: 8 + inset, width: 256 - 2 * inset, height: 180 - 2 * inset + place * 4, rx: 8,
      class: `fig-cell ${tone}`, 'fill-opacity': on ? (active === place ? 0.5 : 0.14) : 0, 'stroke-dasharray': on ? undefined : '4 4' }) +
      text(words, 304, 21 + inset, { className: on ? 'fig-text fig-mono' : 'fig-muted fig-mono', size: 13 });
  };
  return layers.map((kind, place) => ring(place, kind, tones[kind], worn >= layers.length - place)).join('') +
    ring(layers.length, 'poem', 'fig-value', worn >= 0);
}

function callsSvg(state: OnionState): string {
  const { layers } = state;
  const list = calls(layers);
  const frame = at(list, shownStep(state));
  const total = at(list, list.length - 1).printed.length;
  const rows = Math.ceil(total / 2);
  const printed = frame.printed.map((words, i) => {
    const x = i < rows ? 12 : 226;
    const y = 266 + (i % rows) * 22;
    const now = i === frame.printed.length - 1;
    return (now ? element('rect', { x: x - 4, y: y - 11, width: 206, height: 22, rx: 4, class: 'fig-accent', 'fill-opacity': 0.16 }) : '') +
      text(`${i + 1} ${words}`, x, y, { ...left, size: 13 });
  });
  return drawing({ id: 'decorator-onion', width: 440, height: 268 + rows * 22, title: '装饰器一层包一层', description: tell(state) },
    program(layers, frame), onion(layers, frame),
    text('打印出来的（按先后编号）', 12, 240, { anchor: 'start', className: 'fig-muted', size: 13 }), ...printed);
}

function cell(words: string, x: number, y: number, width: number, tone: string): string {
  return element('rect', { x, y, width, height: 34, rx: 6, class: `fig-cell ${tone}`, 'fill-opacity': 0.22 }) +
    text(words, x + width / 2, y + 17, { className: 'fig-text fig-mono' });
}

function cellsSvg(state: OnionState): string {
  const { kept } = state;
  const { i, made, results }: CellFrame = at(cellFilm(kept), shownStep(state));
  const source = ['for i in range(3):', kept ? '    fs.append(lambda i=i: i)' : '    fs.append(lambda: i)'].map((words, line) =>
    text(words.trimStart(), words.startsWith(' ') ? 40 : 16, 20 + line * 24, left));
  const rows = functionNames.slice(0, made).map((name, place) => {
    const y = 88 + place * 48;
    const box = cell(name, 16, y, 64, 'fig-query');
    const got = results[place];
    const end = text(got === undefined ? '' : `${name}() → ${got}`, 340, y + 17, { ...left, size: 14 });
    return box + end + (kept
      ? arrow(84, y + 17, 126, y + 17) + cell(`默认值 ${place}`, 130, y, 100, 'fig-value')
      : arrow(84, y + 17, 206, 153));
  });
  return drawing({ id: 'decorator-onion', width: 440, height: 236, title: '三个闭包和一个单元', description: tell(state) },
    ...source, text(kept ? '每个函数自己存一份' : '三个函数指着同一个单元', 16, 70, { anchor: 'start', className: 'fig-muted', size: 13 }), ...rows,
    cell(i === undefined ? 'i' : `i = ${i}`, kept ? 252 : 210, 136, 76, kept ? 'fig-surface' : 'fig-accent'),
    text(kept ? '循环变量' : '单元', kept ? 290 : 248, 186, { className: 'fig-muted', size: 13 }));
}

export const onionSvg = (state: OnionState): string => (state.mode === 'calls' ? callsSvg(state) : cellsSvg(state));
