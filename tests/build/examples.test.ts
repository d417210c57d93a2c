import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
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
/** Of Matplotlib, what the runner uses of it: stands beside the chapter of every fixture that draws. */
const matplotlib = resolve(import.meta.dirname, '../fixtures/stand-ins/matplotlib');
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
/** `UPDATE_EXPECTED=1` rewrites the expected files: read the difference before you keep it. */
const updating = process.env.UPDATE_EXPECTED !== undefined;
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
  if (rule.startsWith('figure')) cpSync(matplotlib, join(content, 'ml/matplotlib'), { recursive: true });
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
  ...(linux ? { 'memory-hog': ['the memory limit names the block', 'verify', { memory: 2 ** 28 }] } as const : {}),
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

describe.skipIf(python === undefined)('a chapter whose blocks do not hold what they promise', () => {
  test.concurrent.for(Object.entries(faults))('%s', async ([rule, [sentence, how, limits]], { expect: local }) => {
    const expected = join(trees, rule, 'expected.txt');
    // What chance printed is no part of the message.
    const actual = `${(await issuesOf(rule, how, limits)).replace(/^( +[-+] )(?:0\.\d+|\{.*\})$/gm, '$1…')}\n`;
    if (updating) writeFileSync(expected, actual);
    local(actual, sentence).toBe(readFileSync(expected, 'utf8'));
  });
});

