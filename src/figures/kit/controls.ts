/**
 * Controls as HTML text. `act` names the action (`name` or `name:1,2`); the value comes with it.
 * `lab@` in names and ids becomes the figure's name, so that two figures on a page keep apart.
 */

import { element, escapeText } from './svg.ts';

const attributes = { class: 'lab-field' };

/** A word button; `pressed` makes it a switch. A disabled one keeps its focus and does nothing. */
export function button({ act, label, pressed, disabled = false }: {
  readonly act: string;
  readonly label: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}): string {
  return element('button', {
    type: 'button', class: 'lab-button', 'data-act': act,
    'aria-pressed': pressed === undefined ? undefined : String(pressed), 'aria-disabled': disabled ? 'true' : undefined,
  }, escapeText(label));
}

/** A range; `shown` is the value in words beside it. */
export function slider({ act, label, min, max, step = 1, value, shown = String(value) }: {
  readonly act: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value: number;
  readonly shown?: string;
}): string {
  return element('label', attributes,
    element('span', {}, escapeText(label)),
    `<input type="range" data-act="${escapeText(act)}" min="${min}" max="${max}" step="${step}" value="${value}" aria-valuetext="${escapeText(shown)}">`,
    element('span', { class: 'lab-shown', 'aria-hidden': 'true' }, escapeText(shown)));
}

/** One of a few; native radio buttons, so the arrow keys change it. */
export function choice({ act, label, options, value }: {
  readonly act: string;
  readonly label: string;
  /** [value, words] */
  readonly options: readonly (readonly [string | number, string])[];
  readonly value: string | number;
}): string {
  const items = options.map(([option, words]) =>
    `<label><input type="radio" name="lab@${escapeText(act)}" data-act="${escapeText(act)}" value="${escapeText(String(option))}"${option === value ? ' checked' : ''}><span>${escapeText(words)}</span></label>`);
  return element('fieldset', { class: 'lab-choice' }, element('legend', {}, escapeText(label)), ...items);
}

/** One of many. */
export function picker({ act, label, options, value }: Parameters<typeof choice>[0]): string {
  const items = options.map(([option, words]) =>
    `<option value="${escapeText(String(option))}"${option === value ? ' selected' : ''}>${escapeText(words)}</option>`);
  return element('label', attributes, element('span', {}, escapeText(label)),
    element('select', { 'data-act': act }, ...items));
}

/** A yes or no; its value is `on` or ''. */
export function toggle({ act, label, on }: { readonly act: string; readonly label: string; readonly on: boolean }): string {
  return `<label class="lab-toggle"><input type="checkbox" data-act="${escapeText(act)}"${on ? ' checked' : ''}><span>${escapeText(label)}</span></label>`;
}

/** A number with − and +; typing it in works too. All three send the new number. */
export function stepper({ act, label, value, min, max, step = 1 }: {
  readonly act: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}): string {
  const tidy = (next: number): number => Math.round(Math.min(max, Math.max(min, next)) * 1e6) / 1e6;
  const side = (sign: string, words: string, next: number): string =>
    `<button type="button" class="lab-button" data-act="${escapeText(act)}" data-value="${tidy(next)}" aria-label="${escapeText(label)}${words}"${next < min || next > max ? ' aria-disabled="true"' : ''}>${sign}</button>`;
  return `<span class="lab-field lab-stepper"><label><span>${escapeText(label)}</span><input type="number" data-act="${escapeText(act)}" min="${min}" max="${max}" step="${step}" value="${value}"></label>${side('−', '减小', value - step)}${side('+', '增大', value + step)}</span>`;
}

/** A line of text, sent when the reader leaves it or presses Enter; `suggestions` are offered by the browser. */
export function textField({ act, label, value, suggestions = [] }: {
  readonly act: string;
  readonly label: string;
  readonly value: string;
  readonly suggestions?: readonly string[];
}): string {
  const list = `lab@${act}-list`;
  const items = suggestions.map((words) => `<option value="${escapeText(words)}"></option>`).join('');
  return `<label class="lab-field lab-text"><span>${escapeText(label)}</span><input type="text" data-act="${escapeText(act)}" value="${escapeText(value)}" autocomplete="off" spellcheck="false"${items === '' ? '' : ` list="${list}"`}></label>${items === '' ? '' : `<datalist id="${list}">${items}</datalist>`}`;
}

/** Buttons side by side, under a name. */
export function row(label: string, ...children: readonly string[]): string {
  return element('div', { class: 'lab-row', role: 'group', 'aria-label': label },
    element('span', { class: 'lab-row-name', 'aria-hidden': 'true' }, escapeText(label)), ...children);
}
