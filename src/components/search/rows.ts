import { chapterPath } from '../../lib/paths.ts';
import { markText } from '../../search/excerpt.ts';
import type { Answer, Result, Row } from '../../search/results.ts';
import { href } from '../chrome/href.ts';
import { make, piecesOf } from './dom.ts';

/** In the dialog rows are the options of a list box; on the page they are plain links in lists. */
export type Mode = 'dialog' | 'page';

const shownHeadings = 3;

export function searchAddress(query: string, part = ''): string {
  const parameters = new URLSearchParams({ q: query, ...(part !== '' && { part }) });
  return `${href('/search/')}?${parameters.toString()}`;
}

function address({ chapter, highlight }: Result, id: string): string {
  const parameters = new URLSearchParams(highlight.slice(0, 4).map((phrase) => ['hl', phrase]));
  return `${href(chapterPath(chapter.id))}?${parameters.toString()}${id === '' ? '' : `#${encodeURIComponent(id)}`}`;
}

const option = (mode: Mode): Record<string, string> => (mode === 'dialog' ? { role: 'option', 'aria-selected': 'false', tabindex: '-1' } : {});
const item = (mode: Mode): 'div' | 'li' => (mode === 'dialog' ? 'div' : 'li');
const none = (mode: Mode): Record<string, string> => (mode === 'dialog' ? { role: 'none' } : {});

function headingRow(result: Result, row: Row, mode: Mode): HTMLElement {
  return make(item(mode), none(mode), make('a.search-heading', { href: address(result, row.id), 'data-result': '', ...option(mode) },
    make('span.search-heading-title', {}, ...piecesOf(markText(row.text, result.highlight))),
    row.excerpt.length > 0 && make('span.search-excerpt', {}, ...piecesOf(row.excerpt))));
}

/** Further headings: on the page they unfold in place, the dialog leads to the page. */
function moreRow(result: Result, answer: Answer, mode: Mode): HTMLElement {
  const rest = result.rows.slice(shownHeadings);
  const label = `还有 ${rest.length} 处`;
  if (mode === 'dialog') {
    return make('div', { role: 'none' }, make('a.search-more', { href: searchAddress(answer.query), ...option(mode) }, label));
  }
  const button = make('button.search-more', { type: 'button' }, label);
  const place = make('li', {}, button);
  button.addEventListener('click', () => {
    const rows = rest.map((row) => headingRow(result, row, mode));
    place.replaceWith(...rows);
    rows[0]?.querySelector('a')?.focus();
  });
  return place;
}

function chapterItem(result: Result, answer: Answer, mode: Mode): HTMLElement {
  const { chapter, rows } = result;
  const section = chapter.place.slice(1).join(' › ');
  const alone = rows.every((row) => row.excerpt.length === 0);
  const link = make('a.search-chapter', { href: address(result, result.target), 'data-result': '', 'data-chapter': chapter.id, ...option(mode) },
    section !== '' && make('span.search-place', {}, section),
    make('span.search-title', {}, ...piecesOf(markText(chapter.title, result.highlight))),
    (alone || result.target === '') && result.excerpt.length > 0 && make('span.search-excerpt', {}, ...piecesOf(result.excerpt)));
  const headings = rows.slice(0, shownHeadings).map((row) => headingRow(result, row, mode));
  const more = rows.length > shownHeadings && moreRow(result, answer, mode);
  const list = headings.length > 0 && make(mode === 'dialog' ? 'div' : 'ul', { class: 'search-headings', role: mode === 'dialog' ? 'none' : 'list' }, ...headings, more);
  return make(item(mode), mode === 'dialog' ? { role: 'group', 'aria-label': chapter.title } : {}, link, list);
}

/** Results in rank order; a part's name stands above each run of its chapters. */
export function resultNodes(answer: Answer, mode: Mode): HTMLElement[] {
  const groups: { readonly part: string; readonly title: string; readonly items: HTMLElement[] }[] = [];
  for (const result of answer.results) {
    const last = groups.at(-1);
    const row = chapterItem(result, answer, mode);
    if (last?.part === result.chapter.part) last.items.push(row);
    else groups.push({ part: result.chapter.part, title: result.chapter.place[0] ?? '', items: [row] });
  }
  return groups.map(({ part, title, items }) => make('div.search-group', { 'data-part': part, ...none(mode) },
    make(mode === 'page' ? 'h2' : 'p', { class: 'search-part', ...none(mode) }, title),
    make(mode === 'dialog' ? 'div' : 'ol', { class: 'search-chapters', role: mode === 'dialog' ? 'none' : 'list' }, ...items)));
}
