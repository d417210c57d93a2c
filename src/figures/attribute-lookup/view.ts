import { at } from '../kit/numbers.ts';
import { arrow, drawing, element, text } from '../kit/svg.ts';
import { after, classes, instances, search, shown, type Frame, type LookupState, type Place } from './model.ts';

export const frames = ({ object, name, done }: LookupState): readonly Frame[] => search(after(done).world, object, name);
export const shownStep = (state: LookupState): number => Math.min(state.step, frames(state).length - 1);

export function tell(state: LookupState): string {
  const { said } = after(state.done);
  return `${said === '' ? '' : `${said}。`}查 ${state.object}.${state.name}：${at(frames(state), shownStep(state)).said}。`;
}

const left = { anchor: 'start', className: 'fig-text fig-mono', size: 13 } as const;

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export function lookupSvg(state: LookupState): string {
  const { world } = after(state.done);
  const list = frames(state);
  const step = shownStep(state);
  const frame = at(list, step);
  const passed = new Set<string>(list.slice(0, step + 1).filter(({ found }) => found === undefined).map(({ at: place }) => place));
  const most = Math.max(...instances.map((place) => world[place].size));
  const low = 138 + most * 22;

  const box = (place: Place, { x, y, width, height }: Box, title: string, column: boolean): string => {
    const now = frame.at === place || frame.found === place;
    const entries = [...world[place]].map(([name, value], i) => {
      const ex = x + 10 + (column ? 0 : i * 136);
      const ey = y + 38 + (column ? i * 22 : 0);
      const hit = frame.found === place && name === state.name;
      return (hit ? element('rect', { x: ex - 5, y: ey - 11, width: 134, height: 22, rx: 4, class: 'fig-value', 'fill-opacity': 0.5 }) : '') +
        text(`${name}: ${shown(value)}`, ex, ey, left);
    });
    const faint = (instances as readonly string[]).includes(place) && place !== state.object;
    return element('g', faint ? { opacity: 0.6 } : {},
      element('rect', { x, y, width, height, rx: 6, class: `fig-cell ${column ? 'fig-query' : 'fig-key'}`, 'fill-opacity': 0.12 }),
      now ? element('rect', { x, y, width, height, rx: 6, class: 'fig-ring' }) : '',
      text(title, x + 10, y + 15, { anchor: 'start', className: 'fig-muted', size: 13 }),
      passed.has(place) ? text('没有', x + width - 10, y + 15, { anchor: 'end', className: 'fig-muted', size: 13 }) : '',
      ...entries);
  };

  const gate = frame.at === 'gate';
  return drawing(
    { id: 'attribute-lookup', width: 440, height: low + 192, title: '属性查找', description: tell(state) },
    text(`${state.object}.${state.name}`, 12, 20, { ...left, size: 16 }),
    text(`→ ${frame.result ?? '还在找'}`, 428, 20, { anchor: 'end', className: frame.result === undefined ? 'fig-muted' : 'fig-text fig-mono', size: 15 }),
    element('rect', { x: 8, y: 40, width: 424, height: 28, rx: 6, class: 'fig-cell fig-accent', 'fill-opacity': 0.12 }),
    gate ? element('rect', { x: 8, y: 40, width: 424, height: 28, rx: 6, class: 'fig-ring' }) : '',
    text(`先问：类里的 ${state.name} 是 property 吗？`, 18, 54, { anchor: 'start', size: 13 }),
    text(gate && frame.found !== undefined ? '是' : '不是', 422, 54, { anchor: 'end', size: 13 }),
    ...instances.map((place, i) => box(place, { x: 8 + i * 216, y: 80, width: 208, height: low - 98 }, `实例 ${place}`, true)),
    arrow(112, low - 17, 112, low - 1), arrow(328, low - 17, 328, low - 1),
    ...classes.map((place, i) => {
      const y = low + i * 66;
      const last = i === classes.length - 1;
      return box(place, { x: 8, y, width: 424, height: last ? 40 : 52 }, `${i === 0 ? '类' : '基类'} ${place}`, false) +
        (last ? '' : arrow(220, y + 53, 220, y + 65));
    }),
  );
}
