import { parse, type Creator, type Entry } from '@retorquere/bibtex-parser';
import { fileStart, type Issue, type Place } from '../lib/issue.ts';

/** A work that chapters cite. */
export interface Reference extends Place {
  readonly key: string;
  readonly authors: readonly string[];
  readonly title: string;
  readonly year: string;
  /** Journal, proceedings, publisher or institution; empty for a bare preprint. */
  readonly venue: string;
  /** Address of the work itself: arXiv, DOI, or the given URL. */
  readonly address: string;
  /** What a reader recognises the address by: `arXiv:1706.03762`, `doi:…`, or its host. */
  readonly source: string;
}

function authorName({ name, firstName, prefix, lastName, suffix }: Creator): string {
  return name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ');
}

function host(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function locate({ eprint, doi, url }: Entry['fields']): Pick<Reference, 'address' | 'source'> {
  if (eprint !== undefined) return { address: `https://arxiv.org/abs/${eprint}`, source: `arXiv:${eprint}` };
  if (doi !== undefined) return { address: `https://doi.org/${doi}`, source: `doi:${doi}` };
  return url === undefined ? { address: '', source: '' } : { address: url, source: host(url) };
}

/** Where entries begin in the file, by key; a key that is there twice has two places. */
function entryPlaces(text: string): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const [index, line] of text.split('\n').entries()) {
    const key = /^\s*@\w+\s*\{\s*([^,\s}]*)/.exec(line)?.[1];
    if (key === undefined) continue;
    places.set(key, [...places.get(key) ?? [], { line: index + 1, column: line.indexOf('@') + 1 }]);
  }
  return places;
}

function toReference(entry: Entry, place: Place): Reference {
  const { fields } = entry;
  return {
    ...place,
    key: entry.key,
    authors: (fields.author ?? fields.editor ?? []).map(authorName),
    title: fields.title ?? '',
    year: fields.year ?? fields.date?.slice(0, 4) ?? '',
    venue: fields.journal ?? fields.journaltitle ?? fields.booktitle ?? fields.publisher?.join(', ') ??
      fields.institution?.join(', ') ?? fields.howpublished ?? '',
    ...locate(fields),
  };
}

function complaints(reference: Reference): Pick<Issue, 'message' | 'hint'>[] {
  const missing = (['authors', 'title', 'year', 'address'] as const).filter((field) => reference[field].length === 0);
  const wrongAddress = reference.address !== '' && !(/^https?:/.test(reference.address) && URL.canParse(reference.address));
  return [
    ...(missing.length === 0 ? [] : [{
      message: `文献「${reference.key}」缺少 ${missing.map((field) => fieldNames[field]).join('、')}`,
      hint: '写全 author、title、year，以及 eprint（arXiv）、doi 或 url 之一；查不到的文献不要引用。',
    }]),
    ...(wrongAddress ? [{
      message: `文献「${reference.key}」的地址 ${reference.address} 打不开`, hint: 'url 以 https:// 开头，写全域名。',
    }] : []),
  ];
}

const fieldNames = { authors: 'author', title: 'title', year: 'year', address: 'eprint、doi 或 url' } as const;

/** Addresses of one work differ at most in case and a last slash; an anchor is another place. */
const workOf = (address: string): string => address.toLowerCase().replace(/\/$/, '');

type Library = Pick<ReturnType<typeof parse>, 'entries' | 'errors'>;

/** The parser reports nearly all errors; what it throws becomes one more. */
function parseLibrary(text: string): Library {
  try {
    return parse(text, { sentenceCase: false });
  } catch (error) {
    return { entries: [], errors: [{ error: error instanceof Error ? error.message : String(error), input: '' }] };
  }
}

/** The parser says `… at line 11, column 1 in "article"`; where it does not, the first line of its input is looked up. */
function errorPlace(text: string, { error, input }: Library['errors'][number]): Place {
  const [, line, column] = / at line (\d+), column (\d+)/.exec(error) ?? [];
  const start = text.indexOf(input?.split('\n')[0] ?? '');
  return line === undefined
    ? { line: text.slice(0, Math.max(0, start)).split('\n').length, column: 1 }
    : { line: Number(line), column: Number(column) };
}

/** Reads a BibTeX file. Entries that are incomplete, doubled or broken are returned as issues. */
export function parseReferences(text: string, file: string): {
  readonly references: ReadonlyMap<string, Reference>;
  readonly issues: readonly Issue[];
  /** `false` where entries may be missing because the file breaks BibTeX's syntax. */
  readonly complete: boolean;
} {
  const library = parseLibrary(text);
  const places = entryPlaces(text);
  const references = new Map<string, Reference>();
  const issues: Issue[] = library.errors.map((error) => ({
    file, ...errorPlace(text, error),
    message: `BibTeX 语法错误：${error.error.replace(/ at line \d+.*$/s, '')}`,
    hint: '检查上一条文献的花括号是否成对、字段之间是否有逗号。',
  }));
  const complain = ({ line, column }: Place, complaint: Pick<Issue, 'message' | 'hint'>): void => {
    issues.push({ file, line, column, ...complaint });
  };
  for (const entry of library.entries) {
    const place = places.get(entry.key)?.shift() ?? fileStart;
    const earlier = references.get(entry.key);
    if (earlier !== undefined) {
      complain(place, { message: `文献「${entry.key}」出现了两次`, hint: `删去其中一条；另一条在第 ${earlier.line} 行。` });
      continue;
    }
    const reference = toReference(entry, place);
    const twin = reference.address === '' ? undefined : [...references.values()].find(({ address }) => workOf(address) === workOf(reference.address));
    if (twin !== undefined) {
      complain(place, { message: `文献「${entry.key}」与「${twin.key}」是同一个地址`, hint: `只留一条，正文都引用它；另一条在第 ${twin.line} 行。` });
    }
    references.set(entry.key, reference);
    const cutShort = entry.input === '';
    if (!cutShort) for (const complaint of complaints(reference)) complain(place, complaint);
  }
  return { references, issues, complete: library.errors.length === 0 };
}

/** 「Vaswani, Shazeer, Parmar 等」: three names at most, as a reader wants to see them in a list. */
export function shortAuthors({ authors }: Pick<Reference, 'authors'>): string {
  return authors.length <= 3 ? authors.join('、') : `${authors.slice(0, 3).join('、')} 等`;
}
