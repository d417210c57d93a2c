import { arrow, drawing, element, text } from '../kit/svg.ts';
import type { BlockFlow, BlockFlowState, Column, SubLayer } from './model.ts';

/** The decoder is the mirror image of the encoder: its branches face the encoder, from where its memory comes. */
interface Place {
  readonly trunk: number;
  /** Left edge of the branch's boxes. */
  readonly box: number;
  /** +1 where the branch is on the right of the trunk. */
  readonly side: 1 | -1;
}

const left: Place = { trunk: 62, box: 88, side: 1 };
const right: Place = { trunk: 418, box: 252, side: -1 };
const box = { width: 140, height: 44 };
const section = 134;
const top = 80;
const layerNorm = { width: 52, height: 24 };

const shape = (rows: number, columns: number): string => `[${rows}×${columns}]`;
const middleOf = ({ box: x }: Place): number => x + box.width / 2;
const length = (value: number): string => value.toFixed(2);

function trunkLine(x: number, from: number, to: number): string {
  return element('path', { fill: 'none', stroke: 'var(--ink-faint)', 'stroke-width': 2.5, d: `M${x},${from}V${to}` });
}

function normBox(x: number, y: number, words = 'LN', width = layerNorm.width): string {
  return element('rect', { x: x - width / 2, y, width, height: layerNorm.height, rx: 4, class: 'fig-cell fig-accent', 'fill-opacity': 0.22 }) +
    text(words, x, y + layerNorm.height / 2, { className: 'fig-text fig-strong', size: 13 });
}

/** The length of the stream, on the outer side of the trunk. */
function reading(place: Place, y: number, value: number): string {
  return text(length(value), place.trunk - 9 * place.side, y, {
    anchor: place.side === 1 ? 'end' : 'start', className: 'fig-strong fig-mono', size: 13,
  });
}

function branchBox({ part, label, parameters }: SubLayer, rows: number, d: number, place: Place, y: number): string {
  const middle = middleOf(place);
  return element('rect', {
    x: place.box, y, width: box.width, height: box.height, rx: 4,
    class: `fig-cell ${part === 'feed' ? 'fig-surface' : 'fig-weight'}`, 'fill-opacity': part === 'feed' ? 0.5 : 0.3,
  }) +
    text(label, middle, y + 15, { size: 13 }) +
    text(`${shape(rows, d)} ${parameters.toLocaleString('en-US')} 参数`, middle, y + 32, { className: 'fig-muted fig-mono', size: 12 });
}

/** One sub-layer from y to y + section: the branch leaves the trunk, and comes back at the plus sign. */
function drawSection(subLayer: SubLayer, rows: number, d: number, place: Place, y: number, norm: BlockFlowState['norm']): string {
  const { trunk, side } = place;
  const middle = middleOf(place);
  const first = y + (norm === 'pre' ? 52 : 24);
  const plus = first + box.height + 16;
  const entry = norm === 'pre' ? y + 18 : first;
  const circle = element('circle', { cx: trunk, cy: plus, r: 8, class: 'fig-cell fig-surface' }) +
    element('path', { class: 'fig-arrow', d: `M${trunk - 4},${plus}h8M${trunk},${plus - 4}v8` });
  const branch =
    element('path', { class: 'fig-arrow', d: `M${trunk},${y + 8}H${middle}V${entry - 4}` }) + arrow(middle, entry - 5, middle, entry - 1) +
    (norm === 'pre' ? normBox(middle, entry) + arrow(middle, entry + layerNorm.height, middle, first - 1) : '') +
    branchBox(subLayer, rows, d, place, first) +
    element('path', { class: 'fig-arrow', d: `M${middle},${first + box.height}V${plus}H${trunk + 14 * side}` }) +
    arrow(trunk + 14 * side, plus, trunk + 9 * side, plus);
  const after = norm === 'post'
    ? trunkLine(trunk, plus + 8, plus + 14) + normBox(trunk, plus + 14) + trunkLine(trunk, plus + 14 + layerNorm.height, y + section)
    : trunkLine(trunk, plus + 8, y + section);
  return trunkLine(trunk, y, plus - 8) + branch + circle + after + reading(place, y + section, subLayer.after);
}

