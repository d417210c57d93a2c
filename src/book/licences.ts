import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Other people's work that readers receive. */
interface Work {
  /** npm package. */
  readonly name: string;
  /** What of it reaches a reader. */
  readonly part: string;
  /** Licence files within the package; none where the package names its licence and brings no text. */
  readonly files: readonly string[];
}

const works: readonly Work[] = [
  { name: 'katex', part: '公式的样式与字体；字体裁到书里用到的字符', files: ['LICENSE'] },
  { name: 'pagefind', part: '全文搜索的脚本、WebAssembly 与索引格式', files: ['LICENSE/LICENSE'] },
  { name: 'opencc-js', part: '搜索索引里繁简对照的字表', files: ['LICENSE', 'THIRD_PARTY_LICENSES.md'] },
  { name: 'pinyin-pro', part: '搜索索引里的拼音', files: ['LICENSE'] },
  { name: '@fontsource-variable/noto-serif-sc', part: '分享图里的字形（思源宋体）', files: ['LICENSE'] },
  { name: 'shiki', part: '代码的着色与配色', files: ['LICENSE'] },
  { name: 'vite', part: '按需加载脚本的几行代码', files: ['LICENSE.md'] },
];

/** Licences under which work may be passed on with a site that anyone may copy. */
export const passable: ReadonlySet<string> = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', 'CC0-1.0']);

/** The single licences of an SPDX expression such as `MIT AND Apache-2.0`. */
export function licencesIn(expression: string): string[] {
  return expression.replace(/[()]/g, ' ').split(/\s+(?:AND|OR)\s+/).map((name) => name.trim()).filter(Boolean);
}

export interface ShippedWork extends Work {
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  readonly source: string | undefined;
  readonly texts: readonly string[];
}

/** Vite's file goes on with the licences of its own parts, none of which reaches a reader. */
const own = (text: string): string => text.split(/^# Licenses of bundled dependencies/m)[0]?.trim() ?? '';

function readWork(work: Work, root: string): ShippedWork {
  const folder = join(root, 'node_modules', work.name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as
    { readonly version: string; readonly license?: string; readonly repository?: string | { readonly url: string } };
  const { version, license = '', repository } = manifest;
  const address = typeof repository === 'string' ? repository : repository?.url;
  const source = address?.replace(/^git\+/, '').replace(/^git:\/\//, 'https://').replace(/^github:/, 'https://github.com/').replace(/\.git$/, '');
  const texts = work.files.map((file) => join(folder, file)).filter((path) => existsSync(path)).map((path) => own(readFileSync(path, 'utf8')));
  return { ...work, version, licence: license, source: source?.startsWith('https://') === true ? source : undefined, texts };
}

/** What readers receive, with versions and licence texts as the installed packages state them. */
export function shippedWorks(root: string = resolve('.')): ShippedWork[] {
  return works.map((work) => readWork(work, root));
}
