import { expect, test } from 'vitest';
import film from '../../../../content/llm/transformer/reproduction/film.json';
import { figure } from '../../../../src/figures/training-film/element.ts';
import { frameOf, lossAt, sentence } from '../../../../src/figures/training-film/model.ts';
import { drawTrainingFilm } from '../../../../src/figures/training-film/view.ts';

const last = { frame: film.frames.length - 1, layer: 1 };

test('the film ends with the alignment that the other chapters show', () => {
  const cross = frameOf(film, last).cross[1] ?? [];
  expect([cross[0]?.[0], cross[1]?.[1], cross[2]?.[2]]).toEqual([0.893, 0.763, 0.978]);
});

test('at step 50 the translation is right while no weight exceeds one half', () => {
  const frame = frameOf(film, figure.initial);
  expect([frame.step, frame.words.join(' ')]).toEqual([50, 'I love NLP']);
  expect(Math.max(...(frame.cross[1] ?? []).flat())).toBeLessThan(0.5);
});

test('every row of weights sums to one', () => {
  for (const { cross } of film.frames) {
    for (const row of cross.flat()) expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
  }
});

test('the first loss is that of a model that knows nothing, and the last loss stands after the last update', () => {
  expect(lossAt(film, 0)).toBeCloseTo(3.886, 3);
  expect(lossAt(film, 400)).toBe(film.losses.at(-1));
});

test('a long translation is cut', () => {
  expect(sentence(frameOf(film, { frame: 0, layer: 1 }))).toBe('we we we we …');
});

test('a frame that was not recorded is refused', () => {
  expect(() => frameOf(film, { frame: 99, layer: 1 })).toThrow(RangeError);
  expect(figure.parse({ frame: 99, layer: 1 })).toBeUndefined();
});

test('the drawing shows the weights of the layer that the state names', () => {
  expect(drawTrainingFilm(film, last)).toContain('0.893');
  expect(drawTrainingFilm(film, { ...last, layer: 0 })).not.toContain('>0.893<');
});
