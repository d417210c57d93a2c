import type { Book } from '../../book/model.ts';
import type { Term } from '../../book/schema.ts';
import { oncePer } from '../../lib/once-per.ts';

const most = 8;

/** Words to begin with: what written chapters explain and name most often, taken in turn from the parts. Every page shows them. */
export const starterTerms = oncePer(({ lexicon, chapters, parts }: Pick<Book, 'lexicon' | 'chapters' | 'parts'>): Term[] => {
  const text = chapters.flatMap(({ facts }) => facts.prose.map((run) => run.text)).join('\n');
  const written = new Set(chapters.map(({ id }) => id));
  const ranked = lexicon
    .filter(({ home, zh }) => written.has(home) && zh.length > 2)
    .map((term) => ({ term, uses: text.split(term.zh).length - 1 }))
    .toSorted((a, b) => b.uses - a.uses)
    .map(({ term }) => term);
  const byPart = parts.map(({ id }) => ranked.filter(({ home }) => home.startsWith(`${id}/`)));
  return Array.from({ length: most }, (_, round) => byPart.flatMap((terms) => terms[round] ?? [])).flat().slice(0, most);
});
