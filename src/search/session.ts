import type { SearchEngine } from './engine.ts';
import type { Answer } from './results.ts';

export interface SearchState {
  /** `loading` may already carry rows from titles and headings; `failed` too. */
  readonly phase: 'idle' | 'loading' | 'done' | 'failed';
  readonly part: string;
  readonly answer?: Answer;
}

/** Full text is asked for when typing has paused so long, in milliseconds. */
const pause = 120;

/** Turns keystrokes into states: rows from headings at once, the full answer after a pause, stale answers dropped. */
export class SearchSession {
  readonly #engine: () => Promise<SearchEngine>;
  readonly #show: (state: SearchState) => void;
  #turn = 0;
  #asked: { readonly raw: string; readonly part: string } = { raw: '', part: '' };

  /** `engine` may reject and is then asked again by `retry`. */
  constructor(engine: () => Promise<SearchEngine>, show: (state: SearchState) => void) {
    this.#engine = engine;
    this.#show = show;
  }

  async ask(raw: string, part = ''): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#asked = { raw, part };
    if (raw.trim() === '') {
      this.#show({ phase: 'idle', part });
      return;
    }
    const current = (): boolean => turn === this.#turn;
    this.#show({ phase: 'loading', part });
    try {
      const engine = await this.#engine();
      if (!current()) return;
      const quick = engine.quick(raw, part);
      if (quick.query === '') {
        this.#show({ phase: 'idle', part });
        return;
      }
      this.#show({ phase: 'loading', part, answer: quick });
      await new Promise((resolve) => { setTimeout(resolve, pause); });
      if (!current()) return;
      const answer = await engine.full(raw, part);
      if (current()) this.#show({ phase: answer.fullText === 'failed' ? 'failed' : 'done', part, answer });
    } catch {
      if (current()) this.#show({ phase: 'failed', part });
    }
  }

  retry(): Promise<void> {
    return this.ask(this.#asked.raw, this.#asked.part);
  }
}
