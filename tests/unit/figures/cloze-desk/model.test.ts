import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fill, type Encoder } from '../../../../src/figures/cloze-desk/encoder.ts';
import { figure } from '../../../../src/figures/cloze-desk/element.ts';
import { cloze, pressed, sentences } from '../../../../src/figures/cloze-desk/model.ts';
import { drawCloze } from '../../../../src/figures/cloze-desk/view.ts';

const load = (name: string): Encoder =>
  JSON.parse(readFileSync(new URL(`../../../../content/llm/pretrained/bert/${name}.json`, import.meta.url), 'utf8')) as Encoder;
const readers = { left: load('left'), right: load('right'), both: load('both') };
const round = (value: number): number => Math.round(value * 1000) / 1000;
const best = (state: Parameters<typeof cloze>[1]): Record<string, readonly (string | number)[]> => {
  const { guesses } = cloze(readers, state);
  return Object.fromEntries(Object.entries(guesses).map(([key, list]) =>
    [key, list.slice(0, 2).flatMap(({ word, probability }) => [word, round(probability)])]));
};

describe('the cloze desk', () => {
  test('opens with the numbers of the chapter: each side leaves two animals, both sides leave one', () => {
    expect(best(figure.initial)).toEqual({
      left: ['鸭', 0.51, '猫', 0.476],
      right: ['鸭', 0.568, '鱼', 0.417],
      both: ['鸭', 0.976, '猫', 0.018],
    });
  });

  test('a word that contradicts its sentence is doubted even where it is not hidden', () => {
    const { truth, guesses } = cloze(readers, { sentence: 2, blanks: [], focus: 5 });
    expect(truth.both).toBeLessThan(0.9);
    expect(guesses.both[1]?.word).toBe('鸭');
  });

  test('the left reader does not change when the words on the right do', () => {
    const at5 = (line: string): number[] | undefined => fill(readers.left, line.split(' '))[5];
    expect(at5('[CLS] 我 有 一 只 [MASK] ， 它 爱 游泳 。 [SEP]')).toEqual(at5('[CLS] 我 有 一 只 [MASK] 。 的 的 的 的 [SEP]'));
  });

  test('probabilities add up to 1 at every place', () => {
    for (const model of Object.values(readers)) {
      for (const row of fill(model, ['[CLS]', ...(sentences[3] ?? []), '[SEP]'])) {
        expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      }
    }
  });

  test('pressing hides, looks, shows', () => {
    const start = { sentence: 0, blanks: [5], focus: 5 };
    const two = pressed(start, 9);
    expect(two).toEqual({ sentence: 0, blanks: [5, 9], focus: 9 });
    expect(pressed(two, 5)).toEqual({ sentence: 0, blanks: [5, 9], focus: 5 });
    expect(pressed(start, 5)).toEqual({ sentence: 0, blanks: [], focus: 5 });
  });

  test('a place outside the sentence is refused', () => {
    expect(figure.parse({ sentence: 3, blanks: [10], focus: 0 })).toBeUndefined();
    expect(figure.parse({ sentence: 0, blanks: [10], focus: 10 })).toEqual({ sentence: 0, blanks: [10], focus: 10 });
  });

  test('the drawing says in words what it shows', () => {
    expect(drawCloze(figure.initial, cloze(readers, figure.initial))).toContain('两边都看：鸭 0.976');
  });
});
