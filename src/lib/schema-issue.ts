import type { Document } from 'yaml';
import { z } from 'zod';
import { didYouMean } from './nearest.ts';

type Path = readonly PropertyKey[];
type RawIssue = z.core.$ZodIssue;

/** What is wrong with a value, and the path into the document where it stands. */
export interface SchemaIssue {
  readonly path: Path;
  /** Whether the key or the value is at fault. */
  readonly at?: 'key';
  readonly message: string;
  readonly hint: string;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', array: '列表（每行一个 - ）', object: '键和值',
};
const units: Readonly<Record<string, string>> = { string: ' 个字', array: ' 项' };

/** The keys that a schema allows at a path; of a union those of all its members. */
function keysAt(schema: z.core.$ZodType | undefined, path: Path): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysAt(schema.def.innerType, path);
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => keysAt(option, path)))];
  const [head, ...rest] = path;
  if (schema instanceof z.ZodArray) return head === undefined ? [] : keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return head === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[String(head)], rest);
}

/** How far a value is from the shape of a union's member: keys too many and too few count most. */
function misfit(issues: readonly RawIssue[]): number {
  return issues.reduce((sum, issue) =>
    sum + (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? 1000 * issue.keys.length
      : issue.path.length === 1 && issue.code === 'invalid_type' ? 1000 : 1), 0);
}

/** A union complains only that no member fits; this is what keeps the most similar member from fitting. */
function unfold(issue: RawIssue): RawIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const members: (readonly RawIssue[])[] = issue.errors.map((member) => member.flatMap(unfold));
  const best = members.reduce<readonly RawIssue[] | undefined>(
    (least, member) => (least === undefined || misfit(member) <= misfit(least) ? member : least), undefined);
  return (best ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The offending value as the author wrote it, short enough for one line; `undefined` where nothing is written. */
function shown(document: Document, path: Path): string | undefined {
  const value = path.reduce<unknown>((parent, key) => Object(parent)[key], document.toJS());
  const text = value === undefined ? undefined : JSON.stringify(value) ?? String(value);
  return text !== undefined && text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Keys that the schema does not know, and keys that it knows in another company only. */
function keyIssues(keys: readonly string[], path: Path, allowed: readonly string[]): SchemaIssue[] {
  const where = path.length === 0 ? '' : `（位于 ${path.map(String).join('.')}）`;
  return keys.map((key) => ({
    path: [...path, key],
    at: 'key',
    message: allowed.includes(key) ? `键「${key}」与这里别的键搭配不起来${where}` : `未知的键「${key}」${where}`,
    hint: `${allowed.includes(key) ? '' : didYouMean(key, allowed)}允许的键：${allowed.join('、')}；哪些要一起写，见 src/book/schema.ts。`,
  }));
}

function describe(issue: RawIssue, schema: z.core.$ZodType, document: Document): SchemaIssue[] {
  const { path } = issue;
  const field = path.length === 0 ? '整个文件' : path.map(String).join('.');
  const value = shown(document, path);
  if (issue.code === 'unrecognized_keys') return keyIssues(issue.keys, path, keysAt(schema, path));
  const message = value === undefined ? `缺少「${field}」` : undefined;
  switch (issue.code) {
    case 'invalid_value':
      return [{
        path, message: message ?? `「${field}」的值 ${value} 不在允许之列`,
        hint: `写成下列之一：${issue.values.map(String).join('、')}。`,
      }];
    case 'invalid_type': {
      const type = typeNames[issue.expected] ?? issue.expected;
      return [{
        path, message: message ?? `「${field}」应当是${type}，这里是 ${value}`,
        hint: `这里要写${type}；说明见 src/book/schema.ts。`,
      }];
    }
    case 'too_small':
      return [{
        path, message: `「${field}」太${units[issue.origin] === undefined ? '小' : '短'}：${value}`,
        hint: `至少 ${issue.minimum}${units[issue.origin] ?? ''}。`,
      }];
    case 'too_big':
      return [{
        path, message: `「${field}」太${units[issue.origin] === undefined ? '大' : '长'}：${value}`,
        hint: `至多 ${issue.maximum}${units[issue.origin] ?? ''}。`,
      }];
    case 'invalid_union':
      return [{ path, message: `「${field}」的值 ${value} 不在允许之列`, hint: '删去它，或改成 src/book/schema.ts 里允许的值。' }];
    default:
      return [{ path, message: `「${field}」不合要求：${value}`, hint: `${issue.message}；说明见 src/book/schema.ts。` }];
  }
}

/** Every violation of a schema, in words, with the path to point at. */
export function schemaIssues(error: z.ZodError, schema: z.core.$ZodType, document: Document): SchemaIssue[] {
  return error.issues.flatMap(unfold).flatMap((issue) => describe(issue, schema, document));
}
