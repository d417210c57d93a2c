import { describe, expect, test } from 'vitest';
import { chineseNumeral, duration, tally, tallyText } from '../../src/components/chrome/labels.ts';
import {
  nextTheme, parseOutlineState, parsePlace, parseReadIds, parseTheme, toggled,
} from '../../src/components/chrome/reading-state.ts';
import { safeJson } from '../../src/components/chrome/structured-data.ts';

describe('what storage says is checked before it is believed', () => {
  test.each([[null], ['auto'], ['"><x'], ['']])('the theme %j is the system’s', (raw) => {
    expect(parseTheme(raw)).toBe('system');
  });

  test('the theme goes round', () => {
    expect(['system', 'light', 'dark'].map((theme) => nextTheme(parseTheme(theme)))).toEqual(['light', 'dark', 'system']);
  });

  test.each([
    [null, []],
    ['{', []],
    ['{"a":1}', []],
    ['["llm/a/b","llm/a/b","python/day01",7,"../x","<b>"]', ['llm/a/b', 'python/day01']],
  ])('read chapters %j', (raw, expected) => expect(parseReadIds(raw)).toEqual(expected));

  test('a tick is set and taken away', () => {
    expect(toggled(toggled([], 'llm/a/b'), 'llm/a/b')).toEqual([]);
  });

  const place = { path: '/llm/a/b/', title: '掩码', section: '起点', heading: '起点' };
  test.each([
    [place, place],
    [{ path: '/llm/a/b/', title: '掩码' }, { ...place, section: '', heading: '' }],
    [{ ...place, path: '/my.site/llm/a/b/' }, { ...place, path: '/my.site/llm/a/b/' }],
    [{ ...place, path: '//elsewhere.example/' }, undefined],
    [{ ...place, path: '/\\elsewhere.example/' }, undefined],
    [{ ...place, path: 'javascript:alert(1)' }, undefined],
    [{ ...place, title: 3 }, undefined],
    [{ ...place, title: 'x'.repeat(201) }, undefined],
    ['x', undefined],
    [null, undefined],
  ])('the place %j', (value, expected) => expect(parsePlace(JSON.stringify(value))).toEqual(expected));

  test.each([
    ['{"scroll":12,"open":["llm/a",3]}', { scroll: 12, open: ['llm/a'] }],
    ['{"scroll":-1,"open":[]}', undefined],
    ['{"scroll":"1","open":[]}', undefined],
    ['[1]', undefined],
  ])('the outline %j', (raw, expected) => expect(parseOutlineState(raw)).toEqual(expected));
});

describe('words for numbers', () => {
  test.each([[1, '一'], [7, '七'], [10, '十'], [12, '十二'], [20, '20']])('%i is %s', (number, word) => {
    expect(chineseNumeral(number)).toBe(word);
  });

  test.each([[7, '7 分钟'], [60, '1 小时'], [121, '2 小时 1 分']])('%i minutes are %s', (minutes, text) => {
    expect(duration(minutes)).toBe(text);
  });

  test('a tally claims nothing about chapters that do not exist', () => {
    expect(tallyText(tally([{ kind: 'planned', id: 'a/b', number: '1.1', title: 'x', requires: [] }]))).toBe('1 章，都在计划中');
  });
});

test('no text can end the element that holds structured data', () => {
  expect(safeJson({ name: '</script><script>' })).toBe(String.raw`{"name":"\u003c/script>\u003cscript>"}`);
});