describe.skipIf(python === undefined)('recording a chapter', () => {
  test('writes the output behind its block: printed text, a value, a warning, an expected exception', async () => {
    const { text } = await recorded('valid');
    const expected = join(trees, 'valid', 'expected.mdx');
    if (updating) writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });

  test('leaves the record of what ran', async () => {
    const { folder } = await recorded('valid');
    const { cells, seconds, environment, ...rest } = JSON.parse(readFileSync(folder.file('knn.run.json'), 'utf8')) as Record<string, unknown>;
    expect(rest).toEqual({ date: today, versions: { python: findPython().version }, files: {}, figures: {} });
    expect(cells).toHaveLength(7);
    expect(seconds).toBeGreaterThan(0);
    expect(environment).toMatch(/^[0-9a-f]{20}$/);
  });

  test('satisfies the check and the build', async () => {
    const { folder } = await recorded('valid');
    const { issues } = await verify(folder.chapter(), workshop(folder));
    expect(issues).toEqual([]);
    expect(staleExamples(folder, readBook(folder).book)).toEqual([]);
  });

  test.for(['valid', 'compared-loosely', 'figure'])('changes no file the second time: %s', async (rule) => {
    const { folder } = await recorded(rule);
    const files = (): string[] => readdirSync(join(folder.content, 'ml'), { recursive: true, encoding: 'utf8' }).toSorted()
      .map((name) => `${name}: ${name.includes('.') ? readFileSync(folder.file(name), 'utf8') : ''}`);
    const before = files();
    await record(folder.chapter(), { ...workshop(folder), today: '2027-03-04' });
    expect(files()).toEqual(before);
  });

  test('keeps Chinese, emoji and backticks as they were printed', async () => {
    const { folder, text } = await recorded('chinese-and-emoji');
    expect(text.split('````output\n')[1]).toBe('你好，世界：∑ αβγ 👩‍🔬🇨🇳 𠮷\n```\n\'值\'\n````\n');
    expect(cellsOf(folder.chapter())[0]?.output).toBe('你好，世界：∑ αβγ 👩‍🔬🇨🇳 𠮷\n```\n\'值\'\n');
  });

  test('keeps a long output whole', async () => {
    const { folder } = await recorded('long-output');
    expect(cellsOf(folder.chapter())[0]?.output?.split('\n')).toHaveLength(101);
  });

  test('saves a figure beside the chapter', async () => {
    const { folder } = await recorded('figure');
    expect(readFileSync(folder.file('knn.line.svg'), 'utf8')).toBe('<svg xmlns="http://www.w3.org/2000/svg"><text>(1, 2)</text></svg>\n');
    expect(staleExamples(folder, readBook(folder).book)).toEqual([]);
  });

  test('removes a figure that its block no longer draws', async () => {
    const { folder } = await recorded('figure');
    writeFileSync(folder.file('knn.mdx'), folder.chapter().source.replace(' figure=line', '').replace(/!\[.*\n/, ''));
    await record(folder.chapter(), workshop(folder));
    expect(existsSync(folder.file('knn.line.svg'))).toBe(false);
  });

  test('asks for the figure in the text', async () => {
    const { folder } = await recorded('figure-not-shown');
    expect(staleExamples(folder, readBook(folder).book).map(formatIssue)).toEqual([
      'content/ml/knn.mdx:7:1  代码块画的图 knn.line.svg 没有出现在正文里\n    → 在代码块后面写 ![图上看得到什么](./knn.line.svg)。',
    ]);
  });

  test('writes nothing where the author went on typing meanwhile', async () => {
    const folder = copyOf('valid');
    const chapter = folder.chapter();
    writeFileSync(folder.file('knn.mdx'), `${chapter.source}\n新的一段。\n`);
    const { issues } = await record(chapter, workshop(folder));
    expect(issues.map(formatIssue)).toEqual([
      'content/ml/knn.mdx:1:1  文件在运行期间被改过，没有写入记录\n    → 再运行一次 npm run examples:record -- ml/knn',
    ]);
    expect(readdirSync(join(folder.content, 'ml'))).toEqual(['_part.yaml', 'knn.mdx']);
  });
});

describe.skipIf(python === undefined)('the build refuses a chapter', () => {
  const stale = (folder: Copy): string => staleExamples(folder, readBook(folder).book).map(formatIssue).join('\n');
  const again = '    → 运行 npm run examples:record -- ml/knn，用真实的运行结果更新它。';
  const change = (folder: Copy, name: string, from: string | RegExp, to: string): void =>
    writeFileSync(folder.file(name), readFileSync(folder.file(name), 'utf8').replace(from, to));

  test('without a record', () => {
    expect(stale(copyOf('valid'))).toBe(`content/ml/knn.mdx:1:1  7 个可执行代码块还没有运行记录\n${again}`);
  });

  test('whose record was cut off half-way', async () => {
    const { folder } = await recorded('valid');
    const text = readFileSync(folder.file('knn.run.json'), 'utf8');
    writeFileSync(folder.file('knn.run.json'), text.slice(0, text.length / 2));
    expect(stale(folder)).toBe(`content/ml/knn.mdx:1:1  运行记录 content/ml/knn.run.json 不完整或被改坏了，等于没有记录\n${again}`);
  });

  test('whose code changed, at the first such block', async () => {
    const { folder } = await recorded('valid');
    change(folder, 'knn.mdx', 'total * 2', 'total * 3');
    expect(stale(folder)).toBe(`content/ml/knn.mdx:18:1  第 2 个可执行代码块在上次运行之后改过\n${again}`);
  });

  test('whose output was typed', async () => {
    const { folder } = await recorded('valid');
    change(folder, 'knn.mdx', '和 3', '和 4');
    expect(stale(folder)).toBe(`content/ml/knn.mdx:7:1  第 1 个可执行代码块的输出被改过\n${again}`);
  });

  test('whose varying output was typed', async () => {
    const { folder } = await recorded('compared-loosely');
    change(folder, 'knn.mdx', /用时 .*/, '用时 0.1');
    expect(stale(folder)).toBe(`content/ml/knn.mdx:7:1  第 1 个可执行代码块的输出被改过\n${again}`);
  });

  test('whose last block was removed', async () => {
    const { folder } = await recorded('valid');
    change(folder, 'knn.mdx', /```python\nprint\(\)[\s\S]*?```\n\n```output[\s\S]*?```\n/, '');
    expect(stale(folder)).toBe(`content/ml/knn.mdx:1:1  记录里有 7 个代码块，现在有 6 个\n${again}`);
  });

  test('whose data changed', async () => {
    const { folder } = await recorded('files');
    change(folder, 'points.csv', '3', '5');
    expect(stale(folder)).toBe(`content/ml/knn.mdx:1:1  代码块用到的文件 ml/points.csv 在上次运行之后改过，或不见了\n${again}`);
  });

  test('whose figure was edited', async () => {
    const { folder } = await recorded('figure');
    change(folder, 'knn.line.svg', '1', '7');
    expect(stale(folder)).toBe(`content/ml/knn.mdx:1:1  代码块用到的文件 ml/knn.line.svg 在上次运行之后改过，或不见了\n${again}`);
  });

  test('that ran with other versions', async () => {
    const { folder } = await recorded('valid');
    writeFileSync(join(folder.content, 'requirements.txt'), 'numpy==2.4.6\n');
    expect(stale(folder)).toBe(`content/ml/knn.mdx:1:1  content/requirements.txt 在上次运行之后改过\n${again}`);
  });

  test('but not for a comment in the pins', async () => {
    const { folder } = await recorded('valid');
    writeFileSync(join(folder.content, 'requirements.txt'), '# 另一句话\n\n');
    expect(stale(folder)).toBe('');
  });
});

describe.skipIf(python === undefined)('a block', () => {
  test('cannot keep the next ones from printing', async () => {
    expect(outputs(await run(copyOf('stdout-abused')))).toEqual(['', '还在\n', '', '又在\n', '', '还是在\n', '', '仍在\n', '完成\n']);
  });

  test.skipIf(!linux)('prints with its children, which neither outlive it nor speak in its place', async () => {
    const execution = await run(copyOf('child-processes'));
    expect(outputs(execution)).toEqual(['子进程\n父进程\n', '[1, 4, 9]\n', '不等它\n', '下一块\n', '也不等它\n']);
    expect(execution.seconds).toBeLessThan(20);
    expect(spawnSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' }).stdout).not.toContain('sleep 97531');
  });

  test('may use threads, asyncio and await', async () => {
    const execution = await run(copyOf('threads-and-tasks'));
    expect(outputs(execution)).toEqual(['线程里\n', '6\n', '8\n', '不等线程\n']);
    expect(execution.seconds).toBeLessThan(20);
  });

  test('reaches no network, also not through a child process where the system can keep it away', async () => {
    const execution = await run(copyOf('network'));
    if (!execution.isolated) console.log('子进程的联网没有测：这个系统不让普通用户建立网络命名空间。');
    expect(outputs(execution)).toEqual([
      'urllib.error.URLError: <urlopen error 代码块不能联网（192.0.2.1）：数据要生成，或放在仓库里>\n',
      'PermissionError: 代码块不能联网（192.0.2.1）：数据要生成，或放在仓库里\n',
      execution.isolated ? '子进程连上了吗： False\n' : expect.any(String), '本机可以： b\'ok\'\n',
    ]);
  });

  test('runs in a copy of its folder: what it reads is noted, what it writes is gone', async () => {
    const folder = copyOf('files');
    const before = readdirSync(folder.content, { recursive: true }).toSorted();
    const execution = await run(folder);
    expect(outputs(execution)).toEqual([
      '[\'1,2\', \'3,4\']\n', '[\'deep\', \'helper.py\', \'new.txt\', \'points.csv\', \'unread.csv\']\n', '\'帮手\'\n', '. points.csv\n', '2\n',
    ]);
    expect(execution.files).toEqual(['ml/deep/lines.txt', 'ml/helper.py', 'ml/points.csv']);
    expect(readdirSync(folder.content, { recursive: true }).toSorted()).toEqual(before);
    expect(readFileSync(folder.file('points.csv'), 'utf8')).toBe('1,2\n3,4\n');
  });

  test('changes nothing outside, by whatever call it tries', async () => {
    expect(outputs(await run(copyOf('writes-other-ways')))).toEqual([
      'FileIO 不许\nO_CREAT 不许\nO_TRUNC 不许\nchmod 不许\nutime 不许\nsqlite3 不许\n',
    ]);
  });

  test('shows of a traceback its own lines alone', async () => {
    const [syntax, group, alone] = outputs(await run(copyOf('tracebacks')));
    expect(syntax).toBe('Traceback (most recent call last):\n  File "<代码 1>", line 1\n    x = (\n        ^\nSyntaxError: \'(\' was never closed\n');
    expect(group).toMatch(/^ {2}\+ Exception Group Traceback \(most recent call last\):\n {2}\| {3}File "<代码 2>", line 1, in <module>\n/);
    expect(group).toContain('| TypeError: 2\n');
    expect(alone).toBe('ExceptionGroup: 两个 (2 sub-exceptions)\n');
  });

  test.skipIf(!has('gcc') || !has('g++'))('may be shell, C or C++ where it says run', async () => {
    const execution = await run(copyOf('languages'));
    expect(outputs(execution)).toEqual(['一 2\n三\n', 'C：42\n', 'C++：42\n']);
    expect(Object.keys(execution.versions)).toEqual(expect.arrayContaining(['python', 'bash', 'g++', 'gcc']));
  });

  test.skipIf(!has('gcc'))('that does not compile shows what the compiler said, without a path of this machine', async () => {
    const text = await issuesOf('compile-error', 'record');
    expect(text).toContain('第 1 个代码块失败：抛出了 RuntimeError：\n      RuntimeError: gcc 以状态 1 结束\n    在此之前的输出：\n      main.c:1:2: error: #error not written yet');
    expect(text).not.toContain(tmpdir());
  });
});

describe('npm run examples', () => {
  const call = (folder: Copy, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder.root, encoding: 'utf8', env: { ...process.env, ...env },
    });
    return { status, stdout: stdout.replace(/[\d.]+ 秒/g, 'N 秒'), stderr, seconds: (performance.now() - started) / 1000 };
  };

  test('says that Python is missing, and that only running blocks needs it', () => {
    const { status, stderr } = call(copyOf('valid'), [], { PYTHON: '/nowhere/python3' });
    expect([status, stderr]).toEqual([1, '没有找到 Python（试过 /nowhere/python3）；运行代码块需要 Python 3.11 或更新的版本。'
      + '安装它（https://www.python.org/downloads/），或用环境变量 PYTHON 指明解释器。只有运行代码块需要 Python；构建和阅读站点不需要。\n']);
  });

  test('says that Python is too old', () => {
    const folder = copyOf('valid');
    const old = join(folder.root, 'python3.8');
    writeFileSync(old, '#!/bin/sh\nprintf "/usr/bin/python3.8\\n3.8.2\\n3.8.2 (default)\\n"\n', { mode: 0o755 });
    const { status, stderr } = call(folder, [], { PYTHON: old });
    expect([status, stderr.split('；')[0]]).toEqual([1, `Python 太旧：${old} 是 3.8.2`]);
  });

  test('refuses pins that are not exact, each with its line', () => {
    const { status, stderr } = call(copyOf('loose-pin'));
    const remedy = '    → 每行写成 名==版本，如 numpy==2.4.6；这样每台机器跑的都一样。';
    expect([status, stderr]).toEqual([1, `content/requirements.txt:2:1  「numpy>=2」不是精确的版本\n${remedy}\n`
      + `content/requirements.txt:4:1  「pandas」不是精确的版本\n${remedy}\n`]);
  });

  test('refuses an unknown option, a limit that is no number and a chapter that is not there', () => {
    const folder = copyOf('valid');
    const usage = '用法：npm run examples -- [章或节的 id …] [--all] [--seconds 秒] [--memory MiB]';
    expect(call(folder, ['--fast'])).toMatchObject({ status: 1, stderr: `${usage}\n` });
    expect(call(folder, ['--seconds', 'x'])).toMatchObject({ status: 1, stderr: `--seconds 和 --memory 后面要写数字。${usage}\n` });
    expect(call(folder, ['ml/svm'])).toMatchObject({ status: 1, stderr: '没有写好的章以「ml/svm」开头。写部分、小节或章的 id，例如 llm/transformer。\n' });
  });

  test('says so where there is nothing to run', () => {
    const folder = copyOf('valid');
    writeFileSync(folder.file('knn.mdx'), folder.chapter().source.replaceAll('```python', '```text'));
    expect(call(folder)).toMatchObject({ status: 0, stdout: '没有会运行的代码块。\n' });
  });

  test.skipIf(python === undefined)('records, then skips what did not change within three seconds, then runs all', () => {
    const folder = copyOf('valid');
    expect(call(folder, ['--record'])).toMatchObject({
      status: 0, stdout: expect.stringMatching(/^正在建立运行代码块的环境（node_modules\/\.cache\/examples） …\n✓ ml\/knn {2}7 个代码块，N 秒\n[\s\S]*\n1 章、7 个代码块已记录。\n$/),
    });
    const idle = call(folder);
    expect(idle).toMatchObject({ status: 0, stdout: '1 章没有变化，跳过（加 --all 全部重跑）。\n' });
    expect(idle.seconds).toBeLessThan(3);
    expect(call(folder, ['ml', '--all'])).toMatchObject({ status: 0, stdout: expect.stringContaining('\n1 章、7 个代码块与记录一致。\n') });
  });

  test.skipIf(python === undefined)('ends with 1 after every failure is shown', () => {
    const { status, stderr, stdout } = call(copyOf('output-drift'));
    expect(status).toBe(1);
    expect(stderr).toBe(`\n${readFileSync(join(trees, 'output-drift', 'expected.txt'), 'utf8')}`);
    expect(stdout).toMatch(/✗ ml\/knn {2}2 个代码块，N 秒\n[\s\S]*\n1 处问题。\n$/);
  });

  test.skipIf(python === undefined)('interrupted while it records, it leaves every file as it was, and nothing running', async () => {
    const folder = copyOf('slow');
    const source = folder.chapter().source;
    const scratch = join(folder.root, 'tmp');
    mkdirSync(scratch);
    const child = spawn(process.execPath, [cli, '--record'], { cwd: folder.root, env: { ...process.env, TMPDIR: scratch } });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    const code = new Promise((done) => { child.once('close', done); });
    await expect.poll(() => readdirSync(scratch).length, { timeout: 20_000 }).toBe(1);
    child.kill('SIGINT');
    expect([await code, said]).toEqual([130, '\n已中断。没有跑完的章，文件都没有动过。\n']);
    expect(readdirSync(join(folder.content, 'ml'))).toEqual(['_part.yaml', 'knn.mdx']);
    expect(readFileSync(folder.file('knn.mdx'), 'utf8')).toBe(source);
    expect(readdirSync(scratch)).toEqual([]);
  });
});
