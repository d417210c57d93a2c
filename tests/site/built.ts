import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { filesBelow } from '../../src/book/files.ts';

/** A folder with built pages and the path that it is mounted at. */
export interface Built {
  readonly folder: string;
  readonly base: string;
}

export const builds: readonly Built[] = [
  { folder: 'dist', base: '/' },
  { folder: 'dist-base', base: '/daily-deeplearning/' },
];

/** Paths below the folder; what the search engine brings along is not ours to judge. */
export function files({ folder }: Built): string[] {
  return filesBelow(folder).filter((path) => !path.startsWith('pagefind/'));
}

export function read({ folder }: Built, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

export interface BuiltPage {
  /** Path of the file below the folder. */
  readonly path: string;
  readonly html: string;
  readonly elements: readonly Element[];
}

const parsed = new Map<string, readonly BuiltPage[]>();

function elementsOf(tree: Root): Element[] {
  const elements: Element[] = [];
  const collect = (root: Root): void => visit(root, 'element', (element) => {
    elements.push(element);
    if (element.content !== undefined) collect(element.content);
  });
  collect(tree);
  return elements;
}

export function builtPages(built: Built): readonly BuiltPage[] {
  const known = parsed.get(built.folder);
  if (known !== undefined) return known;
  const pages = files(built).filter((path) => path.endsWith('.html')).map((path): BuiltPage => {
    const html = read(built, path);
    return { path, html, elements: elementsOf(fromHtml(html)) };
  });
  parsed.set(built.folder, pages);
  return pages;
}

/** An attribute as a string, by its name in hast. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null ? undefined : String(value);
}