/** Heading, entry, and the sub-layers of a column; ends at `endOf`. */
function drawColumn(name: string, column: Column, place: Place, d: number, norm: BlockFlowState['norm']): string {
  const centre = place.side === 1 ? 116 : 364;
  return text(name, centre, 14, { className: 'fig-muted', size: 13 }) +
    text(column.words.join(' '), centre, 38, { className: 'fig-text fig-strong', size: 13 }) +
    reading(place, top, column.entry) +
    arrow(place.trunk, top - 20, place.trunk, top - 4) +
    column.subLayers.map((subLayer, i) => drawSection(subLayer, column.words.length, d, place, top + i * section, norm)).join('');
}

const endOf = (column: Column): number => top + column.subLayers.length * section;

/** What follows a block: the layers not drawn, the final norm, and where the stream goes. */
function drawTail(column: Column, place: Place, { norm, layer }: BlockFlowState, layers: number, goal: readonly string[]): { readonly svg: string; readonly goal: number } {
  const centre = middleOf(place);
  let y = endOf(column);
  let svg = '';
  if (layer < layers) {
    svg += element('path', { class: 'fig-arrow', d: `M${place.trunk},${y + 8}V${y + 38}`, 'stroke-dasharray': '3 4' }) +
      text(`再过第 ${layers} 层`, centre, y + 22, { className: 'fig-muted', size: 12 });
    y += 38;
  }
  if (norm === 'pre') {
    svg += trunkLine(place.trunk, y + (layer < layers ? 0 : 8), y + 14) + normBox(place.trunk, y + 14) +
      text('末端归一化', centre, y + 26, { className: 'fig-muted', size: 12 });
    y += 38;
  }
  const box = { x: place.side === 1 ? 14 : 252, y: y + 24, width: 214, height: 44 };
  const edge = place.trunk;
  svg += arrow(edge, y + (norm === 'post' && layer === layers ? 10 : 2), edge, box.y - 1) +
    element('rect', { ...box, rx: 4, class: 'fig-cell fig-output', 'fill-opacity': 0.16 }) +
    text(goal[0] ?? '', box.x + box.width / 2, box.y + 15, { size: 13 }) +
    text(goal[1] ?? '', box.x + box.width / 2, box.y + 32, { className: 'fig-muted fig-mono', size: 12 });
  return { svg, goal: box.y + box.height / 2 };
}

/** From the encoder's output to the cross-attention box. */
function memoryArrow(decoder: Column, from: number, norm: BlockFlowState['norm']): string {
  const index = decoder.subLayers.findIndex(({ part }) => part === 'cross');
  const to = top + index * section + (norm === 'pre' ? 52 : 24) + box.height / 2;
  return element('path', { class: 'fig-arrow', d: `M228,${from}H240V${to}H${right.box - 5}` }) + arrow(right.box - 6, to, right.box - 1, to);
}

const spoken = ({ entry, subLayers, exit }: Column): string =>
  `入口 ${length(entry)}，${subLayers.map(({ label, after }) => `${label}之后 ${length(after)}`).join('，')}，整个栈的出口 ${length(exit)}`;

/** Both blocks of one layer, read downwards. */
export function drawBlockFlow(state: BlockFlowState, flow: BlockFlow): string {
  const { encoder, decoder, config: { d_model: d, layers, target_words: words } } = flow;
  const end = drawTail(encoder, left, state, layers, ['编码器输出，解码器每层都读', `${shape(encoder.words.length, d)} 长 ${length(encoder.exit)}`]);
  const out = drawTail(decoder, right, state, layers,
    [`输出层，长 ${length(decoder.exit)}`, `${shape(decoder.words.length, d)} → ${shape(decoder.words.length, words)}`]);
  const order = state.norm === 'post' ? '后归一化：先加残差，再归一' : '前归一化：先归一，再加残差';
  const notes = ['竖线：残差流', '竖线外侧的数：', '各位置的平均长度', `√${d} = ${length(Math.sqrt(d))}`];
  return drawing(
    {
      id: 'block-flow',
      width: 480,
      height: out.goal + 30,
      title: `第 ${state.layer} 层的编码器块和解码器块，${order}`,
      description: `残差流的平均长度。编码器 ${spoken(encoder)}。解码器 ${spoken(decoder)}。`,
    },
    memoryArrow(decoder, end.goal, state.norm),
    drawColumn(`编码器 第 ${state.layer} 层`, encoder, left, d, state.norm),
    drawColumn(`解码器 第 ${state.layer} 层`, decoder, right, d, state.norm),
    end.svg,
    out.svg,
    ...notes.map((line, i) => text(line, 120, end.goal + 52 + 20 * i, { className: 'fig-muted', size: 12 })),
  );
}
