import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder } from '../book/folder.ts';
import { readBook } from '../book/read.ts';
import { report } from './report.ts';
import { checkBook, readAssets } from './run.ts';

const usage = '用法：npm run check，或 node src/checks/cli.ts --content <内容文件夹>\n';

/** `npm run check`: prints every issue of the content; exit code 1 where there is one, 2 where it could not look. */
function main(args: readonly string[]): number {
  const root = process.cwd();
  let content: string | undefined;
  try {
    content = parseArgs({ args: [...args], options: { content: { type: 'string' } } }).values.content;
  } catch {
    process.stderr.write(`不认识的参数：${args.join(' ')}\n${usage}`);
    return 2;
  }
  const folder = content === undefined ? contentFolder(root) : { root, content: resolve(root, content) };
  if (statSync(folder.content, { throwIfNoEntry: false })?.isDirectory() !== true) {
    process.stderr.write(`内容文件夹 ${folder.content} 不存在\n${usage}`);
    return 2;
  }
  const read = readBook(folder);
  const issues = checkBook(read, readAssets(root, join(dirname(folder.content), 'public')));
  process.stdout.write(report(read.book, issues));
  return issues.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
