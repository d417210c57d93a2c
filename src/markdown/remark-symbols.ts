import type { PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { attribute } from './labels.ts';
import { element, replaceTags } from './nodes.ts';
import { symbolKinds } from './tex.ts';

/** Turns `<Sym kind="query">查询</Sym>` into text in the colour of its symbol. */
export const remarkSymbols: Plugin<[], Root> = () => (tree, file) => {
  replaceTags(tree, 'Sym', (node) => {
    const kind = attribute(node, 'kind') ?? '';
    if (!symbolKinds.some((known) => known === kind)) {
      file.fail(`<Sym kind="${kind}"> 的 kind 不认识：写成 ${symbolKinds.join('、')} 之一。`, node);
    }
    return element('span', { className: ['sym'], dataKind: kind }, node.children as PhrasingContent[]);
  });
};
