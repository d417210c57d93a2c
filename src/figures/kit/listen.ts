/** Clicks, keys, controls and drags of a figure, as actions. */

import { arrowOf, neighbour, oneStop, parts } from './cells.ts';
import type { Action } from './element.ts';

type Part = SVGElement | HTMLElement;

/** `name:1,2` with the value of the control. */
function read(act: string, value = ''): Action {
  const [name = '', places = ''] = act.split(':');
  return { name, at: places === '' ? [] : places.split(',').map(Number), value };
}

function valueOf(control: Part): string {
  const { type, checked, value } = control as HTMLInputElement;
  if (type !== 'checkbox') return value;
  return checked ? 'on' : '';
}

const within = (event: Event, selector: string): Part | null =>
  event.target instanceof Element ? event.target.closest<Part>(selector) : null;

type Send = (action: Action) => void;

function press(event: Event, send: Send): void {
  const node = within(event, '[data-act]');
  if (node === null || node.matches('input, select') || node.ariaDisabled === 'true') return;
  send(read(node.dataset.act ?? '', node.dataset.value));
}

/** Sliders and choices answer while they move; numbers and words when they are finished. */
function enter(event: Event, send: Send): void {
  const control = within(event, 'input[data-act], select[data-act]');
  if (control === null) return;
  const finished = control.matches('[type="number"], [type="text"]');
  if ((event.type === 'change') === finished) send(read(control.dataset.act ?? '', valueOf(control)));
}

/** Whether the key meant something to a part of the drawing. */
function keyOnPart(node: Part, key: string, send: Send): boolean {
  const { act, step, drag } = node.dataset;
  const arrow = arrowOf(key);
  if (drag !== undefined && arrow !== undefined) {
    send({ ...read(drag), move: { by: [arrow[1], arrow[0]] } });
    return true;
  }
  if (act !== undefined && (key === 'Enter' || key === ' ')) {
    send(read(act, node.dataset.value));
    return true;
  }
  if (step !== undefined && '+=-−'.includes(key)) {
    send(read(step, '+='.includes(key) ? '1' : '-1'));
    return true;
  }
  const next = node.dataset.cell === undefined ? undefined : neighbour(node, key);
  next?.focus();
  if (next?.closest('[data-follow]')) send(read(next.dataset.act ?? ''));
  return next !== undefined;
}

const playerSteps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -1e9, End: 1e9 };

function keyDown(event: KeyboardEvent, send: Send): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = within(event, parts);
  const by = playerSteps[event.key];
  if (node !== null && !node.matches('button, input, select') && keyOnPart(node, event.key, send)) event.preventDefault();
  else if (by !== undefined && within(event, '.lab-player') && !within(event, 'input, select')) {
    event.preventDefault();
    send({ name: 'lab-step', at: [by], value: '' });
  }
}

/** A drag follows the pointer until it is let go, wherever it goes. */
function drag(event: PointerEvent, send: Send): void {
  const handle = within(event, '[data-drag]') as SVGElement | null;
  const svg = handle?.closest('svg');
  if (!handle || !svg || event.button !== 0) return;
  const action = read(handle.dataset.drag ?? '');
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
    send({ ...action, move: { to: [x, y] } });
  };
  // Redraws keep the node, so the capture holds, and with it the focus that the press gives.
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', follow), { once: true });
}

/** The cell that has the focus is its grid's stop in the tab order, also after the next redraw. */
function visit(event: Event, visited: Map<string, string>): void {
  const cell = within(event, '[data-cell]');
  const grid = cell?.closest<Part>('[data-cells]');
  if (!cell || !grid) return;
  visited.set(grid.dataset.cells ?? '', cell.dataset.cell ?? '');
  oneStop(grid, visited);
}

/** Sends what the reader does within `root`; `visited` keeps the cell of each grid that had the focus. */
export function listen(root: HTMLElement, send: Send, visited: Map<string, string>): void {
  root.addEventListener('click', (event) => press(event, send));
  root.addEventListener('input', (event) => enter(event, send));
  root.addEventListener('change', (event) => enter(event, send));
  root.addEventListener('keydown', (event) => keyDown(event, send));
  root.addEventListener('focusin', (event) => visit(event, visited));
  root.addEventListener('pointerdown', (event) => drag(event, send));
}
