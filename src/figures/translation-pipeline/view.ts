import { acting, arrow, cells, drawing, element, text } from '../kit/svg.ts';
import { decoderRoute, encoderRoute, type PipelineState, type Route, type Station, type Stop } from './model.ts';
import { drawTensor, tensorHeight, type TensorDrawing } from './tensor.ts';

/** The stop that the reader looks at, with its numbers. */
export interface Visit {
  readonly stop: Stop;
  readonly name: string;
  readonly tensor: Omit<TensorDrawing, 'y'>;
}

const column = { width: 214, encoder: 8, decoder: 258 };
const box = { height: 32, step: 44 };
const first = 106;
const frame = 10;

/** Only attention is coloured: it is the one place where words exchange information. */
const fills: Readonly<Record<Station['kind'], { readonly tone: string; readonly share: number }>> = {
  attention: { tone: 'fig-weight', share: 0.32 },
  cross: { tone: 'fig-weight', share: 0.32 },
  feedForward: { tone: 'fig-surface', share: 0.22 },
  norm: { tone: 'fig-surface', share: 0.06 },
  other: { tone: 'fig-surface', share: 0.12 },
};

const shapeText = ([rows, columns]: Station['shape']): string => `[${rows}×${columns}]`;

/** y of the top of station `index`, counted through the whole column; the frame needs room on both sides. */
function top(route: Route, index: number): number {
  const inFrame = index >= route.before.length ? frame : 0;
  const afterFrame = index >= route.before.length + route.repeated.length ? frame : 0;
  return first + index * box.step + inFrame + afterFrame;
}

function station({ label, shape, kind }: Station, x: number, y: number, column_: number, index: number): string {
  const middle = y + box.height / 2;
  const { tone, share } = fills[kind];
  return element(
    'g',
    acting(`box:${column_},${index}`, { label: `${label} ${shapeText(shape)}`, cell: [index, column_] }),
    element('rect', {
      x: x + frame, y, width: column.width - 2 * frame, height: box.height, rx: 4,
      class: `fig-cell ${tone}`, 'fill-opacity': share,
    }),
    text(label, x + frame + 8, middle, { anchor: 'start', size: 13 }),
    text(shapeText(shape), x + column.width - frame - 6, middle, { anchor: 'end', className: 'fig-muted fig-mono', size: 12 }),
  );
}

/** Round the box that the reader looks at. */
function visitRing(route: Route, { stop }: Visit): string {
  return element('rect', {
    x: column[stop.column] + frame - 2, y: top(route, stop.box) - 2, width: column.width - 2 * frame + 4, height: box.height + 4, rx: 6, class: 'fig-ring',
  });
}

/** The dashed frame round the stations that are passed several times, with the number of times. */
function repeatFrame(route: Route, x: number): string {
  const y = top(route, route.before.length) - frame;
  const last = top(route, route.before.length + route.repeated.length - 1);
  return element('rect', {
    x, y, width: column.width, height: last + box.height + frame - y, rx: 6,
    class: 'fig-line', fill: 'none', 'stroke-dasharray': '4 4',
  });
}

/** One column from its first arrow to its last station. */
function drawRoute(route: Route, x: number, place: number): string {
  const stations = [...route.before, ...route.repeated, ...route.after];
  const middle = x + column.width / 2;
  const links = stations.map((_station, index) => {
    const from = index === 0 ? first - 18 : top(route, index - 1) + box.height;
    return arrow(middle, from, middle, top(route, index) - 1);
  });
  return repeatFrame(route, x) + links.join('')
    + cells(place === 0 ? '编码器的站' : '解码器的站', stations.map((item, index) => station(item, x, top(route, index), place, index)));
}

