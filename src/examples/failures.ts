import type { Chapter } from '../book/model.ts';
import { fileStart, type Issue } from '../lib/issue.ts';
import type { Cell } from './cells.ts';
import type { CellResult } from './channel.ts';
import { packageName, pinnedPackages } from './environment.ts';
import type { Execution } from './execute.ts';

/** An issue at the fence of a cell. */
export function at(chapter: Chapter, cell: Cell | undefined, message: string, hint: string): Issue {
  return { file: chapter.file, line: cell?.line ?? fileStart.line, column: cell?.column ?? fileStart.column, message, hint };
}

const hints: readonly (readonly [error: RegExp, hint: (found: string) => string])[] = [
  [/ModuleNotFoundError: No module named '([^'.]+)/, (name) => `在 content/requirements.txt 里加上提供 ${name} 的包与它的精确版本，如 名==1.2.3。`],
  [/内存超过上限|can't allocate memory|std::bad_alloc/, () => '例子用小的数据就能说明问题；确实要大，用 --memory 放宽。'],
  [/只能在自己的临时文件夹里写文件/, () => '写到章文件夹的副本里：用相对路径；运行完，写下的文件就没有了。'],
  [/EOFError/, () => '代码块没有标准输入，不能用 input()：把要输入的值写在代码里。'],
  [/FileNotFoundError/, () => '代码块在章文件夹的副本里运行：数据文件放在章的旁边，或它下面的文件夹里，用相对路径打开。'],
  [/没有抛出异常/, () => '改正代码，或删去围栏上的 raises=。'],
  [/应当抛出/, () => '改正代码，或把围栏上的 raises= 改成真正的异常名。'],
  [/sys\.exit/, () => '删去它；若要展示的正是它，在围栏上写 raises=SystemExit。'],
  [/超过 256 MiB|^输出有/, () => '一章里的输出是给人读的：打印开头几项，或打印统计。'],
  [/^输出/, () => '读者看到的必须和程序打印的一样，所以它不能原样放进章里。'],
];

function failureHint(error: string): string {
  for (const [pattern, hint] of hints) {
    const found = pattern.exec(error);
    if (found !== null) return hint(found[1] ?? '');
  }
  return '改正代码；若这个异常正是要展示的，在围栏上写 raises=异常名。';
}

/** The end of what a failed cell printed: compilers and shells say there what is wrong. */
function printedBefore({ output }: CellResult): string {
  const lines = output.trimEnd().split('\n');
  const shown = lines.slice(-12).map((line) => `\n      ${line}`).join('');
  return output === '' ? '' : `\n    在此之前的输出${lines.length > 12 ? `（最后 12 行，共 ${lines.length} 行）` : ''}：${shown}`;
}

const indented = (text: string): string => text.trimEnd().replaceAll('\n', '\n      ');
/** A line of the cell as a line of the chapter's file; the code begins below its fence. */
const place = (cell: Cell | undefined, line: number | null | undefined): string =>
  cell === undefined || typeof line !== 'number' ? '' : `（文件第 ${cell.line + line} 行）`;

/** Cells that failed, and the crash that kept others from running. */
export function failures(chapter: Chapter, cells: readonly Cell[], { results, crash }: Execution): Issue[] {
  const failed = results.flatMap((result, index) => result.error === null ? [] : [
    at(chapter, cells[index], `第 ${index + 1} 个代码块失败${place(cells[index], result.line)}：${indented(result.error)}${printedBefore(result)}`,
      failureHint(result.error)),
  ]);
  if (crash === undefined || failed.length > 0) return failed;
  const index = Math.min(results.length, cells.length - 1);
  return [at(chapter, cells[index], `运行到第 ${index + 1} 个代码块时${place(cells[index], crash.line)}，${crash.reason}`,
    '上面的代码块已经跑完；从这一块查起。')];
}

/** Packages that the blocks import although no pin names them: they came along with another, at any version. */
export function loosePackages(chapter: Chapter, cells: readonly Cell[], { imports }: Execution, content: string): Issue[] {
  const pinned = pinnedPackages(content);
  return imports.filter(({ packages }) => !packages.some((name) => pinned.has(packageName(name)))).map(({ cell, module, packages }) =>
    at(chapter, cells[cell], `第 ${cell + 1} 个代码块导入 ${module}，但 content/requirements.txt 里没有写 ${packages.join(' 或 ')}`,
      '它只是随别的包装上的，版本不定：加上一行 名==版本。'));
}
