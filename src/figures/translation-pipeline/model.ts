/** The route of a translation through encoder and decoder, with the shape of every tensor on the way. */

/** Sizes of the model, from its weights file. */
export interface Dimensions {
  readonly d_model: number;
  readonly d_ff: number;
  readonly heads: number;
  readonly layers: number;
  readonly targetWords: number;
}

export interface PipelineState {
  readonly dimensions: Dimensions;
  /** Layers of encoder and of decoder in the paper's base model. */
  readonly paperLayers: number;
  readonly source: readonly string[];
  /** What the decoder reads: `<start>` and the words already written. */
  readonly prefix: readonly string[];
  /** The word that this step writes. */
  readonly next: string;
}

/** One station: what happens, and the shape of what leaves it. */
export interface Station {
  readonly label: string;
  readonly shape: readonly [number, number];
  readonly kind: 'attention' | 'cross' | 'feedForward' | 'norm' | 'other';
}

/** A column of the drawing; the stations in `repeated` are passed `dimensions.layers` times. */
export interface Route {
  readonly before: readonly Station[];
  readonly repeated: readonly Station[];
  readonly after: readonly Station[];
}

const norm = (shape: readonly [number, number]): Station => ({ label: '相加，层归一化', shape, kind: 'norm' });

/** Source words → memory: the shape n×d never changes. */
export function encoderRoute({ dimensions: { d_model, d_ff, heads }, source }: PipelineState): Route {
  const shape = [source.length, d_model] as const;
  return {
    before: [{ label: `嵌入 ×√${d_model}，加位置`, shape, kind: 'other' }],
    repeated: [
      { label: `自注意力，${heads} 头`, shape, kind: 'attention' },
      norm(shape),
      { label: `前馈 ${d_model}→${d_ff}→${d_model}`, shape, kind: 'feedForward' },
      norm(shape),
    ],
    after: [{ label: '编码器输出', shape, kind: 'other' }],
  };
}

/** Target prefix → scores: one row per word read, only the last one is used. */
export function decoderRoute({ dimensions: { d_model, d_ff, heads, targetWords }, prefix }: PipelineState): Route {
  const shape = [prefix.length, d_model] as const;
  return {
    before: [{ label: `嵌入 ×√${d_model}，加位置`, shape, kind: 'other' }],
    repeated: [
      { label: '自注意力，因果掩码', shape, kind: 'attention' },
      norm(shape),
      { label: `交叉注意力，${heads} 头`, shape, kind: 'cross' },
      norm(shape),
      { label: `前馈 ${d_model}→${d_ff}→${d_model}`, shape, kind: 'feedForward' },
      norm(shape),
    ],
    after: [
      { label: '线性层，logits', shape: [prefix.length, targetWords], kind: 'other' },
      { label: '末行 softmax', shape: [1, targetWords], kind: 'other' },
    ],
  };
}

/** The step of the chapter: I is written, love comes next. */
export function initialState(dimensions: Dimensions): PipelineState {
  return { dimensions, paperLayers: 6, source: ['我', '爱', '自然语言处理'], prefix: ['<start>', 'I'], next: 'love' };
}

/** A place on the route: box `box` of a column, in its `layer`-th pass when the box is repeated. */
export interface Stop {
  readonly column: 'encoder' | 'decoder';
  readonly box: number;
  readonly layer: number | undefined;
  readonly station: Station;
}

function walk(column: Stop['column'], { before, repeated, after }: Route, layers: number): Stop[] {
  const single = (station: Station, box: number): Stop => ({ column, box, layer: undefined, station });
  return [
    ...before.map(single),
    ...Array.from({ length: layers }, (_layer, layer) => repeated.map((station, index): Stop =>
      ({ column, box: before.length + index, layer, station }))).flat(),
    ...after.map((station, index) => single(station, before.length + repeated.length + index)),
  ];
}

/** Every station in the order in which the numbers pass it. */
export function stops(state: PipelineState): Stop[] {
  const { layers } = state.dimensions;
  return [...walk('encoder', encoderRoute(state), layers), ...walk('decoder', decoderRoute(state), layers)];
}

/** The stop at a box; repeated boxes keep the layer of the stop that one comes from. */
export function stopAt(all: readonly Stop[], column: Stop['column'], box: number, layer: number): number {
  const here = all.flatMap((stop, index) => (stop.column === column && stop.box === box ? [index] : []));
  return here.find((index) => all[index]?.layer === layer) ?? here[0] ?? -1;
}
