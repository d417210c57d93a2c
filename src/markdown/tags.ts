import { labelKinds } from './labels.ts';
import { symbolKinds } from './tex.ts';

/** Kinds of `<Callout>` and what the reader sees. */
export const calloutKinds = { tip: '提示', note: '注意', pitfall: '易错', erratum: '勘误', history: '历史' } as const;
export const exerciseKinds = ['计算', '证明', '编程', '判断'] as const;

export interface AttributeRule {
  readonly required: boolean;
  /** All values that may be written; without it any text that is not empty. */
  readonly values?: readonly string[];
  /** What the value must begin with. */
  readonly prefix?: string;
}

/** How a tag may be used. */
export interface TagRule {
  /** `block` tags stand on lines of their own, `inline` ones may stand in a sentence too. */
  readonly place: 'block' | 'inline';
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** Tags that it must stand in directly. */
  readonly inside?: readonly string[];
  /** What it must hold directly: mdast types or tags. */
  readonly holds?: readonly string[];
  /** How it is written, for the hints of the checks. */
  readonly example: string;
}

const text: AttributeRule = { required: true };
const optionalText: AttributeRule = { required: false };
const label = (tag: keyof typeof labelKinds): AttributeRule => ({ required: true, prefix: labelKinds[tag].prefix });
const oneOf = (values: readonly string[]): AttributeRule => ({ required: true, values });

/**
 * Every tag that authors may write, with its attributes. Figure components come on top: they have no attributes.
 * The checks, the Markdown plugins and the component map all hold themselves to this table.
 */
export const proseTags = {
  Equation: {
    place: 'block', attributes: { id: label('Equation') }, holds: ['math'],
    example: '<Equation id="eq-…">，空一行，$$ … $$，空一行，</Equation>',
  },
  Figure: {
    place: 'block', attributes: { id: label('Figure') }, holds: ['Caption'],
    example: '<Figure id="fig-…"> … <Caption>图注</Caption> </Figure>',
  },
  Table: {
    place: 'block', attributes: { id: label('Table') }, holds: ['table', 'Caption'],
    example: '<Table id="tab-…">，空一行，表格，空一行，<Caption>表注</Caption> </Table>',
  },
  Listing: {
    place: 'block', attributes: { id: label('Listing') }, holds: ['code', 'Caption'],
    example: '<Listing id="lst-…">，空一行，代码块，空一行，<Caption>说明</Caption> </Listing>',
  },
  Caption: {
    place: 'block', attributes: {}, inside: ['Figure', 'Table', 'Listing'],
    example: '<Caption>图注一句到三句</Caption>，放在 Figure、Table 或 Listing 里',
  },
  Callout: {
    place: 'block', attributes: { kind: oneOf(Object.keys(calloutKinds)), title: optionalText },
    example: '<Callout kind="pitfall" title="可选标题">，空一行，正文，空一行，</Callout>',
  },
  Derivation: {
    place: 'block', attributes: { title: text },
    example: '<Derivation title="为什么方差是 d_k">，空一行，推导，空一行，</Derivation>',
  },
  Exercise: {
    place: 'block', attributes: { id: label('Exercise'), kind: oneOf(exerciseKinds) }, holds: ['Answer'],
    example: '<Exercise id="ex-…" kind="计算"> 题目 <Answer> 解答 </Answer> </Exercise>',
  },
  Answer: {
    place: 'block', attributes: {}, inside: ['Exercise'],
    example: '<Answer>，空一行，解答，空一行，</Answer>，放在 Exercise 里',
  },
  Ref: { place: 'inline', attributes: { to: text }, example: '<Ref to="eq-…" />' },
  Chapter: { place: 'inline', attributes: { id: text }, example: '<Chapter id="llm/transformer/masks" />' },
  Cite: {
    place: 'inline', attributes: { id: text, at: optionalText },
    example: '<Cite id="vaswani2017attention" at="§3.2" />',
  },
  Sym: { place: 'inline', attributes: { kind: oneOf(symbolKinds) }, example: '<Sym kind="query">查询</Sym>' },
} as const satisfies Record<string, TagRule>;

/** HTML that Markdown has no way to write; everything else of HTML is refused. */
export const plainTags = ['br', 'sub', 'sup', 'kbd'] as const;
