import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ContentFolder } from '../../src/book/files.ts';
import type { Chapter } from '../../src/book/model.ts';
import { readBook } from '../../src/book/read.ts';
import { findPython } from '../../src/examples/environment.ts';
import { execute, type Execution } from '../../src/examples/execute.ts';
import { cellsOf } from '../../src/examples/cells.ts';
import { defaultLimits, type Limits } from '../../src/examples/guard.ts';
import { record } from '../../src/examples/rerecord.ts';
import { staleExamples } from '../../src/examples/stale.ts';
import { verify } from '../../src/examples/verify.ts';
import { formatIssue } from '../../src/lib/issue.ts';

const trees = resolve(import.meta.dirname, '../fixtures/examples');
const cli = resolve(import.meta.dirname, '../../src/examples/cli.ts');

function interpreter(): string | undefined {
  try {
    return findPython().path;
  } catch (error) {
    console.log(`不测代码块的运行：${String(error)}`);
    return undefined;
  }
}
const python = interpreter();
const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;
const linux = process.platform === 'linux';

interface Copy extends ContentFolder {
  readonly root: string;
  readonly file: (name: string) => string;
  readonly chapter: () => Chapter;
}

/** A fixture's content, copied to a place of its own. */
function copyOf(rule: string): Copy {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'examples-test-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const content = join(root, 'content');
  cpSync(join(trees, rule, 'content'), content, { recursive: true });
  const chapter = (): Chapter => {
    const found = readBook({ root, content }).book.chapters[0];
    if (found === undefined) throw new Error(`no chapter in ${rule}`);
    return found;
  };
  return { root, content, chapter, file: (name) => join(content, 'ml', name) };
}

const today = '2026-01-02';
const workshop = (folder: ContentFolder, limits: Partial<Limits> = {}) =>
  ({ ...folder, python: python ?? '', today, limits: { ...defaultLimits, seconds: 30, ...limits } });

async function issuesOf(rule: string, how: 'verify' | 'record', limits: Partial<Limits> = {}): Promise<string> {
  const folder = copyOf(rule);
  const { issues } = await (how === 'verify' ? verify : record)(folder.chapter(), workshop(folder, limits));
  return issues.map(formatIssue).join('\n');
}

/** Records a fixture and returns what then stands below the front matter. */
async function recorded(rule: string): Promise<{ readonly folder: Copy; readonly text: string }> {
  const folder = copyOf(rule);
  const { issues } = await record(folder.chapter(), workshop(folder));
  expect(issues.map(formatIssue)).toEqual([]);
  return { folder, text: readFileSync(folder.file('knn.mdx'), 'utf8').split('\n---\n\n')[1] ?? '' };
}

const run = ({ content, chapter }: Copy): Promise<Execution> =>
  execute(chapter(), cellsOf(chapter()), { python: python ?? '', content, limits: defaultLimits });

const outputs = ({ results }: Execution): string[] => results.map(({ output, error }) => error ?? output);

/** Folder below tests/fixtures/examples → the sentence of the specification that it shows, and how. */
const faults: Readonly<Record<string, readonly [sentence: string, how: 'verify' | 'record', limits?: Partial<Limits>]>> = {
  'output-drift': ['a real output that differs is shown line by line', 'verify'],
  'exception-absent': ['an exception that is expected must come', 'verify'],
  'exception-wrong': ['an exception must be the one that is expected', 'verify'],
  'exception-unexpected': ['an exception that nobody expects is shown with its traceback and what was printed', 'verify'],
  'endless-loop': ['the time limit names the block and the line that it was at', 'verify', { seconds: 2 }],
  'memory-hog': ['the memory limit names the block', 'verify', { memory: 2 ** 28 }],
  'memory-children': ['the memory limit counts child processes too', 'verify', { memory: 2 ** 28 }],
  'crash-by-signal': ['a crash of the interpreter names the block and its line', 'verify'],
  'interpreter-left': ['a block cannot end the interpreter unnoticed', 'verify'],
  'sys-exit': ['sys.exit is no way out', 'verify'],
  unseeded: ['chance and the order of sets are found by running twice', 'record'],
  'huge-output': ['an output beyond 200 KB is refused', 'record'],
  'endless-output': ['printing without end fills no disk', 'record'],
  'not-utf8': ['an output that is no UTF-8 is refused', 'record'],
  'invisible-character': ['an output with invisible characters is refused', 'record'],
  'no-input': ['there is no standard input', 'record'],
  'writes-outside': ['a block writes nowhere but in its temporary folder', 'record'],
  'missing-pin': ['a package without a pin is named', 'record'],
  'shell-status': ['a shell block stops at the first command that fails', 'record'],
  'figure-drift': ['a figure that differs is named', 'verify'],
  'figure-not-drawn': ['a block with figure= draws one', 'record'],
  'figure-by-chance': ['a figure that changes by chance is found by running twice', 'record'],
};

describe.skipIf(python === undefined)('running the blocks of a chapter', () => {
  afterAll(() => {
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('examples-') && !name.startsWith('examples-test-'));
    if (left.length > 0) console.log(`left behind: ${left.join(' ')}`);
  });

  test.concurrent.for(Object.entries(faults))('%s', async ([rule, [sentence, how, limits]], { expect: local }) => {
    const expected = join(trees, rule, 'expected.txt');
    const actual = `${(await issuesOf(rule, how, limits)).replace(/^( +\+ )0?[\d.]+$|^( +- )[\d.]+$|^( +[-+] )\{.*\}$/gm, '$1$2$3…')}\n`;
    if (process.env.UPDATE_EXPECTED !== undefined) writeFileSync(expected, actual);
    local(actual, sentence).toBe(readFileSync(expected, 'utf8'));
  });
});
