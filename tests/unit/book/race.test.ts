import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRace } from '../../../src/book/race.ts';

const folder = mkdtempSync(join(tmpdir(), 'race-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
const file = join(folder, 'results.json');
const tool = { name: '本站', load: 1, build: { wall: 1, cpu: 1, memory: 1, state: 'done' } };
const race = { date: '2026-11-24', chapters: 100, machine: { processor: 'x', cores: 2, memory: 24, node: 'v24', browser: 'x' }, entries: [tool, tool] };

test('reads what the bench wrote', () => {
  writeFileSync(file, JSON.stringify(race));
  expect(readRace(file).entries[0]?.name).toBe('本站');
});

test.each([
  ['a key that nobody shows', { ...race, surprise: 1 }],
  ['a state that is none', { ...race, entries: [tool, { ...tool, build: { ...tool.build, state: 'perhaps' } }] }],
  ['a date that is none', { ...race, date: '昨天' }],
  ['only one tool', { ...race, entries: [tool] }],
])('refuses %s', (_name, data) => {
  writeFileSync(file, JSON.stringify(data));
  expect(() => readRace(file)).toThrow();
});
