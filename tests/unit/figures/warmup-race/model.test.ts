import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chance, curves, spread, type Race } from '../../../../src/figures/warmup-race/model.ts';
import { drawWarmupRace } from '../../../../src/figures/warmup-race/view.ts';

const race = JSON.parse(
  readFileSync(new URL('../../../../content/llm/transformer/architecture/warmup.json', import.meta.url), 'utf8'),
) as Race;
const end = { step: race.config.steps };

describe('the race of norms and warm-up', () => {
  test('post-LN without warm-up stays at the level of guessing for every seed', () => {
    const [low, high] = spread(race, end, 'post', false);
    expect(chance(race)).toBeCloseTo(2.079, 3);
    expect(low).toBeGreaterThan(2.08);
    expect(high).toBeLessThan(2.09);
  });

  test('warm-up starts post-LN, with very different results', () => {
    expect(spread(race, end, 'post', true)).toEqual([0.076, 1.822]);
  });

  test('pre-LN learns either way', () => {
    expect(spread(race, end, 'pre', false)[1]).toBeLessThanOrEqual(0.002);
    expect(spread(race, end, 'pre', true)[1]).toBeLessThanOrEqual(0.002);
  });

  test('a step cuts all five curves of a group', () => {
    expect(curves(race, { step: 30 }, 'pre', true).map((curve) => curve.length)).toEqual([3, 3, 3, 3, 3]);
  });

  test('the drawing says the ends in words', () => {
    expect(drawWarmupRace(race, end)).toContain('有预热的五条 0.076–1.822');
  });
});
