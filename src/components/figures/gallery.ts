/** Every figure that the reader can move, in the order of the chapters they belong to. */

import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Book, Entry } from '../../book/model.ts';
import type { Figure } from '../../figures/kit/element.ts';

export interface Exhibit {
  readonly name: string;
  readonly title: string;
  readonly Drawing: AstroComponentFactory;
  /** Its chapter, written or planned. */
  readonly chapter: Entry;
}

type Definition = Pick<Figure<unknown>, 'name' | 'title' | 'chapter'>;

const definitions = import.meta.glob<Definition>(['../../figures/*/element.ts', '!../../figures/kit/*'], { eager: true, import: 'figure' });
const drawings = import.meta.glob<AstroComponentFactory>('../../figures/*/*.astro', { eager: true, import: 'default' });

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Figures whose chapter is not in this book are left out. Throws an Error that names a figure without a drawing. */
export function exhibits({ entries }: Pick<Book, 'entries'>): Exhibit[] {
  const order = [...entries.keys()];
  return Object.entries(definitions)
    .flatMap(([path, { name, title, chapter: id }]): Exhibit[] => {
      const chapter = entries.get(id);
      if (chapter === undefined) return [];
      const drawing = Object.entries(drawings).find(([file]) => folderOf(file) === folderOf(path))?.[1];
      if (drawing === undefined) throw new Error(`图「${name}」的文件夹里没有 .astro 文件。`);
      return [{ name, title, Drawing: drawing, chapter }];
    })
    .sort((a, b) => order.indexOf(a.chapter.id) - order.indexOf(b.chapter.id) || a.name.localeCompare(b.name));
}
