/** How many bytes the keys and values of a conversation take, and what shrinks them. */

export interface Shape {
  readonly name: string;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  /** Multi-head latent attention stores one latent vector and one rotary key per token instead. */
  readonly latent: number;
}

/** From the models' published configurations. */
export const shapes: readonly Shape[] = [
  { name: 'GPT-2（124M）', layers: 12, heads: 12, kvHeads: 12, headSize: 64, latent: 0 },
  { name: 'Llama 2 7B', layers: 32, heads: 32, kvHeads: 32, headSize: 128, latent: 0 },
  { name: 'Llama 3 8B', layers: 32, heads: 32, kvHeads: 8, headSize: 128, latent: 0 },
  { name: 'Llama 3 70B', layers: 80, heads: 64, kvHeads: 8, headSize: 128, latent: 0 },
  { name: 'DeepSeek-V3', layers: 61, heads: 128, kvHeads: 128, headSize: 128, latent: 512 + 64 },
];

export interface LedgerState {
  /** Index into `shapes`. */
  readonly shape: number;
  /** Tokens, as a power of two. */
  readonly power: number;
  readonly batch: number;
  /** Bytes a number: 4, 2 or 1. */
  readonly bytes: number;
}

export const initialState: LedgerState = { shape: 2, power: 13, batch: 1, bytes: 2 };

/** Numbers that are stored per token and layer. */
export interface Scheme { readonly name: string; readonly perToken: number; readonly used: boolean }

/** The same model with every scheme; `used` marks its own. MLA stores no separate keys and values. */
export function schemes({ heads, kvHeads, headSize, latent }: Shape): Scheme[] {
  const grouped = kvHeads < heads ? kvHeads : Math.max(1, heads / 4);
  return [
    { name: `MHA（${heads} 头）`, perToken: 2 * heads * headSize, used: latent === 0 && kvHeads === heads },
    { name: `GQA（${grouped} 组）`, perToken: 2 * grouped * headSize, used: kvHeads < heads },
    { name: 'MQA（1 组）', perToken: 2 * headSize, used: false },
    ...(latent > 0 ? [{ name: `MLA（${latent}）`, perToken: latent, used: true }] : []),
  ];
}

export function cacheBytes(layers: number, perToken: number, { power, batch, bytes }: LedgerState): number {
  return layers * perToken * 2 ** power * batch * bytes;
}

/** In the largest unit that leaves at least one, powers of 1024. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const level = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(bytes) / 10)));
  const value = bytes / 1024 ** level;
  return `${Number(value.toPrecision(3))} ${units[level] ?? ''}`;
}
