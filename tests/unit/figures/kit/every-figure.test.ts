import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { shareHash, sharedState, type Action, type Figure } from '../../../../src/figures/kit/element.ts';
import { firstFrame, panelHtml } from '../../../../src/figures/kit/frame.ts';

type State = Readonly<Record<string, unknown>>;
const folder = new URL('../../../../src/figures/', import.meta.url);
const names = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/element.ts`, folder)) && name !== 'kit');

const load = async (name: string): Promise<Figure<State>> =>
  ((await import(fileURLToPath(new URL(`${name}/element.ts`, folder)))) as { figure: Figure<State> }).figure;

/** What a control can send: its ends, its options, or what its button says. */
function values(tag: string, rest: string): string[] {
  if (tag.includes('type="checkbox"')) return ['on', ''];
  if (tag.startsWith('<select')) return [...rest.slice(0, rest.indexOf('</select>')).matchAll(/value="([^"]*)"/g)].map((match) => match[1] ?? '');
  if (tag.includes('data-step=')) return ['1', '-1'];
  if (!tag.startsWith('<input')) return [/ data-value="([^"]*)"/.exec(tag)?.[1] ?? ''];
  return [/ value="([^"]*)"/, / min="([^"]*)"/, / max="([^"]*)"/].flatMap((pattern) => pattern.exec(tag)?.[1] ?? []);
}

/** Every action that the page offers in a state. */
function offered(html: string): Action[] {
  return [...html.matchAll(/<\w+[^>]*? data-(act|drag)="([^"]+)"[^>]*>/g)].flatMap((match) => {
    const [tag, , act = ''] = match;
    const stepped = / data-step="([^"]+)"/.exec(tag)?.[1];
    return [act, ...(stepped === undefined ? [] : [stepped])].flatMap((whole) => {
      const [name = '', places = ''] = whole.split(':');
      const place = places === '' ? [] : places.split(',').map(Number);
      const kind = whole === stepped ? tag : tag.replace(/ data-step="[^"]+"/, '');
      return name.startsWith('lab-') ? [] : values(kind, html.slice(match.index)).map((value) => ({ name, at: place, value }));
    });
  });
}

describe.each(names)('the figure %s', (name) => {
  test('is called like its folder, and its page names the same script', async () => {
    const figure = await load(name);
    expect(figure.name).toBe(name);
    const page = readdirSync(new URL(`${name}/`, folder)).find((file) => file.endsWith('.astro')) ?? '';
    expect(readFileSync(new URL(`${name}/${page}`, folder), 'utf8')).toContain(`whenNear('${name}', () => import('./element.ts'))`);
  });

  test('draws a picture that says in words what it shows, with ids of its own', async () => {
    const figure = await load(name);
    await figure.ready?.(figure.initial);
    const html = firstFrame(figure);
    expect(html).toMatch(/role="img"|<table/);
    expect(figure.announce(figure.initial, figure.initial).length).toBeGreaterThan(5);
    for (const [, id = ''] of html.matchAll(/ id="([^"]+)"/g)) expect(id.startsWith(name)).toBe(true);
    expect(html.match(/ style="[^"]*"| on[a-z]+="|#[0-9a-f]{6}|undefined|lab@/g) ?? []).toEqual([]);
  });

  test('answers every action it offers with a state that it can share, draw and tell', async () => {
    const figure = await load(name);
    await figure.ready?.(figure.initial);
    const actions = offered(figure.view(figure.initial) + panelHtml(figure, figure.initial));
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions.slice(0, 400)) {
      const next = figure.update(figure.initial, action);
      expect(figure.parse(JSON.parse(JSON.stringify(next))), `${action.name}:${action.at.join()} = ${action.value}`).toEqual(next);
    }
    for (const action of actions.filter((_action, index) => index % Math.ceil(actions.length / 25) === 0)) {
      const next = figure.update(figure.initial, action);
      await figure.ready?.(next);
      expect(sharedState(figure, shareHash(figure, next))).toEqual(next);
      expect(figure.view(next) + panelHtml(figure, next)).not.toMatch(/undefined|>NaN px/);
      expect(figure.announce(next, figure.initial)).not.toContain('undefined');
    }
  });

  test('plays all its steps', async () => {
    const figure = await load(name);
    const { player, initial } = figure;
    await figure.ready?.(initial);
    const count = player?.count(initial) ?? 0;
    for (let step = 0; step < count; step += 1) {
      const state = player?.go(initial, step) ?? initial;
      expect(figure.parse(state)).toEqual(state);
      expect(player?.step(state)).toBe(step);
      expect(figure.view(state)).toContain('<svg');
    }
  });
});
