import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { BookContext } from './context.ts';
import { attribute } from './labels.ts';
import { link, replaceTags, words } from './nodes.ts';
import { leave } from './page-data.ts';

/** Numbers the cited works in the order of their first use; that first use is where the list of sources leads back to. */
export const remarkCitations: Plugin<[() => BookContext], Root> = (book) => (tree, file) => {
  const { hasReference } = book();
  const keys: string[] = [];
  replaceTags(tree, 'Cite', (node) => {
    const key = attribute(node, 'id') ?? '';
    if (!hasReference(key)) {
      file.fail(`<Cite id="${key}" /> 引用的文献不在 content/references.bib 里：补上条目，或改正 id。`, node);
    }
    const first = !keys.includes(key);
    if (first) keys.push(key);
    const number = keys.indexOf(key) + 1;
    const at = attribute(node, 'at');
    const text = at === undefined ? `[${number}]` : `[${number}, ${at}]`;
    const id = first ? { id: `cite-${number}` } : {};
    return link(`#ref-${key}`, { className: ['cite'], ...id, dataCard: `ref-${key}` }, words(text));
  });
  leave(file, 'citations', keys);
};
