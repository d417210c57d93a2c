import { expect, test } from 'vitest';
import raw from '../../../../content/llm/pretrained/bert-reproduction/film.json';
import { figure } from '../../../../src/figures/cloze-film/element.ts';
import { filmOf, lossAt, shownAt } from '../../../../src/figures/cloze-film/model.ts';
import { drawClozeFilm } from '../../../../src/figures/cloze-film/view.ts';

const film = filmOf(raw);
const at = (step: number, question: number) =>
  shownAt(film, { frame: film.frames.findIndex((frame) => frame.step === step), question });

test('the film opens where the chapter ends: the duck at 0.801', () => {
  const { step, guesses } = shownAt(film, figure.initial);
  expect([step, guesses[0], guesses[1]]).toEqual([800, ['鸭', 0.801], ['猫', 0.179]]);
});

test('the sound is learnt first, then the classifier, then both sides together', () => {
  expect(at(200, 1).guesses[0]).toEqual(['猫', 0.898]);
  expect(at(200, 0).guesses[0]?.[1]).toBeLessThan(0.35);
  expect(at(300, 0).guesses.slice(0, 2)).toEqual([['猫', 0.689], ['鸭', 0.256]]);
  expect(at(500, 0).guesses[0]).toEqual(['鸭', 0.735]);
});

test('the loss of a checkpoint is that of the stretch that begins there, and the last one stands at the end', () => {
  expect(lossAt(film, 75)).toBe(1.639);
  expect(lossAt(film, 800)).toBe(film.losses.at(-1));
});

test('what was not recorded is refused', () => {
  expect(() => shownAt(film, { frame: 99, question: 0 })).toThrow(RangeError);
  expect(figure.parse({ frame: 0, question: 4 })).toBeUndefined();
});

test('another question is another drawing', () => {
  const next = figure.update(figure.initial, { name: 'question', at: [], value: '1' });
  expect(drawClozeFilm(film, next)).toContain('0.988');
  expect(figure.update(figure.initial, { name: 'other', at: [], value: '' })).toBe(figure.initial);
});
