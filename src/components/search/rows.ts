import { chapterPath } from '../../lib/paths.ts';
import { markText } from '../../search/excerpt.ts';
import type { Answer, Result, Row } from '../../search/results.ts';
import { href } from '../chrome/href.ts';
import { make, piecesOf } from './dom.ts';

/** What leads to a chapter's further headings; `rest` makes their rows. */
export type MoreRow = (label: string, query: string, rest: () => HTMLElement[]) => HTMLElement;

const shownHeadings = 3;

export function searchAddress(query: string, part = ''): string {
  const parameters = new URLSearchParams({ q: query, ...(part !== '' && { part }) });
  return `${href('/search/')}?${parameters.toString()}`;
}

function address({ chapter, highlight }: Result, id: string): string {
  const parameters = new URLSearchParams(highlight.slice(0, 4).map((phrase) => ['hl', phrase]));
  return `${href(chapterPath(chapter.id))}?${parameters.toString()}${id === '' ? '' : `#${encodeURIComponent(id)}`}`;
}

function headingRow(result: Result, { id, text, excerpt }: Row): HTMLElement {
  return make('li', {}, make('a.search-heading', { href: address(result, id), 'data-result': '' },
    make('span.search-heading-title', {}, ...piecesOf(markText(text, result.highlight))),
    excerpt.length > 0 && make('span.search-excerpt', {}, ...piecesOf(excerpt))));
}

function chapterItem(result: Result, query: string, moreRow: MoreRow): HTMLElement {
  const { chapter, rows, target, excerpt, highlight } = result;
  const section = chapter.place.slice(1).join(' › ');
  const alone = rows.every((row) => row.excerpt.length === 0);
  const rest = rows.slice(shownHeadings);
  return make('li', {},
    make('a.search-chapter', { href: address(result, target), 'data-result': '', 'data-chapter': chapter.id },
      section !== '' && make('span.search-place', {}, section),
      make('span.search-title', {}, ...piecesOf(markText(chapter.title, highlight))),
      (alone || target === '') && excerpt.length > 0 && make('span.search-excerpt', {}, ...piecesOf(excerpt))),
    rows.length > 0 && make('ul.search-headings', { role: 'list' },
      ...rows.slice(0, shownHeadings).map((row) => headingRow(result, row)),
      rest.length > 0 && make('li', {}, moreRow(`还有 ${rest.length} 处`, query, () => rest.map((row) => headingRow(result, row))))));
}

/** Results in rank order; a part's name stands above each run of its chapters. */
export function resultNodes({ results, query }: Answer, moreRow: MoreRow): HTMLElement[] {
  const groups: HTMLElement[] = [];
  let chapters: HTMLElement | undefined;
  results.forEach((result, index) => {
    const { part, place } = result.chapter;
    if (chapters === undefined || part !== results[index - 1]?.chapter.part) {
      chapters = make('ol.search-chapters', { role: 'list' });
      groups.push(make('div.search-group', { 'data-part': part }, make('h2.search-part', {}, place[0] ?? ''), chapters));
    }
    chapters.append(chapterItem(result, query, moreRow));
  });
  return groups;
}
