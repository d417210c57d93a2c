import { expect, test } from 'vitest';
import { readPage } from '../../../src/search/evidence.ts';
import { mark } from '../../../src/search/full-text.ts';
import { lighten } from '../../../src/search/headings.ts';

const alike = (): number => 1;
const page = (text: string, about = '') => ({ chapter: 'a/b', passages: [{ id: '', text, body: 0 }], about });
const listing = `${mark.codeStart}frozenset(x) ${'y = 1 '.repeat(12)}${mark.codeEnd}`;

test('a name that a sentence explains outweighs the same name in a listing', () => {
  const wanted = { phrase: 'frozenset', units: ['frozenset'] };
  const [told, listed] = [page(`冻结的集合叫 ${mark.codeStart}frozenset${mark.codeEnd}。`), page(listing)].map((each) => readPage(each, wanted, alike));
  expect(told?.density).toBeGreaterThan(listed?.density ?? 1);
  expect(listed?.share).toBe(1);
});

test('what names and glosses of its terms say counts as said by the chapter', () => {
  const wanted = { phrase: '形状不同相加', units: ['形状', '不同'] };
  expect(readPage(page('广播。'), wanted, alike).share).toBe(0);
  expect(readPage(page('广播。', '广播 机制：形状 不同 的 数组'), wanted, alike)).toMatchObject({ share: 1, about: 1, literal: false });
});

test('common words tell little among many, and are believed in a short query', () => {
  const common = new Set(['自己']);
  expect(lighten(alike, { phrase: '', units: ['打包', '发布', '自己'] }, common)('自己')).toBeLessThan(0.5);
  expect(lighten(alike, { phrase: '', units: ['自己', '打包'] }, common)('自己')).toBe(1);
});
