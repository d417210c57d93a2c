import { expect, test } from 'vitest';
import { readText } from '../../../src/search/evidence.ts';
import { mark } from '../../../src/search/full-text.ts';
import { lighten } from '../../../src/search/headings.ts';

const alike = (): number => 1;
const page = (text: string, about = '') => [{ passages: [{ id: '', text, body: 0 }], about }];
const listing = `${mark.codeStart}frozenset(x) ${'y = 1 '.repeat(12)}${mark.codeEnd}`;

test('a name that a sentence explains outweighs the same name in a listing', () => {
  const wanted = { phrase: 'frozenset', units: ['frozenset'] };
  const [told, listed] = [page(`冻结的集合叫 ${mark.codeStart}frozenset${mark.codeEnd}。`), page(listing)].map((each) => readText(each, wanted, alike));
  expect(told?.density).toBeGreaterThan(listed?.density ?? 1);
  expect(listed?.share).toBe(1);
});

test('what names and glosses of its terms say counts as said by the chapter', () => {
  const wanted = { phrase: '形状不同相加', units: ['形状', '不同'] };
  expect(readText(page('广播。'), wanted, alike).share).toBe(0);
  expect(readText(page('广播。', '广播 机制：形状 不同 的 数组'), wanted, alike)).toMatchObject({ share: 1, about: 1, literal: false });
});

test('common words tell little among many, and are believed in a short query', () => {
  const common = new Set(['自己']);
  expect(lighten(alike, { phrase: '', units: ['打包', '发布', '自己'] }, common)('自己')).toBeLessThan(0.5);
  expect(lighten(alike, { phrase: '', units: ['自己', '打包'] }, common)('自己')).toBe(1);
});

test('a word that stands in unread sections too weighs as if they had been read', () => {
  const wanted = { phrase: '种子', units: ['种子'] };
  const [once, often] = [[1], [6]].map((times) => readText(page('种子定下来。'), wanted, alike, times));
  expect(often?.density).toBeGreaterThan(2 * (once?.density ?? 1));
  expect(readText(page('没有。'), wanted, alike, [6])).toMatchObject({ share: 0, density: 0 });
});
