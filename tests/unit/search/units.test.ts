import { expect, test } from 'vitest';
import { stopWords } from '../../../src/search/build/stop-words.ts';
import { knownWords, unitsOf } from '../../../src/search/units.ts';

const known = knownWords(['自注意力', '注意力', '束搜索', '掩码'], stopWords);
/** A dictionary that knows nothing: every character alone. */
const cut = (text: string): string[] => [...text];

test.each([
  ['自注意力', ['自注意力']],
  ['自注意力的掩码', ['自注意力', '掩码']],
  ['如何理解束搜索', ['理解', '束搜索']],
  ['掩码怎么办', ['掩码']],
  ['置换等变', ['置换等变']],
  ['softmax 函数', ['softmax', '函数']],
  ['list[int]', ['list[int]']],
  ['((((掩码', ['掩码']],
  ['掩码 掩码', ['掩码']],
  ['c++', ['c++']],
  ['的', []],
])('%s → %j', (query, expected) => { expect(unitsOf(query, known, cut)).toEqual(expected); });

test('a dictionary that cuts words of the field is overruled by the names of terms', () => {
  expect(unitsOf('自注意力', known, () => ['自', '注意力'])).toEqual(['自注意力']);
});

test('a pasted page gives no more than eight units', () => {
  expect(unitsOf('a1 b2 c3 d4 e5 f6 g7 h8 i9 j0', known, cut)).toHaveLength(8);
});
