import { describe, expect, test } from 'vitest';
import { drawFormulas } from '../../../src/markdown/drawn-formulas.ts';

const draw = (...tex: string[]) => drawFormulas(tex.map((formula) => ({ tex: formula, display: false })));
const characters = (...tex: string[]) => [...draw(...tex).characters].toSorted().join('');

describe('drawFormulas', () => {
  test.each([
    ['what is drawn counts, not what is written', String.raw`\alpha\le\sum`, 'α≤∑'],
    ['entities are the characters that they stand for', 'a<b', '<ab'],
    ['colour macros draw their argument', String.raw`\query{Q}`, 'Q'],
  ])('%s', (_name, tex, expected) => expect([...characters(tex)].toSorted()).toEqual([...expected].toSorted()));

  test('notes the classes of what it set', () => {
    expect(draw(String.raw`\mathcal{L}`).classes.has('mathcal')).toBe(true);
    expect(draw('x').classes.has('mathcal')).toBe(false);
    expect(draw('x').classes.has('katex-mathml')).toBe(true);
  });
});
