/** The bar of a figure with steps. Its keys: ← → one step, Home and End, Space on the button plays and stops. */

import { button, picker } from './controls.ts';
import type { Player } from './element.ts';
import { element, escapeText } from './svg.ts';

/** Milliseconds a frame stays, by speed. */
export const speeds: readonly (readonly [number, string])[] = [[2400, '慢'], [1200, '中速'], [500, '快']];

/** What the player itself remembers; the figure's state knows only the step. */
export interface Playing {
  readonly running: boolean;
  readonly pace: number;
  /** All frames in a row instead of one after another: for readers who asked for less motion. */
  readonly spread: boolean;
}

export const atRest: Playing = { running: false, pace: 1200, spread: false };

export function playerBar<State>(player: Player<State>, state: State, { running, pace, spread }: Playing): string {
  const last = player.count(state) - 1;
  const step = player.step(state);
  const words = player.name?.(state, step) ?? `第 ${step + 1} 步`;
  const place = `${step + 1} / ${last + 1}`;
  return element('div', { class: 'lab-player', role: 'group', 'aria-label': '播放' },
    button({ act: 'lab-step:-1', label: '上一步', disabled: step === 0 }),
    element('span', { class: 'lab-play' }, button({ act: 'lab-play', label: running ? '暂停' : '播放' })),
    button({ act: 'lab-step:1', label: '下一步', disabled: step === last }),
    `<label class="lab-field lab-timeline"><span class="sr-only">步骤</span><input type="range" data-act="lab-go" min="0" max="${last}" step="1" value="${step}" aria-valuetext="${escapeText(`${place}，${words}`)}"><span class="lab-shown" aria-hidden="true">${escapeText(place)}</span></label>`,
    element('span', { class: 'lab-play' }, picker({ act: 'lab-pace', label: '速度', options: speeds, value: pace })),
    element('span', { class: 'lab-spread' }, button({ act: 'lab-spread', label: '摊开各步', pressed: spread })));
}
