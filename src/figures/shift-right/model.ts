/** One target sentence turned into as many small questions as it has words, all asked in one pass. */

export interface ShiftRightState {
  /** The target with both boundary tokens, e.g. ⟨start⟩ I love NLP ⟨end⟩; at least two tokens. */
  readonly sequence: readonly string[];
  /** False shows the classic mistake: the decoder is fed the labels themselves. */
  readonly shifted: boolean;
  /** False takes the causal mask away: every position sees every input. */
  readonly masked: boolean;
  /** The position that is looked at, 1-based; 0 looks at all. */
  readonly position: number;
}

export interface Question {
  readonly input: string;
  readonly label: string;
  /** Decoder inputs that are visible at this position: under the causal mask up to and including the own one. */
  readonly visible: readonly string[];
  readonly hidden: readonly string[];
  /** Whether the token to be predicted is itself one of the visible inputs (by place, not by spelling). */
  readonly leaks: boolean;
}

/** Decoder inputs: without the last token when shifted, otherwise the labels themselves. */
export function decoderInputs({ sequence, shifted }: ShiftRightState): readonly string[] {
  return shifted ? sequence.slice(0, -1) : sequence.slice(1);
}

/** Labels: the sequence without its first token. */
export function labels({ sequence }: ShiftRightState): readonly string[] {
  return sequence.slice(1);
}

export function questions(state: ShiftRightState): Question[] {
  const inputs = decoderInputs(state);
  /** Place in `sequence` of decoder input i; the label of position i stands at place i + 1. */
  const placeOfInput = (i: number): number => (state.shifted ? i : i + 1);
  return labels(state).map((label, i) => {
    const seen = state.masked ? i + 1 : inputs.length;
    return {
      input: inputs[i] ?? '',
      label,
      visible: inputs.slice(0, seen),
      hidden: inputs.slice(seen),
      leaks: placeOfInput(0) <= i + 1 && i + 1 <= placeOfInput(seen - 1),
    };
  });
}

/** The column, among the decoder inputs, that holds the answer to position i (0-based); −1 when none does. */
export function answerColumn({ sequence, shifted }: ShiftRightState, i: number): number {
  const column = shifted ? i + 1 : i;
  return column < sequence.length - 1 ? column : -1;
}

export const initialState: ShiftRightState = {
  sequence: ['⟨start⟩', 'I', 'love', 'NLP', '⟨end⟩'],
  shifted: true,
  masked: true,
  position: 0,
};
