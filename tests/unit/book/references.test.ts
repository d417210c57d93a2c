import { describe, expect, test } from 'vitest';
import { parseReferences, shortAuthors } from '../../../src/book/references.ts';

const entry = (fields: string): string => `@misc{k,\n  author = {A, B},\n  title = {T},\n  year = {2020},\n  ${fields}\n}\n`;

describe('parseReferences', () => {
  test.each([
    ['eprint = {1706.03762}, url = {https://x.org/}', 'https://arxiv.org/abs/1706.03762', 'arXiv:1706.03762'],
    ['doi = {10.1/2}', 'https://doi.org/10.1/2', 'doi:10.1/2'],
    ['url = {https://x.org/a?b=1}', 'https://x.org/a?b=1', 'x.org'],
  ])('%s leads to %s', (fields, address, source) => {
    const { references, issues } = parseReferences(entry(fields), 'references.bib');
    expect(issues).toEqual([]);
    expect(references.get('k')).toMatchObject({ line: 1, column: 1, address, source, title: 'T', year: '2020' });
  });

  test('names keep their order, institutions stay whole, particles stay with the name', () => {
    const { references } = parseReferences('@article{k, author = {van der Berg, Jan and {DeepSeek-AI}}, journal = {J}}', 'x');
    expect(references.get('k')).toMatchObject({ authors: ['Jan van der Berg', 'DeepSeek-AI'], venue: 'J' });
  });

  test('titles keep the case in which they are written', () => {
    const { references } = parseReferences('@misc{k, title = {Attention Is All You Need}}', 'x');
    expect(references.get('k')?.title).toBe('Attention Is All You Need');
  });

  test.each(['not a url', 'javascript:alert(1)', 'ftp://x.org/'])('the address %s is an issue, not a crash', (url) => {
    const { issues } = parseReferences(entry(`url = {${url}}`), 'references.bib');
    expect(issues.map(({ message }) => message)).toEqual([`文献「k」的地址 ${url} 打不开`]);
  });

  test('says whether entries may be missing', () => {
    expect(parseReferences(entry('eprint = {1}'), 'x').complete).toBe(true);
    expect(parseReferences('@misc{', 'x').complete).toBe(false);
  });
});

test('three authors are named, more are counted as 等', () => {
  expect(shortAuthors({ authors: ['甲', '乙', '丙'] })).toBe('甲、乙、丙');
  expect(shortAuthors({ authors: ['甲', '乙', '丙', '丁'] })).toBe('甲、乙、丙 等');
});
