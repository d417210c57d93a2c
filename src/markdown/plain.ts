import type { BlockContent, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { labelText, attribute, collectLabels, isJsx, type JsxNode, type Label, type LabelName } from './labels.ts';
import { plainTex } from './tex.ts';
import { calloutKinds } from './tags.ts';

declare module 'mdast' {
  interface CodeData {
    /** The fence is what the code before it printed. */
    output?: boolean;
  }
}

/** What the export must know about the rest of the book. */
export interface PlainContext {
  readonly chapterTitle: (id: string) => string | undefined;
  readonly label: (chapterId: string, labelId: string) => LabelName | undefined;
  /** Heads the list of cited works, e.g. `Vaswani 等. Attention Is All You Need. 2017. https://…`. */
  readonly source: (key: string) => string | undefined;
}

const writer = unified()
  .use(remarkStringify, { bullet: '-', fences: true, rule: '-' })
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkCjkFriendly)
  .freeze();

const words = (value: string): PhrasingContent => ({ type: 'text', value });
const bold = (value: string): BlockContent =>
  ({ type: 'paragraph', children: [{ type: 'strong', children: [words(value)] }] });

/** Turns a chapter's tree into plain Markdown: the author's tags become words, and TeX keeps its source. */
class PlainWriter {
  private readonly labels: ReadonlyMap<JsxNode, Label>;
  private readonly context: PlainContext;
  readonly cited: string[] = [];

  constructor(tree: Root, context: PlainContext) {
    this.labels = collectLabels(tree);
    this.context = context;
  }

  children(node: Parents): RootContent[] {
    return node.children.flatMap((child) => this.node(child));
  }

  private citation(node: JsxNode): PhrasingContent {
    const key = attribute(node, 'id') ?? '';
    if (!this.cited.includes(key)) this.cited.push(key);
    const at = attribute(node, 'at');
    return words(`[${this.cited.indexOf(key) + 1}${at === undefined ? '' : `, ${at}`}]`);
  }

  private reference(node: JsxNode): PhrasingContent {
    const [first = '', second] = (attribute(node, 'to') ?? '').split('#');
    const own = [...this.labels.values()].find(({ id }) => id === first);
    const label = second === undefined ? own : this.context.label(first, second);
    const title = second === undefined ? '' : `《${this.context.chapterTitle(first) ?? first}》`;
    return words(`${title}${label === undefined ? first : labelText(label)}`);
  }

  private block(node: JsxNode): RootContent[] {
    const inner = this.children(node);
    const label = this.labels.get(node);
    switch (node.name) {
      case 'Caption':
        return inner;
      case 'Callout': {
        const kind = calloutKinds[attribute(node, 'kind') as keyof typeof calloutKinds] ?? '';
        const title = [kind, attribute(node, 'title')].filter(Boolean).join('：');
        return [{ type: 'blockquote', children: [bold(title), ...(inner as BlockContent[])] }];
      }
      case 'Derivation':
        return [bold(`推导：${attribute(node, 'title') ?? ''}`), ...inner];
      case 'Answer':
        return [bold('答案'), ...inner];
      case 'Exercise':
        return [bold(`${label === undefined ? '练习' : labelText(label)}（${attribute(node, 'kind') ?? ''}）`), ...inner];
      case 'Figure':
      case 'Table':
      case 'Listing':
        return label === undefined ? inner : [bold(labelText(label)), ...inner];
      default:
        return inner;
    }
  }

  private tag(node: JsxNode): RootContent[] {
    if (node.name === 'Cite') return [this.citation(node)];
    if (node.name === 'Ref') return [this.reference(node)];
    if (node.name === 'Chapter') {
      const id = attribute(node, 'id') ?? '';
      return [words(this.context.chapterTitle(id) ?? id)];
    }
    return this.block(node);
  }

  private node(node: Nodes): RootContent[] {
    if (node.type === 'yaml' || node.type === 'root') return [];
    if (isJsx(node)) return this.tag(node);
    if (node.type === 'math' || node.type === 'inlineMath') return [{ ...node, value: plainTex(node.value) }];
    if (node.type === 'code' && node.lang === 'output') return [{ ...node, lang: 'text', meta: null, data: { output: true } }];
    if ('children' in node) return [{ ...node, children: this.children(node) } as RootContent];
    return [node as RootContent];
  }
}

export interface Plain {
  readonly children: readonly RootContent[];
  /** Keys of the cited works; the place plus one is the number in the text. */
  readonly cited: readonly string[];
}

/** The chapter's tree without tags of ours. */
export function toPlain(tree: Root, context: PlainContext): Plain {
  const plain = new PlainWriter(tree, context);
  return { children: plain.children(tree), cited: plain.cited };
}

export function writeMarkdown(children: readonly RootContent[]): string {
  return writer.stringify({ type: 'root', children: [...children] }).trim();
}

export interface PlainHead {
  readonly title: string;
  readonly summary: string;
  readonly address: string;
}

/** Title, summary and where the page stands. */
export function headMarkdown({ title, summary, address }: PlainHead): string {
  return `# ${title}\n\n> ${summary}\n\n原文：<${address}>`;
}

/** The numbered list of cited works; empty where nothing is cited. */
export function sourcesMarkdown(cited: readonly string[], { source }: PlainContext): string {
  const items = cited.map((key, index) => `${index + 1}. ${source(key) ?? key}`);
  return items.length === 0 ? '' : `## 参考文献\n\n${items.join('\n')}`;
}

/** The chapter as Markdown that any reader understands, headed by its title and closed by its sources. */
export function toPlainMarkdown(tree: Root, head: PlainHead, context: PlainContext): string {
  const { children, cited } = toPlain(tree, context);
  const blocks = [headMarkdown(head), writeMarkdown(children), sourcesMarkdown(cited, context)];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
