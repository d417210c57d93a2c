/** The HTML around a figure: its drawing, its controls (out of sight until the script runs), its spoken line. */

import { button } from './controls.ts';
import type { Figure } from './element.ts';
import { atRest, playerBar, type Playing } from './player.ts';
import { element, escapeText } from './svg.ts';

/** Everything the reader can press, for one state; `playing` is what the player remembers. */
export function panelHtml<State>(figure: Figure<State>, state: State, playing: Playing = atRest): string {
  const { controls, player } = figure;
  const html = [
    player === undefined ? '' : playerBar(player, state, playing),
    controls === undefined ? '' : element('div', { class: 'lab-controls' }, controls(state)),
    element('div', { class: 'lab-bar' }, button({ act: 'lab-reset', label: '复位' }), button({ act: 'lab-share', label: '分享' })),
  ].join('');
  return html.replaceAll('lab@', `${figure.name}-`);
}

/** A figure as it stands in the built page: its first frame works alone; the script takes over from `data-state`. */
export function firstFrame<State>(figure: Figure<State>, state = figure.initial): string {
  return element('figure-lab', { class: 'lab', 'data-figure': figure.name, 'data-state': JSON.stringify(state) },
    element('div', { class: 'lab-stage' }, figure.view(state)),
    element('p', { class: 'lab-said', role: 'status' }, escapeText(figure.announce(state, state))),
    element('div', { class: 'lab-panel', role: 'group', 'aria-label': `操作：${figure.title}`, 'data-pagefind-ignore': '' },
      panelHtml(figure, state)));
}
