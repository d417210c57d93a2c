import type { SearchState } from '../../search/session.ts';
import type { Answer } from '../../search/results.ts';
import { href } from '../chrome/href.ts';
import { make } from './dom.ts';
import { searchAddress } from './rows.ts';

const link = (query: string): HTMLElement => make('a', { href: searchAddress(query), 'data-query': query }, query);

function joined(nodes: readonly HTMLElement[]): (HTMLElement | string)[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : ['、', node]));
}

/** 「按 注意力 搜索」: the reader always learns what else was looked for. */
function rewriteNote({ rewrites, results, query }: Answer): HTMLElement[] {
  if (rewrites.length === 0 || results.length === 0) return [];
  const fewer = rewrites.filter(({ kind }) => kind === 'fewer');
  const guessed = rewrites.filter(({ kind }) => kind !== 'alias');
  const [lead, shown] = guessed.length > 0 ? ['按', guessed] : ['也按', rewrites];
  return [make('p.search-rewrites', {},
    fewer.length > 0 && `没有一处写到整句「${query}」，`, `${lead} `, ...joined(shown.map((rewrite) => link(rewrite.query))), ' 搜索')];
}

function termNote({ terms }: Answer): HTMLElement[] {
  return terms.map(({ id, zh, en, abbr }) => make('p.search-term', {},
    make('a', { href: `${href('/glossary/')}#${id}` }, zh), ' ',
    make('span', { lang: 'en' }, abbr === '' ? en : `${en}, ${abbr}`),
    make('span.search-term-kind', {}, '术语')));
}

function plannedNote({ planned }: Answer): HTMLElement[] {
  if (planned.length === 0) return [];
  return [make('p.search-planned', {}, '计划中的章：', planned.map((title) => `《${title}》`).join(''))];
}

function emptyNote({ query, nearest }: Answer): HTMLElement[] {
  return [make('div.search-empty', {},
    make('p.search-empty-title', {}, `没有找到「${query}」`),
    nearest.length > 0 && make('p', {}, '想找的是不是：', ...joined(nearest.map(link))),
    make('p', {}, '换一种说法，或看', make('a', { href: href('/contents/') }, '目录'), '和', make('a', { href: href('/glossary/') }, '术语表'), '。'))];
}

function failureNote(state: SearchState, retry: () => void): HTMLElement[] {
  const button = make('button.search-retry', { type: 'button' }, '重试');
  button.addEventListener('click', retry);
  const text = state.answer === undefined
    ? ['搜索索引没有加载成功。也可以看', make('a', { href: href('/contents/') }, '目录'), '。']
    : ['全文索引未能加载，下面只有标题和术语里找到的。'];
  return [make('div.search-failure', {}, make('p', {}, ...text), button)];
}

/** What stands above the results. */
export function noteNodes(state: SearchState, retry: () => void): HTMLElement[] {
  const { phase, answer } = state;
  const failure = phase === 'failed' ? failureNote(state, retry) : [];
  if (answer === undefined) return phase === 'loading' ? [make('p.search-wait', {}, '正在打开索引…')] : failure;
  const wait = phase === 'loading' && answer.results.length === 0 ? [make('p.search-wait', {}, '正在查全文…')] : [];
  const empty = phase !== 'loading' && answer.results.length === 0 ? emptyNote(answer) : [];
  return [...failure, ...wait, ...empty, ...termNote(answer), ...rewriteNote(answer), ...plannedNote(answer)];
}

/** For screen readers, after typing has paused. */
export function statusText({ phase, answer }: SearchState): string {
  if (phase === 'idle') return '';
  if (phase === 'loading') return '正在搜索';
  const count = answer?.results.length ?? 0;
  return (phase === 'failed' ? '全文索引未能加载，' : '') + (count === 0 ? '没有找到' : `找到 ${count} 章`);
}
