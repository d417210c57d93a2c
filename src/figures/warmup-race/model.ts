/** Training curves of a 12-layer encoder: the place of the norm, with and without warm-up, five seeds each. */

export interface WarmupRaceState {
  /** Training step up to which the curves are drawn, a multiple of `stride`. */
  readonly step: number;
}

/** The file `architecture/warmup.json`, which architecture/warmup.py writes. */
export interface Race {
  readonly config: { readonly layers: number; readonly symbols: number; readonly rate: number; readonly steps: number; readonly warmup: number };
  /** `loss[i]` is the mean over steps 10·i+1 … 10·i+10. */
  readonly runs: readonly { readonly norm: string; readonly warmup: boolean; readonly seed: number; readonly loss: readonly number[] }[];
}

export type Norm = 'post' | 'pre';

/** Steps that one recorded value averages over. */
export const stride = 10;

/** The curves of one group, cut at the state's step. */
export function curves({ runs }: Race, { step }: WarmupRaceState, norm: Norm, warmup: boolean): readonly (readonly number[])[] {
  return runs.filter((run) => run.norm === norm && run.warmup === warmup).map(({ loss }) => loss.slice(0, step / stride));
}

/** Lowest and highest loss of a group where its curves end. */
export function spread(race: Race, state: WarmupRaceState, norm: Norm, warmup: boolean): readonly [number, number] {
  const ends = curves(race, state, norm, warmup).flatMap((curve) => curve.slice(-1));
  return [Math.min(...ends), Math.max(...ends)];
}

/** The loss of an even guess. */
export const chance = ({ config }: Race): number => Math.log(config.symbols);
