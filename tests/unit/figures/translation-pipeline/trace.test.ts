import { beforeAll, describe, expect, test } from 'vitest';
import { loadTranslator, translator } from '../../../../src/figures/alignment-grid/weights.ts';
import { stopAt, stops } from '../../../../src/figures/translation-pipeline/model.ts';
import { columnCount, initial, pipeline, stopCount, tell, visit, type State } from '../../../../src/figures/translation-pipeline/state.ts';
import { arithmetic, trace } from '../../../../src/figures/translation-pipeline/trace.ts';

beforeAll(() => loadTranslator('sound'));

const at = (label: string, column: 'encoder' | 'decoder', layer?: number): number =>
  stops(pipeline(initial)).findIndex((stop) => stop.station.label.startsWith(label) && stop.column === column && (layer === undefined || stop.layer === layer));

describe('the stops', () => {
  test('pass every layer in turn, and the numbers follow the same order', () => {
    const all = stops(pipeline(initial));
    const numbers = trace(translator('sound'), initial.source, ['<start>', 'I']);
    expect(all).toHaveLength(stopCount);
    expect(numbers).toHaveLength(stopCount);
    all.forEach(({ station }, index) => {
      const output = numbers[index]?.output ?? [];
      expect([output.length, output[0]?.length]).toEqual([...station.shape]);
      const isAttention = numbers[index]?.kind.endsWith('attention') ?? false;
      expect(isAttention).toBe(station.kind === 'attention' || station.kind === 'cross');
    });
  });

  test('a box of a repeated frame opens in the layer that one is in', () => {
    const all = stops(pipeline(initial));
    expect(all[stopAt(all, 'decoder', 3, 1)]?.layer).toBe(1);
    expect(stopAt(all, 'encoder', 0, 1)).toBe(0);
  });
});

describe('the arithmetic', () => {
  const model = () => translator('sound');
  const numbers = (index: number) => {
    const found = trace(model(), initial.source, ['<start>', 'I'])[index];
    if (found === undefined) throw new Error(`no stop ${index}`);
    return found;
  };
  const result = (words: string): number => Number(/= (−?[\d.]+)$/.exec(words)?.[1]?.replace('−', '-'));

  test.each([['norm', 2], ['self-attention', 1], ['softmax', stopCount - 1]] as const)('of %s ends in the number on show', (_kind, index) => {
    const found = numbers(index);
    const shown = found.kind === 'self-attention' ? found.weights[0]?.[0]?.[1] : found.output[0]?.[1];
    expect(result(arithmetic(found, { row: 0, column: 1, head: 0 }, model()))).toBeCloseTo(shown ?? NaN, 3);
  });

  test('a key after the query is told as masked', () => {
    expect(arithmetic(numbers(at('自注意力', 'decoder', 0)), { row: 0, column: 1, head: 0 }, model())).toBe('被因果掩码挡住，分数是 −∞，权重是 0');
  });

  test('a pick outside the table moves to its edge', () => {
    expect(arithmetic(numbers(0), { row: 99, column: 99, head: 0 }, model())).toBe(arithmetic(numbers(0), { row: 2, column: 31, head: 0 }, model()));
  });
});

test('the route stops at the word that the chapter stops at', () => {
  expect(pipeline(initial)).toMatchObject({ prefix: ['<start>', 'I'], next: 'love' });
  expect(pipeline({ ...initial, word: 9 })).toMatchObject({ prefix: ['<start>', 'I', 'love', 'NLP'], next: '<end>' });
});

test('the last stop gives love the probability of the chapter', () => {
  const state: State = { ...initial, stop: stopCount - 1, column: translator('sound').target_vocab.indexOf('love') };
  expect(tell(state)).toMatch(/love：e\^11\.683 ÷ .* = 1\.000。$/);
  expect(visit(state)?.tensor.rows).toEqual(['love']);
  expect(columnCount(state)).toBe(30);
});

test('the translation is told with its probability', () => {
  expect(tell(initial)).toMatch(/^我 爱 自然语言处理 → I love NLP（概率 0\.99\d）。$/);
});
