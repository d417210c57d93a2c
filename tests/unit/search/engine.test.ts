import { describe, expect, test, vi } from 'vitest';
import { SearchSession, type SearchState } from '../../../src/search/session.ts';
import { hostile } from '../../search/score.ts';
import { broken, engine, half } from './aux.ts';

const first = async (query: string): Promise<string | undefined> => (await engine().full(query)).results[0]?.chapter.id;

test.each([
  ['自注意力', 'llm/transformer/self-attention'], ['因果掩码', 'llm/transformer/masks'], ['束搜索', 'llm/transformer/translation'],
  ['beam search', 'llm/transformer/translation'], ['zhuyili', 'llm/transformer/self-attention'], ['自注意力機制', 'llm/transformer/self-attention'],
  ['tranformer 束搜索', 'llm/transformer/translation'], ['list[int]', 'llm/transformer/self-attention'], ['死锁的四个必要条件', 'cs/os/deadlock'], ['不可抢占', 'cs/os/deadlock'],
])('%s finds %s first', async (query, expected) => { expect(await first(query)).toBe(expected); });

test('a page that the full-text engine offers but that holds nothing of the query is not shown', async () => {
  const { results, nearest } = await engine().full('zxqwvjkzz');
  expect(results).toEqual([]);
  expect(nearest).toEqual([]);
});

test('nothing found: words that resemble the query are offered', async () => {
  expect((await engine().full('deadlocking')).nearest).toEqual(['死锁']);
});

test('rewrites are named, and only those that found something', async () => {
  expect((await engine().full('zhuyili')).rewrites.map(({ query }) => query)).toContain('注意力');
  expect((await engine().full('死锁')).rewrites.every(({ query }) => query === 'deadlock')).toBe(true);
});

test('a title that is the query leads to the top of the chapter, a match in the text to its section', async () => {
  expect((await engine().full('死锁')).results[0]?.target).toBe('');
  expect((await engine().full('不可抢占')).results[0]?.target).toBe('四个必要条件');
});

test('a part narrows the results and leaves the counts whole', async () => {
  const answer = await engine().full('练习', 'cs');
  expect(answer.results.map(({ chapter }) => chapter.part)).toEqual(['cs']);
  expect(answer.counts.map(({ id, count }) => [id, count])).toEqual([['cs', 1], ['llm', 2]]);
});

test('a planned chapter is named', async () => { expect((await engine().full('BERT')).planned).toEqual(['BERT 解析']); });

test('without the full text titles and headings still answer, marked as failed', async () => {
  const answer = await engine(broken).full('束搜索');
  expect(answer.fullText).toBe('failed');
  expect(answer.results[0]?.chapter.id).toBe('llm/transformer/translation');
});

test('an index that is half there is a failure, not an empty answer', async () => {
  expect((await engine(half).full('不可抢占')).fullText).toBe('failed');
});

test('a typing mistake in a word that stands in the text alone is mended once the full text is there', async () => {
  expect(engine().quick('dataloder').results).toEqual([]);
  const { rewrites, results } = await engine().full('dataloder');
  expect(rewrites).toMatchObject([{ kind: 'typo', query: 'dataloader' }]);
  expect(results[0]?.chapter.id).toBe('llm/transformer/self-attention');
});

describe('hostile input', () => {
  test.each(hostile.map((raw) => [raw.slice(0, 30), raw]))('%j neither throws nor takes long', async (_short, raw) => {
    const start = performance.now();
    const answer = await engine().full(raw);
    expect(performance.now() - start).toBeLessThan(300);
    expect(answer.query.length).toBeLessThanOrEqual(64);
  });
});

test('a burst of hostile input does not delay the query after it', async () => {
  const states: SearchState[] = [];
  const session = new SearchSession(() => Promise.resolve(engine()), (state) => states.push(state));
  const stale = hostile.map((raw) => session.ask(raw));
  const start = performance.now();
  await session.ask('束搜索');
  expect(performance.now() - start).toBeLessThan(300 + 120);
  await Promise.all(stale);
  expect(states.at(-1)?.answer?.results[0]?.chapter.id).toBe('llm/transformer/translation');
});

test('a session shows rows from headings before the full answer, and drops answers that come too late', async () => {
  const states: SearchState[] = [];
  const session = new SearchSession(() => Promise.resolve(engine()), (state) => states.push(state));
  const stale = session.ask('死锁');
  await session.ask('束搜索');
  await stale;
  expect(states.at(-1)?.phase).toBe('done');
  expect(states.filter(({ answer }) => answer?.query === '死锁')).toEqual([]);
  const rows = states.filter(({ answer }) => (answer?.results.length ?? 0) > 0);
  expect(rows.map(({ phase }) => phase)).toEqual(['loading', 'done']);
});

test('a session whose index fails says so and succeeds on retry', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(engine());
  const states: SearchState[] = [];
  const session = new SearchSession(load, (state) => states.push(state));
  await session.ask('死锁');
  expect(states.at(-1)).toEqual({ phase: 'failed', part: '' });
  await session.retry();
  expect(states.at(-1)?.phase).toBe('done');
});
