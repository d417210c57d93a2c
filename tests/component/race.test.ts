import { expect, test } from 'vitest';
import type { Race, RaceEntry } from '../../src/book/race.ts';
import RaceTable from '../../src/components/chrome/RaceTable.astro';
import { render } from './render.ts';

const entry = (name: string, cpu: number, more: Partial<RaceEntry> = {}): RaceEntry =>
  ({ name, load: 2, build: { wall: cpu, cpu, memory: 900, state: 'done' }, ...more });
const race = (...entries: RaceEntry[]): Race =>
  ({ date: '2026-11-24', chapters: 100, machine: { processor: 'CPU', cores: 2, memory: 24, node: 'v24', browser: 'Chromium' }, entries });

const cellsOf = async (label: string, data: Race): Promise<string[]> => {
  const html = await render(RaceTable, { race: data });
  const row = new RegExp(`<tr><th scope="row">${label}</th>(.*?)</tr>`).exec(html)?.[1] ?? '';
  return [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell);
};

test('the best of a row stands out, also where it is not ours', async () => {
  expect(await cellsOf('构建，CPU 秒', race(entry('本站', 17), entry('别站', 12.3)))).toEqual(['17.0', '<strong>12.3</strong>']);
});

test('a build that was ended at its limit is a lower bound, and what was not measured is a dash', async () => {
  const late = entry('别站', 600, { build: { wall: 900, cpu: 600, memory: 9000, state: 'too long' } });
  expect(await cellsOf('构建，CPU 秒', race(entry('本站', 17), late))).toEqual(['<strong>17.0</strong>', '&gt; 600.0']);
  const early = entry('别站', 6, { build: { wall: 9, cpu: 6, memory: 90, state: 'too long' } });
  expect(await cellsOf('构建，CPU 秒', race(entry('本站', 17), early))).toEqual(['<strong>17.0</strong>', '&gt; 6.0']);
  expect(await cellsOf('一章请求数', race(entry('本站', 17), late))).toEqual(['—', '—']);
});

test('a search without a result has no time, and the bare minimum is no rival', async () => {
  const data = race(entry('本站', 17, { search: { hits: 1, time: 900, typed: 100, bytes: 2048 } }), entry('下限', 9), entry('别站', 30, { search: { hits: 0, time: 60_000, typed: 60_000, bytes: 4096 } }));
  expect(await cellsOf('打开就输入，等到结果，秒', data)).toEqual(['<strong>0.9</strong>', '—']);
  expect(await cellsOf('搜句中一个词：结果数', data)).toEqual(['<strong>1</strong>', '0']);
  expect(await render(RaceTable, { race: data })).toContain('用 9.0 CPU 秒');
});
