import type { Code, Emphasis, Root, RootContent } from 'mdast';
import { bundledLanguages, isSpecialLang } from 'shiki';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { metaWords, parseMeta, type CodeMeta } from './code-meta.ts';
import { element, words } from './nodes.ts';

function check(code: Code, meta: CodeMeta, file: VFile): void {
  const { lang } = code;
  if (lang === null || lang === undefined) {
    file.fail('代码块没有写语言：写成 ```python、```text、```console 等。', code);
  }
  if (lang === 'output') file.fail('output 代码块前面没有它的代码：output 要紧跟在产生它的代码块之后。', code);
  if (!isSpecialLang(lang) && !Object.hasOwn(bundledLanguages, lang)) {
    file.fail(`代码块的语言「${lang}」不认识：写 Shiki 支持的语言名，没有合适的就写 text。`, code);
  }
  if (meta.unknown.length > 0) {
    file.fail(`代码块的附注「${meta.unknown.join(' ')}」不认识。可以写：${metaWords}。`, code);
  }
}

/** An output beyond this many lines is folded, and shows its first ones. */
const foldedBeyond = 40;
const firstLines = 10;

/** The language class keeps the highlighter away (`syntaxHighlight.excludeLangs`). */
function printed(text: string): Emphasis {
  return element('pre', { tabIndex: 0 }, [element('code', { className: ['language-output'] }, [words(text)])]);
}

/** A long output does not stand in the reader's way; its start is seen, and the whole is one press away. */
function outputText(value: string): Emphasis[] {
  const lines = value.split('\n');
  if (lines.length <= foldedBeyond) return [printed(value)];
  return [
    printed(lines.slice(0, firstLines).join('\n')),
    element('details', { className: ['code-rest'] }, [
      element('summary', {}, [words(`其余 ${lines.length - firstLines} 行`)]),
      printed(lines.slice(firstLines).join('\n')),
    ]),
  ];
}

function outputOf(output: Code, { varies, raises }: CodeMeta): Emphasis {
  const marks = [
    ...(raises === undefined ? [] : [`如预期抛出 ${raises}`]),
    ...(varies ? ['每次运行会不同'] : []),
  ].map((mark) => element('span', { className: ['code-mark'] }, [words(mark)]));
  return element('div', { className: ['code-output'] }, [
    element('p', { className: ['code-output-label'] }, [words('输出'), ...marks]),
    ...outputText(output.value),
  ]);
}

function figure(code: Code, meta: CodeMeta, output: Code | undefined): Emphasis {
  const { title, norun, marks } = meta;
  return element('figure', { className: ['code'], dataLanguage: code.lang ?? '' }, [
    ...(title === undefined ? [] : [element('figcaption', { className: ['code-title'] }, [words(title)])]),
    { ...code, meta: marks },
    element('button', { className: ['code-copy'], type: 'button', hidden: true }, [words('复制')]),
    ...(norun === undefined ? [] : [element('p', { className: ['code-norun'] }, [words(`未执行：${norun}`)])]),
    ...(output === undefined ? [] : [outputOf(output, meta)]),
  ]);
}

/** Joins every fence, what it prints and what the reader must know about it into one figure. */
export const remarkCode: Plugin<[], Root> = () => (tree, file) => {
  visit(tree, 'code', (code, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const meta = parseMeta(code.meta ?? '');
    check(code, meta, file);
    const next: RootContent | undefined = parent.children[index + 1];
    const output = next?.type === 'code' && next.lang === 'output' ? next : undefined;
    parent.children.splice(index, output === undefined ? 1 : 2, figure(code, meta, output) as never);
    return [SKIP, index + 1];
  });
};
