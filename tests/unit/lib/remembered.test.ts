import { describe, expect, test } from 'vitest';
import { memoryCache } from '../../../src/lib/result-cache.ts';
import { remembered } from '../../../src/lib/remembered.ts';

interface Around {
  readonly title: (id: string) => { readonly text: string } | undefined;
  readonly terms: () => { readonly version: string; readonly find: (text: string) => boolean };
}
const around = (titles: Readonly<Record<string, string>>, version = '1'): Around => ({
  title: (id) => (titles[id] === undefined ? undefined : { text: titles[id] }),
  terms: () => ({ version, find: () => true }),
});

/** Whether the work was done once more when everything stood as in `after`. */
async function redone(before: Around, after: Around, work: (around: Around) => string, [first, second] = ['甲', '甲']): Promise<boolean> {
  const cache = memoryCache();
  let times = 0;
  const make = (given: Around): string => { times += 1; return work(given); };
  await remembered(cache, first, before, make);
  const fresh = work(after);
  expect(await remembered(cache, second, after, make)).toBe(fresh);
  return times === 2;
}

const titles = (given: Around): string => `${given.title('a')?.text}/${given.title('b')?.text}`;

describe('work is done again', () => {
  test.each([
    ['when an answer is another', around({ a: '一' }), around({ a: '二' })],
    ['when there is an answer now', around({ a: '一' }), around({ a: '一', b: '二' })],
    ['when there is no answer any more', around({ a: '一', b: '二' }), around({ a: '一' })],
  ])('%s', async (_case, before, after) => expect(await redone(before, after, titles)).toBe(true));

  test('when what it may look up later has another version', async () => {
    expect(await redone(around({}), around({}, '2'), (given) => String(given.terms().find('x')))).toBe(true);
  });

  test('for another input', async () => expect(await redone(around({ a: '一' }), around({ a: '一' }), titles, ['甲', '乙'])).toBe(true));
});

describe('work is not done again', () => {
  test('while every answer is the same', async () => expect(await redone(around({ a: '一' }), around({ a: '一' }), titles)).toBe(false));
  test('for a change that it did not ask about', async () => {
    expect(await redone(around({ a: '一', c: '三' }, '1'), around({ a: '一', c: '四' }, '2'), titles)).toBe(false);
  });
});

test('what fails is not kept', async () => {
  const cache = memoryCache();
  await expect(remembered(cache, '甲', around({}), () => { throw new Error('no'); })).rejects.toThrow('no');
  expect(await remembered(cache, '甲', around({}), () => 'yes')).toBe('yes');
});
