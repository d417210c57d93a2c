import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder } from '../book/folder.ts';
import { readBook } from '../book/read.ts';
import { scaffold } from './scaffold.ts';

const usage = '用法：npm run new -- llm/transformer/masks\n';

/** `npm run new -- <chapter id>`: writes the chapter's file and its line of the outline; exit code 1 where it refuses. */
function main(args: readonly string[]): number {
  const root = process.cwd();
  let parsed: { readonly values: { readonly content?: string }; readonly positionals: readonly string[] };
  try {
    parsed = parseArgs({ args: [...args], options: { content: { type: 'string' } }, allowPositionals: true });
  } catch {
    parsed = { values: {}, positionals: [] };
  }
  const [id] = parsed.positionals;
  if (id === undefined || parsed.positionals.length > 1) {
    process.stderr.write(usage);
    return 1;
  }
  const { content } = parsed.values;
  const folder = content === undefined ? contentFolder(root) : { root, content: resolve(root, content) };
  const result = scaffold(id, readBook(folder));
  if (!result.ok) {
    process.stderr.write(`${result.message}\n    → ${result.hint}\n`);
    return 1;
  }
  for (const { path, text } of result.files) {
    const target = join(folder.content, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    process.stdout.write(`写好了 ${relative(root, target)}\n`);
  }
  process.stdout.write('接着把「待写」的地方写完，再运行 npm run check。\n');
  return 0;
}

process.exitCode = main(process.argv.slice(2));
