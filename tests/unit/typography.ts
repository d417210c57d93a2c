import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

interface Finding {
  readonly l: number;
  readonly old: string;
  readonly new: string;
}
interface Linter {
  readonly lintFor: (text: string, kind: string) => { readonly lines: readonly Finding[]; readonly error: string };
  readonly loadConfig: (json: string) => void;
  readonly __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
}

/** The linter's own entry imports WebAssembly as a module, which not every Node can. */
async function load(): Promise<Linter> {
  const folder = dirname(createRequire(import.meta.url).resolve('@huacnlee/autocorrect/package.json'));
  const linter = await import(pathToFileURL(join(folder, 'autocorrect_bg.js')).href) as Linter;
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'autocorrect_bg.wasm')), { './autocorrect_bg.js': linter as unknown as WebAssembly.ModuleImports });
  linter.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  // A hyphen joins words where a dash would part them: 「编码-解码」.
  linter.loadConfig(JSON.stringify({ rules: { 'space-dash': 0 }, context: { codeblock: 0 } }));
  return linter;
}

const linter = await load();

/** A sentence cut into tokens on purpose: 「我 的 猫 会 叫 。」. */
const tokens = /\p{Script=Han}[ \u3000][\p{Script=Han}▢?？](?:.*?\p{Script=Han}[ \u3000][\p{Script=Han}▢?？])/u;

/** Text with everything blank that is not the author's own prose; lines stay where they are. */
function prose(source: string): string {
  return source
    .replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, (fence) => fence.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]+`/g, '`x`')
    .replace(/「[^「」\n]*」/g, '「引」'); // quoted as it stands
}

/** What the linter would write differently, as `line: old → new`. */
export function typography(source: string): string[] {
  const { lines, error } = linter.lintFor(prose(source), 'markdown');
  if (error !== '') return [error];
  return lines.filter(({ old }) => !tokens.test(old)).map(({ l, old, new: wanted }) => `${l}: ${old} → ${wanted}`);
}

/** Aliases are other spellings on purpose. */
const strings = (value: unknown): string[] => (typeof value === 'string' ? [value]
  : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => (key === 'aliases' ? [] : strings(item))) : []);

/** The same for every string of a YAML file: its lists and maps have punctuation of their own. */
export function yamlTypography(source: string): string[] {
  return strings(parse(source)).flatMap(typography);
}
