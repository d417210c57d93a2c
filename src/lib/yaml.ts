import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type ErrorCode } from 'yaml';
import type { z } from 'zod';
import type { Issue, Place } from './issue.ts';
import { schemaIssues } from './schema-issue.ts';

type Path = readonly PropertyKey[];

/** Where the value of a path into the document stands; of a path that is not written down, its nearest parent. */
export type PlaceOf = (path: Path, at?: 'value' | 'key') => Place;

/** A value that satisfies its schema, with the place of each of its parts; or the issues that kept it from being one. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly placeOf: PlaceOf }
  | { readonly ok: false; readonly issues: readonly Issue[] };

interface Source {
  readonly document: Document;
  readonly placeOf: PlaceOf;
  readonly placeAt: (offset: number) => Place;
}

/** Where a value begins; with `key`, where the key of that value begins. */
function offsetOf(document: Document, path: Path, key: boolean): number | undefined {
  const value: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const parent: unknown = key ? document.getIn(path.slice(0, -1), true) : undefined;
  const node = isMap(parent) ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key : value;
  return isNode(node) ? node.range?.[0] : undefined;
}

function read(text: string, firstLine: number): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const placeOf: PlaceOf = (path, at = 'value') => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const offset = offsetOf(document, path.slice(0, depth), at === 'key' && depth === path.length);
      if (offset !== undefined) return placeAt(offset);
    }
    return { line: firstLine, column: 1 };
  };
  return { document, placeOf, placeAt };
}

/** Places in YAML that has been read before: what a check needs once it has found a fault. */
export function yamlPlaces(text: string, firstLine = 1): PlaceOf {
  return read(text, firstLine).placeOf;
}

const syntax: Partial<Record<ErrorCode, readonly [message: string, hint: string]>> = {
  TAB_AS_INDENT: ['缩进用了制表符（Tab）', '改用空格缩进，每层两个。'],
  BAD_INDENT: ['缩进不对', '同一层的键要对齐，每层缩进两个空格。'],
  DUPLICATE_KEY: ['同一个键写了两次', '删去其中一个。'],
  BLOCK_AS_IMPLICIT_KEY: ['一行里有两个「冒号加空格」', '值里含有冒号时，给整个值加引号。'],
  MULTILINE_IMPLICIT_KEY: ['键的后面缺少冒号', '写成「键: 值」，冒号后空一格。'],
  MISSING_CHAR: ['引号、括号或冒号没有成对', '补上缺少的引号、] 或 }；键和值之间写冒号加空格。'],
  BAD_SCALAR_START: ['值以 YAML 的特殊符号开头', '给整个值加引号。'],
  MULTIPLE_DOCS: ['出现了第二个 ---', '一个文件只写一份 YAML，删去多余的 ---。'],
  BAD_ALIAS: ['以 * 或 & 开头的文字被当成了引用', '给整个值加引号。'],
};

function syntaxIssues({ document, placeAt }: Source, file: string): Issue[] {
  return [...document.errors, ...document.warnings].map((error) => {
    // An open bracket at the end of the text is called a bad indent.
    const code = error.code === 'BAD_INDENT' && / and end with a /.test(error.message) ? 'MISSING_CHAR' : error.code;
    const [message, hint] = syntax[code] ??
      [error.message, '检查缩进、冒号后的空格和引号；含冒号或以特殊符号开头的文字要加引号。'];
    return { file, ...placeAt(error.pos[0]), message: `YAML 语法错误：${message}`, hint };
  });
}

/** The value of the document; `yaml` throws for aliases that are unknown or multiply without end. */
function valueOf(document: Document): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS() };
  } catch {
    return undefined;
  }
}

/**
 * Parses YAML against a schema. Syntax errors and schema violations are all returned, with their places.
 * `firstLine` is the file's line on which `text` begins (2 for the front matter of a chapter).
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine = 1,
): Parsed<z.output<Schema>> {
  const source = read(text, firstLine);
  const issues = syntaxIssues(source, file);
  if (issues.length > 0) return { ok: false, issues };
  const plain = valueOf(source.document);
  if (plain === undefined) {
    return { ok: false, issues: [{
      file, line: firstLine, column: 1,
      message: 'YAML 语法错误：引用（&、*）没有定义，或层层展开后过大',
      hint: '不要用 YAML 的引用；以 & 或 * 开头的文字要加引号。',
    }] };
  }
  const result = schema.safeParse(plain.value);
  if (result.success) return { ok: true, value: result.data, placeOf: source.placeOf };
  return {
    ok: false,
    issues: schemaIssues(result.error, schema, source.document).map(({ path, at, message, hint }) => ({
      file, ...source.placeOf(path, at), message, hint,
    })),
  };
}