/** The words that enter a column, and what the column is called. */
function heading(title: string, words: readonly string[], x: number): string {
  const middle = x + column.width / 2;
  return (
    text(title, middle, 16, { className: 'fig-muted', size: 13 }) +
    text(words.join(words.length > 4 ? ' ' : '　'), middle, 44, { className: 'fig-text fig-strong', size: words.length > 4 ? 13 : 16 }) +
    text(`${words.length} 个词元`, middle, 70, { className: 'fig-muted', size: 12 })
  );
}

/** From the encoder's last station to the decoder's cross-attention. */
function memoryArrow(encoder: Route, decoder: Route): string {
  const from = top(encoder, encoder.before.length + encoder.repeated.length) + box.height / 2;
  const crossIndex = decoder.before.length + decoder.repeated.findIndex(({ kind }) => kind === 'cross');
  const to = top(decoder, crossIndex) + box.height / 2;
  const left = column.encoder + column.width - frame;
  const right = column.decoder + frame;
  const bend = (column.encoder + column.width + column.decoder) / 2;
  return element('path', { class: 'fig-arrow', fill: 'none', d: `M${left},${from}H${bend}V${to}H${right - 12}` }) + arrow(right - 12, to, right - 1, to);
}

/** What the picture shows, for those who hear it. */
function describe(state: PipelineState, encoder: Route, decoder: Route): string {
  const list = ({ before, repeated, after }: Route): string =>
    [...before, ...repeated, ...after].map(({ label, shape }) => `${label} ${shapeText(shape)}`).join('，');
  return `编码器读入 ${state.source.join(' ')}：${list(encoder)}。解码器读入 ${state.prefix.join(' ')}：${list(decoder)}，写出 ${state.next}。`
    + `编码器输出送进解码器的交叉注意力。虚线框各重复 ${state.dimensions.layers} 次，论文是 ${state.paperLayers} 次。`;
}

/** Notes below the encoder: how often each column runs. */
function notes({ dimensions: { layers }, paperLayers }: PipelineState, y: number): string {
  const lines = ['整句只算这一遍', `虚线框内重复 ${layers} 次`, `（论文 ${paperLayers} 次）`];
  const x = column.encoder + column.width / 2;
  return lines.map((line, index) => text(line, x, y + index * 22, { className: 'fig-muted', size: 13 })).join('');
}

/** The whole route: the encoder on the left, the decoder on the right, read downwards; below it the numbers of a stop. */
export function drawTranslationPipeline(state: PipelineState, visit?: Visit): string {
  const encoder = encoderRoute(state);
  const decoder = decoderRoute(state);
  const count = decoder.before.length + decoder.repeated.length + decoder.after.length;
  const end = top(decoder, count - 1) + box.height;
  const middle = column.decoder + column.width / 2;
  const encoderEnd = top(encoder, encoder.before.length + encoder.repeated.length) + box.height;
  const tensor = visit === undefined ? undefined : { ...visit.tensor, y: end + 116 };
  return drawing(
    {
      id: 'translation-pipeline', width: 480, height: end + (tensor === undefined ? 72 : 122 + tensorHeight(tensor)),
      title: '一步翻译的全程', description: describe(state, encoder, decoder),
    },
    heading('编码器', state.source, column.encoder),
    heading('解码器', state.prefix, column.decoder),
    drawRoute(encoder, column.encoder, 0),
    drawRoute(decoder, column.decoder, 1),
    memoryArrow(encoder, decoder),
    notes(state, encoderEnd + 30),
    arrow(middle, end, middle, end + 18),
    text(state.next, middle, end + 34, { className: 'fig-text fig-strong', size: 18 }),
    text('接到输入末尾，再走一遍右列', middle, end + 58, { className: 'fig-muted', size: 13 }),
    ...(visit === undefined || tensor === undefined ? [] : [
      visitRing(visit.stop.column === 'encoder' ? encoder : decoder, visit),
      text(visit.name, column.encoder, end + 90, { anchor: 'start', className: 'fig-text fig-strong', size: 15 }),
      drawTensor(tensor),
    ]),
  );
}
