import { describe, expect, test } from 'vitest';
import { memoryCache } from '../../../src/lib/result-cache.ts';
import { drawFormulas } from '../../../src/markdown/drawn-formulas.ts';
import { formulaSetter } from '../../../src/markdown/katex.ts';

const draw = (...tex: string[]) => drawFormulas(tex.map((formula) => ({ tex: formula, display: false })), formulaSetter(memoryCache()));
/** Characters drawn below an element of the class. */
const below = (name: string, ...tex: string[]): string =>
  [...draw(...tex).runs].filter(([key]) => key.split(' ').includes(name)).flatMap(([, run]) => [...run]).filter((character) => character !== '\u200B').toSorted().join('');

describe('drawFormulas', () => {
  test.each([
    ['what is drawn counts, not what is written', String.raw`\alpha\le\sum`, 'α≤∑'],
    ['entities are the characters that they stand for', 'a<b', '<ab'],
    ['colour macros draw their argument', String.raw`\query{Q}`, 'Q'],
  ])('%s', (_name, tex, expected) => expect(below('katex', tex)).toBe([...expected].toSorted().join('')));

  test('tells characters apart by the classes around them', () => {
    const tex = String.raw`x+\mathbb{R}`;
    expect([below('mathnormal', tex), below('mathbb', tex), below('mbin', tex)]).toEqual(['x', 'R', '+']);
  });

  test('a class ends with its element', () => {
    expect(below('mathcal', String.raw`\mathcal{L}=y`)).toBe('L');
  });

  test('notes the classes of what it set', () => {
    expect(draw(String.raw`\mathcal{L}`).classes.has('mathcal')).toBe(true);
    expect(draw('x').classes.has('mathcal')).toBe(false);
    expect(draw('x').classes.has('katex-mathml')).toBe(true);
  });

  test('what cannot be set is left out', () => {
    expect(draw(String.raw`\nothing`).runs.size).toBe(0);
  });
});
