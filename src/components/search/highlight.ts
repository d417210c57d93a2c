import { findAll, fold, foldText } from '../../search/fold.ts';

/** Text of the chapter as one string, with the nodes it comes from; formulas' hidden copies are left out. */
interface TextMap {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

function readText(root: Element): TextMap {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches('.katex-mathml, script, style, template, [hidden]') ? NodeFilter.FILTER_REJECT
      : node.matches('p, li, td, th, h1, h2, h3, pre, figcaption, summary, div') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  let text = '';
  const nodes: { node: Text; start: number }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    // A sign that no needle holds keeps phrases from running across blocks.
    if (!(node instanceof Text)) text += '\u2029\uFFFC';
    else {
      nodes.push({ node, start: text.length });
      text += node.data;
    }
  }
  return { text, nodes };
}

function place({ nodes }: TextMap, offset: number): { readonly node: Text; readonly offset: number } | undefined {
  const found = nodes.findLast(({ start }) => start <= offset);
  return found && { node: found.node, offset: Math.min(offset - found.start, found.node.data.length) };
}

function rangesOf(root: Element, phrases: readonly string[]): globalThis.Range[] {
  const map = readText(root);
  const folded = fold(map.text);
  return phrases.flatMap((phrase) => findAll(folded, foldText(phrase), 500)).flatMap(({ start, end }) => {
    const from = place(map, start);
    const to = place(map, end - 1);
    if (from === undefined || to === undefined) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    return [range];
  });
}

/** Opens every folded part that hides the range. */
function reveal(range: globalThis.Range): void {
  for (let element = range.startContainer.parentElement?.closest('details') ?? null; element !== null; element = element.parentElement?.closest('details') ?? null) {
    element.open = true;
  }
}

/** The first range at or after the section that the address names. */
function firstAfter(ranges: readonly globalThis.Range[], anchor: Element | null): globalThis.Range | undefined {
  if (anchor === null) return ranges[0];
  return ranges.find((range) => (anchor.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) ?? ranges[0];
}

function anchorOf(hash: string): Element | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

function clearButton(clear: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'highlight-clear';
  button.textContent = '清除高亮';
  button.addEventListener('click', clear);
  return button;
}

function paint(phrases: readonly string[]): void {
  const root = document.querySelector('[data-pagefind-body]');
  if (root === null || phrases.length === 0 || !('highlights' in CSS)) return;
  const ranges = rangesOf(root, phrases);
  if (ranges.length === 0) return;
  CSS.highlights.set('search', new Highlight(...ranges));
  const first = firstAfter(ranges, anchorOf(location.hash));
  if (first !== undefined) {
    reveal(first);
    // After opening a folded part the browser's own jump is off its place.
    first.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }
  const clear = (): void => {
    CSS.highlights.delete('search');
    button.remove();
    removeEventListener('keydown', onKey);
    const address = new URL(location.href);
    address.searchParams.delete('hl');
    history.replaceState(history.state, '', address);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && document.querySelector('dialog[open], [popover]:popover-open') === null) clear();
  };
  const button = clearButton(clear);
  document.body.append(button);
  addEventListener('keydown', onKey);
}

paint(new URLSearchParams(location.search).getAll('hl').map((phrase) => phrase.slice(0, 64)).filter((phrase) => foldText(phrase) !== '').slice(0, 8));
