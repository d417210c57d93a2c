/** What one layer costs when it lets n tokens exchange information: four kinds of layer side by side. */

/** Sizes as the reader's sliders give them. */
export interface DeskState {
  /** Tokens, as a power of two: n = 2^logN. */
  readonly logN: number;
  /** Width of a token's vector, as a power of two: d = 2^logD. */
  readonly logD: number;
  /** Kernel width of the convolution. */
  readonly kernel: number;
  /** Window of the restricted self-attention, as a power of two. */
  readonly logR: number;
  /** false: the leading terms of the paper's table 1; true: every matrix product of a layer. */
  readonly whole: boolean;
}

export interface DeskRow {
  readonly name: string;
  /** How the count is written. */
  readonly formula: string;
  /** Multiplications in one layer for one sequence. */
  readonly cost: number;
  /** Steps that have to wait for one another within a layer. */
  readonly steps: number;
  /** Layers or steps that information needs from the first token to the last. */
  readonly path: number;
}

/** The chapter's paragraph of 1024 tokens, 512 numbers each. */
export const openingDesk: DeskState = { logN: 10, logD: 9, kernel: 3, logR: 7, whole: false };

/** Layers of a one-sided dilated convolution (dilation k^l in layer l) until the last token sees the first. */
export function dilatedLayers(n: number, kernel: number): number {
  let layers = 0;
  for (let reach = 1; reach < n; reach *= kernel) layers += 1;
  return layers;
}

/** Every row of the desk; with `whole` the recurrent layer is an LSTM and attention has its four projections. */
export function deskRows({ logN, logD, kernel, logR, whole }: DeskState): DeskRow[] {
  const n = 2 ** logN;
  const d = 2 ** logD;
  const r = Math.min(n, 2 ** logR);
  const projections = whole ? 4 * n * d * d : 0;
  const pairs = whole ? 2 : 1;
  return [
    {
      name: '自注意力', formula: whole ? '4nd² + 2n²d' : 'n²d',
      cost: projections + pairs * n * n * d, steps: 1, path: n > 1 ? 1 : 0,
    },
    {
      name: whole ? '循环（LSTM）' : '循环', formula: whole ? '8nd²' : 'nd²',
      cost: (whole ? 8 : 1) * n * d * d, steps: n, path: n - 1,
    },
    { name: `卷积（k=${kernel}）`, formula: 'knd²', cost: kernel * n * d * d, steps: 1, path: dilatedLayers(n, kernel) },
    {
      name: `受限自注意力（r=${r}）`, formula: whole ? '4nd² + 2rnd' : 'rnd',
      cost: projections + pairs * r * n * d, steps: 1, path: r >= n ? Math.min(1, n - 1) : Math.ceil((n - 1) / Math.max(1, r / 2)),
    },
  ];
}
