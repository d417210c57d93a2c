import { describe, expect, test } from 'vitest';
import { collect, crashLine, ending } from '../../../src/examples/channel.ts';

const cell = JSON.stringify({ cell: 0, output: '一\n', error: null, line: null, figure: null });
const last = JSON.stringify({ versions: { python: '3.11.7' }, files: ['ml/a.csv'], isolated: true, imports: [] });

describe('what comes from the interpreter', () => {
  test('is the result of every cell, and the summary that says that it finished', () => {
    expect(collect(`${cell}\n${cell}\n${last}\n`)).toEqual({
      finished: true, versions: { python: '3.11.7' }, files: ['ml/a.csv'], isolated: true, imports: [],
      results: [{ output: '一\n', error: null, line: null, figure: null }, { output: '一\n', error: null, line: null, figure: null }],
    });
  });

  test.each([['nothing', ''], ['half a line', cell.slice(0, 20)], ['a line without its end', cell], ['other text', 'x}\n{"a": 1}\n']])(
    'is no result when it is %s', (_case, text) => expect(collect(text)).toMatchObject({ finished: false, results: [] }));
});

test.each([
  [null, 'SIGSEGV', '', '解释器崩溃（SIGSEGV；常见原因：C 扩展或 ctypes 的错误）'],
  [null, 'SIGKILL', '', '解释器被系统终止（SIGKILL；常见原因：内存耗尽）'],
  [0, null, '', '解释器自己结束了（状态 0；常见原因：os._exit）'],
  [3, null, '', '解释器以状态 3 结束（常见原因：os._exit）'],
  [1, null, 'Traceback …\nModuleNotFoundError: x\n', '解释器以状态 1 结束：ModuleNotFoundError: x'],
])('an end with %s and %s is explained', (code, signal, noise, text) => expect(ending(code, signal, noise)).toBe(text));

test('the line of a crash is that of the innermost cell', () => {
  const frames = ['numpy/core.py", line 7 in f', '<\\u4ee3\\u7801 2>", line 4 in g', '<\\u4ee3\\u7801 1>", line 9 in <module>'];
  expect(crashLine(frames.map((frame) => `  File "${frame}`).join('\n'))).toBe(4);
  expect(crashLine('Fatal Python error')).toBeUndefined();
});
