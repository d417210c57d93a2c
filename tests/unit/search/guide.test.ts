import { expect, test } from 'vitest';
import { homes, packSections } from '../../../src/search/guide.ts';

const names = new Map([['zh-cn_1a2b3c4', 'a/b'], ['zh-cn_1a2f000', 'a/b'], ['zh-cn_9000000', 'c']]);

test('names of sections are as short as tells them apart, and lead to their chapters', () => {
  const packed = packSections(names);
  expect(packed).toEqual({ width: 4, sections: { 'a/b': '1a2b 1a2f', c: '9000' } });
  const homeOf = homes(packed);
  expect([...names.keys()].map(homeOf)).toEqual(['a/b', 'a/b', 'c']);
  expect(homeOf('zh-cn_7777777')).toBe('');
});

test('a book without a chapter has a guide', () => {
  expect(packSections(new Map())).toEqual({ width: 1, sections: {} });
});
