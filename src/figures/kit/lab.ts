/** A figure in the reader's hands: listens, asks the definition for the next state, and redraws in place. */

import { sharedState, shareHash, type Action, type Figure } from './element.ts';
import { panelHtml } from './frame.ts';
import { listen } from './listen.ts';
import { atRest, type Playing } from './player.ts';
import { Surface } from './surface.ts';

function part(lab: HTMLElement, name: string): HTMLElement {
  const node = lab.querySelector<HTMLElement>(`:scope > .${name}`);
  if (node === null) throw new Error(`figure-lab 里缺 .${name}`);
  return node;
}

class Lab<State> {
  readonly #root: HTMLElement;
  readonly #figure: Figure<State>;
  readonly #opening: State;
  readonly #visited = new Map<string, string>();
  readonly #stage: Surface;
  readonly #panel: Surface;
  #state: State;
  #playing: Playing = atRest;
  #timer = 0;
  #turn = Promise.resolve();

  constructor(root: HTMLElement, figure: Figure<State>) {
    this.#root = root;
    this.#figure = figure;
    this.#opening = figure.parse(JSON.parse(root.dataset.state ?? 'null')) ?? figure.initial;
    this.#state = this.#opening;
    this.#stage = new Surface(part(root, 'lab-stage'), this.#visited);
    this.#panel = new Surface(part(root, 'lab-panel'), this.#visited);
    listen(root, (action) => this.#send(action), this.#visited);
    addEventListener('hashchange', () => this.#queue(() => this.#takeShared()));
    root.dataset.live = '';
    this.#queue(() => this.#takeShared());
  }

  /** One thing after another, also while data is on its way. */
  #queue(task: () => void | Promise<void>): void {
    this.#turn = this.#turn.then(task).catch(reportError);
  }

  #send(action: Action): void {
    this.#queue(() => this.#act(action));
  }

  async #act(action: Action): Promise<void> {
    if (action.name === 'lab-share') return this.#share();
    if (!await this.#isReady(this.#state)) return;
    if (action.name === 'lab-reset') return this.#reset();
    if (action.name === 'lab-play') return this.#play(!this.#playing.running);
    if (action.name === 'lab-spread') return this.#setPlaying({ spread: !this.#playing.spread });
    if (action.name === 'lab-pace') return this.#setPlaying({ pace: Number(action.value) });
    if (action.name.startsWith('lab-')) this.#stop();
    await this.#set(this.#next(action));
  }

  #next(action: Action): State {
    const { player } = this.#figure;
    if (player === undefined || !action.name.startsWith('lab-')) return this.#figure.update(this.#state, action);
    const wanted = action.name === 'lab-go' ? Number(action.value) : player.step(this.#state) + (action.at[0] ?? 0);
    const last = player.count(this.#state) - 1;
    return player.go(this.#state, Math.min(last, Math.max(0, wanted)));
  }

  async #isReady(state: State): Promise<boolean> {
    if (this.#figure.ready === undefined) return true;
    const patience = setTimeout(() => this.#say('正在取这张图要用的数据……'), 300);
    try {
      await this.#figure.ready(state);
      return true;
    } catch {
      this.#say('没有取到这张图要用的数据，请检查网络后再试。');
      return false;
    } finally {
      clearTimeout(patience);
    }
  }

  async #set(next: State): Promise<void> {
    const before = this.#state;
    if (next === before || this.#figure.parse(next) === undefined) return this.#draw();
    if (!await this.#isReady(next)) return;
    this.#state = next;
    this.#draw();
    this.#say(this.#figure.announce(next, before));
  }

  #say(words: string): void {
    const line = part(this.#root, 'lab-said');
    if (line.textContent !== words) line.textContent = words;
  }

  /** The action of the control or the part that has the focus. */
  #focused(): string | null | undefined {
    return this.#root.querySelector(':focus')?.getAttribute('data-act');
  }

  #draw(): void {
    const act = this.#focused();
    this.#stage.draw(this.#frames());
    this.#panel.draw(panelHtml(this.#figure, this.#state, this.#playing));
    this.#root.dataset.state = JSON.stringify(this.#state);
    if (!act || this.#focused() === act) return;
    (this.#root.querySelector<HTMLElement>(`[data-act="${CSS.escape(act)}"]`) ?? part(this.#root, 'lab-panel').querySelector('button'))?.focus();
  }

  /** The frame, or all frames of the player in a row (their ids told apart). */
  #frames(): string {
    const { name, view, player } = this.#figure;
    if (player === undefined || !this.#playing.spread) return view(this.#state);
    const ids = new RegExp(`(["\\s])${name}-`, 'g');
    return Array.from({ length: player.count(this.#state) }, (_frame, step) =>
      `<div class="lab-frame">${view(player.go(this.#state, step)).replace(ids, `$1${name}-${step}-`)}</div>`).join('');
  }

  #setPlaying(change: Partial<Playing>): void {
    this.#playing = { ...this.#playing, ...change };
    this.#draw();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#playing.running) this.#setPlaying({ running: false });
  }

  async #play(running: boolean): Promise<void> {
    const { player } = this.#figure;
    if (player === undefined) return;
    clearTimeout(this.#timer);
    const atEnd = player.step(this.#state) >= player.count(this.#state) - 1;
    if (running && atEnd) await this.#set(player.go(this.#state, 0));
    this.#setPlaying({ running });
    if (running) this.#tick();
  }

  #tick(): void {
    this.#timer = window.setTimeout(() => this.#queue(() => this.#advance()), this.#playing.pace);
  }

  /** The next frame, unless the reader stopped meanwhile. */
  async #advance(): Promise<void> {
    const { player } = this.#figure;
    if (player === undefined || !this.#playing.running) return;
    const last = player.count(this.#state) - 1;
    const step = Math.min(player.step(this.#state) + 1, last);
    await this.#set(player.go(this.#state, step));
    if (step === last) this.#stop();
    else this.#tick();
  }

  async #reset(): Promise<void> {
    this.#stop();
    this.#visited.clear();
    await this.#set(this.#opening);
    if (location.hash.startsWith(`#${this.#figure.name}~`)) history.replaceState(null, '', location.pathname + location.search);
  }

  async #share(): Promise<void> {
    history.replaceState(null, '', shareHash(this.#figure, this.#state));
    try {
      await navigator.clipboard.writeText(location.href);
      this.#say('链接已复制，打开它就是现在的样子。');
    } catch {
      this.#say('链接已写进地址栏，打开它就是现在的样子。');
    }
  }

  async #takeShared(): Promise<void> {
    const shared = sharedState(this.#figure, location.hash);
    if (shared !== undefined) await this.#set(shared);
  }
}

/** Makes a printed first frame move. */
export function start<State>(root: HTMLElement, figure: Figure<State>): void {
  if (root.dataset.live === undefined) new Lab(root, figure);
}
