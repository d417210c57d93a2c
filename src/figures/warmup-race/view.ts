import { drawing, element, text } from '../kit/svg.ts';
import { chance, curves, spread, stride, type Norm, type Race, type WarmupRaceState } from './model.ts';

const plot = { x: 46, width: 400, height: 150 };
const panelHeight = 216;
const ceiling = 2.4;
const panels: readonly (readonly [Norm, string])[] = [['post', '后归一化'], ['pre', '前归一化']];

/** Solid without warm-up, dashed with it; the hues repeat that for those who see them. */
const pens = {
  none: { fill: 'none', stroke: 'var(--accent)', 'stroke-width': 1.6 },
  warm: { fill: 'none', stroke: 'var(--query)', 'stroke-width': 1.6, 'stroke-dasharray': '5 3' },
} as const;

const range = ([low, high]: readonly [number, number]): string =>
  low.toFixed(3) === high.toFixed(3) ? low.toFixed(3) : `${low.toFixed(3)}–${high.toFixed(3)}`;

function panel(race: Race, state: WarmupRaceState, norm: Norm, name: string, top: number): string {
  const { steps } = race.config;
  const x = (step: number): number => plot.x + (step / steps) * plot.width;
  const y = (loss: number): number => top + 30 + plot.height * (1 - Math.min(loss, ceiling) / ceiling);
  const lines = [false, true].flatMap((warm) =>
    curves(race, state, norm, warm).map((curve) =>
      element('path', {
        ...(warm ? pens.warm : pens.none),
        d: curve.map((loss, i) => `${i === 0 ? 'M' : 'L'}${x((i + 1) * stride).toFixed(1)},${y(loss).toFixed(1)}`).join(''),
      })));
  const marks = [0, 1, 2].map((loss) =>
    text(String(loss), plot.x - 8, y(loss), { anchor: 'end', className: 'fig-muted fig-mono', size: 12 }) +
    element('path', { class: 'fig-line', d: `M${plot.x},${y(loss)}h${plot.width}`, 'stroke-opacity': 0.5 }));
  const ticks = [0, steps / 2, steps].map((step) => text(String(step), x(step), y(0) + 16, { className: 'fig-muted fig-mono', size: 12 }));
  return text(name, plot.x, top + 10, { anchor: 'start', className: 'fig-strong', size: 14 }) +
    text(`无预热 ${range(spread(race, state, norm, false))}　预热 ${range(spread(race, state, norm, true))}`, plot.x + plot.width, top + 10, { anchor: 'end', className: 'fig-text', size: 12 }) +
    marks.join('') + ticks.join('') +
    element('path', { class: 'fig-arrow', 'stroke-dasharray': '2 3', d: `M${plot.x},${y(chance(race))}h${plot.width}` }) +
    text(`瞎猜 ${chance(race).toFixed(3)}`, plot.x + plot.width, y(chance(race)) - 9, { anchor: 'end', className: 'fig-muted', size: 12 }) +
    lines.join('');
}

function key(y: number, warmup: number): string {
  const sample = (x: number, pen: keyof typeof pens): string => element('path', { ...pens[pen], d: `M${x},${y}h34` });
  return sample(plot.x, 'none') + text('没有预热', plot.x + 42, y, { anchor: 'start', size: 12 }) +
    sample(plot.x + 130, 'warm') + text(`前 ${warmup} 步预热`, plot.x + 172, y, { anchor: 'start', size: 12 }) +
    text('横轴 步数，纵轴 损失', plot.x + plot.width, y, { anchor: 'end', className: 'fig-muted', size: 12 });
}

/** Two panels, five curves of each kind in both. */
export function drawWarmupRace(race: Race, state: WarmupRaceState): string {
  const said = panels.map(([norm, name]) =>
    `${name}：没有预热的五条 ${range(spread(race, state, norm, false))}，有预热的五条 ${range(spread(race, state, norm, true))}`);
  return drawing(
    {
      id: 'warmup-race',
      width: 460,
      height: 2 * panelHeight + 24,
      title: `第 ${state.step} 步时的训练损失，${race.config.layers} 层`,
      description: `${said.join('。')}。瞎猜是 ${chance(race).toFixed(3)}。`,
    },
    ...panels.map(([norm, name], i) => panel(race, state, norm, name, i * panelHeight)),
    key(2 * panelHeight + 8, race.config.warmup),
  );
}
