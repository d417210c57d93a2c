import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hash } from './record.ts';

/** Python versions that the pinned packages have wheels for, best first. */
const interpreters = ['python3.13', 'python3.12', 'python3.11', 'python3', 'python'];
const oldest = [3, 11] as const;

const pins = 'requirements.txt';
const pinned = /^([A-Za-z0-9_.-]+)(?:\[[\w,-]+\])?==[\w.+!-]+$/;

/** CPU builds of torch come from an index of their own. */
const indexOption = /^--extra-index-url https:\/\/\S+$/;

/** Where environments and the caches of libraries live, unless a caller says otherwise. */
export const pythonFolder = (root: string = process.cwd()): string => resolve(root, 'node_modules/.cache/examples');

interface Requirement {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

function requirements(text: string): Requirement[] {
  return text.split('\n').map((line, index) => ({ line: index + 1, text: line.replace(/(?:^|\s)#.*/, '').trim() })).filter((entry) => entry.text !== '');
}

function readPins(content: string): string {
  const path = join(content, pins);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Lines of `content/requirements.txt` that are no exact pins: `名==版本` is all that is allowed beside comments and an index. */
export function looseRequirements(text: string): readonly Requirement[] {
  return requirements(text).filter((entry) => !pinned.test(entry.text) && !indexOption.test(entry.text));
}

/** Package names compare without case, `-`, `_` and `.` being the same (PEP 503). */
export function packageName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** The packages that the pins name. */
export function pinnedPackages(content: string): ReadonlySet<string> {
  return new Set(requirements(readPins(content)).flatMap(({ text }) => pinned.exec(text)?.[1] ?? []).map(packageName));
}

/** What a record remembers of the pins, so that a changed pin makes it stale; their order and comments change nothing. */
export function environmentHash(content: string): string {
  return existsSync(join(content, pins)) ? hash(requirements(readPins(content)).map(({ text }) => text).toSorted().join('\n')) : '';
}

function output(command: string, args: readonly string[]): string {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

interface Interpreter {
  /** Absolute, and not a shim. */
  readonly path: string;
  /** `3.11.7`; with what it was built by, so that another build makes another environment. */
  readonly version: string;
  readonly build: string;
}

const only = '只有运行代码块需要 Python；构建和阅读站点不需要。';

/** The first interpreter that is new enough. Throws with what to do when there is none. */
export function findPython(wanted: readonly string[] = process.env.PYTHON === undefined ? interpreters : [process.env.PYTHON]): Interpreter {
  const old: string[] = [];
  for (const name of wanted) {
    const [path = '', version = '', build = ''] = output(name, ['-c', 'import sys; print(sys.executable, sys.version.split()[0], sys.version, sep="\\n")']).split('\n');
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return { path, version, build };
    if (version !== '') old.push(`${name} 是 ${version}`);
  }
  const found = old.length === 0 ? `没有找到 Python（试过 ${wanted.join('、')}）` : `Python 太旧：${old.join('、')}`;
  throw new Error(`${found}；运行代码块需要 Python ${oldest.join('.')} 或更新的版本。安装它（https://www.python.org/downloads/），`
    + `或用环境变量 PYTHON 指明解释器。${only}`);
}

/** An empty environment; without pip where nothing is to be installed, which takes a tenth of the time. */
function makeVenv(python: string, folder: string, bare: boolean): void {
  const { status, stderr, stdout } = spawnSync(python, ['-m', 'venv', '--clear', ...(bare ? ['--without-pip'] : []), folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`不能建立虚拟环境：${(stderr || stdout).trim()}（Debian 与 Ubuntu：apt-get install python3-venv）`);
}

/** On a terminal pip shows its own progress; elsewhere a line of ours is enough. */
function install(interpreter: string, content: string): void {
  const quiet = process.stdout.isTTY ? [] : ['--progress-bar', 'off', '--quiet'];
  const { status } = spawnSync(interpreter,
    ['-m', 'pip', '--disable-pip-version-check', '--no-input', 'install', ...quiet, '-r', join(content, pins)], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`pip 没有装成，原因见上。检查网络，以及 ${join(content, pins)} 里的版本是否存在。`);
}

/** Throws, naming file and line, when a requirement is no exact pin. */
export function checkPins(content: string): void {
  const loose = looseRequirements(readPins(content));
  if (loose.length === 0) return;
  throw new Error(loose.map(({ line, text }) => `content/${pins}:${line}:1  「${text}」不是精确的版本\n    → 每行写成 名==版本，如 numpy==2.4.6；这样每台机器跑的都一样。`).join('\n'));
}

/**
 * The interpreter of an environment with the pinned packages; made on first use, reused while the pins and Python stay.
 * Other pins are installed into the same environment: adding a package fetches that package alone, and one that is no
 * longer pinned may not be imported, though it is still there. Linux and macOS. Throws with what to do when Python or a
 * package is missing.
 */
export function pythonEnvironment(content: string, cache: string = pythonFolder()): string {
  checkPins(content);
  const { path, build } = findPython();
  const names = requirements(readPins(content)).map(({ text }) => text).filter((text) => !indexOption.test(text));
  const state = `${build}\n${environmentHash(content)}`;
  const mark = join(cache, 'state.txt');
  const interpreter = join(cache, 'venv', 'bin', 'python');
  const known = existsSync(mark) && existsSync(interpreter) ? readFileSync(mark, 'utf8') : '';
  if (known === state) return interpreter;
  const packages = names.length === 0 ? '' : `，安装 ${names.join('、')}；只做一次，要下载几分钟`;
  console.log(`正在建立运行代码块的环境（node_modules/.cache/examples）${packages} …`);
  mkdirSync(cache, { recursive: true });
  const reusable = known.startsWith(`${build}\n`) && spawnSync(interpreter, ['-m', 'pip', '--version']).status === 0;
  rmSync(mark, { force: true });
  if (!reusable) makeVenv(path, join(cache, 'venv'), names.length === 0);
  writeFileSync(mark, `${build}\n`); // A failed installation is taken up again, not begun anew.
  if (names.length > 0) install(interpreter, content);
  writeFileSync(mark, state);
  return interpreter;
}
