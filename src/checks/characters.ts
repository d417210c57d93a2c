import type { Issue } from '../lib/issue.ts';
import { issueIn, type Check } from './check.ts';

interface Family {
  readonly pattern: RegExp;
  readonly what: string;
  readonly hint: string;
}

/** Characters that no reader sees and that change what search, copying or a compiler reads. */
const families: readonly Family[] = [
  { pattern: /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/, what: '双向文字控制符', hint: '删去它：它会让看到的文字和真正的文字顺序不同。' },
  { pattern: /\uFFFD/, what: '替换字符', hint: '这里有个字在转换编码时丢了，找回原来的字。' },
  { pattern: /[\u200B\u2060\uFEFF]/, what: '零宽字符', hint: '删去它：它看不见，却会让搜索和复制出错。' },
  { pattern: /[\u2028\u2029]/, what: 'Unicode 行分隔符', hint: '换成普通的换行。' },
  { pattern: /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/, what: '控制字符', hint: '删去它；制表用空格，换行用 LF。' },
];
const anyOf = new RegExp(families.map(({ pattern }) => pattern.source).join('|'), 'g');

function code(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function carriageReturns(name: string, text: string): Issue[] {
  const first = text.indexOf('\r');
  if (first < 0) return [];
  const before = text.slice(0, first).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return [issueIn(name, place, `换行是 CRLF，共 ${text.split('\r').length - 1} 处`, '把编辑器的换行改成 LF 后另存。')];
}

/** Control characters, bidirectional controls, zero-width characters, lost characters and CRLF, in every text file. */
export const characters: Check = (_book, { files }) =>
  [...files.values()].flatMap(({ name, text }) => {
    if (text === undefined) return [];
    return [...carriageReturns(name, text), ...text.split('\n').flatMap((line, index) =>
      [...line.matchAll(anyOf)].map((match) => {
        const family = families.find(({ pattern }) => pattern.test(match[0]));
        return issueIn(name, { line: index + 1, column: match.index + 1 },
          `${family?.what ?? ''} ${code(match[0])}`, family?.hint ?? '');
      }))];
  });
