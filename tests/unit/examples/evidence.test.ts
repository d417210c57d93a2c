import { expect, test } from 'vitest';
import { evidenceItems, evidenceOf } from '../../../src/examples/evidence.ts';
import { chapterOf } from './helpers.ts';

const chapter = chapterOf('$a$ 和 $b$，[一](/ml/)。<Cite id="x" /><Cite id="x" />\n\n```python\n1\n```\n\n```python norun="慢"\n2\n```\n\n<Exercise id="ex-a" kind="计算">\n\n算。\n\n</Exercise>\n');

test('without a record, no block counts as executed', () => {
  expect(evidenceOf({ root: '/nowhere' }, chapter)).toEqual({
    executed: 0, unexecuted: ['慢'], formulas: 2, links: 1, sources: 1, exercises: 1, versions: {}, date: undefined, seconds: undefined,
  });
});

test('the line names what there is, in one order, and leaves out what there is not', () => {
  const evidence = evidenceOf({ root: '/nowhere' }, chapter);
  expect(evidenceItems(evidence).join(' · ')).toBe('1 个未执行 · 2 个公式 · 1 种文献 · 1 道练习');
  expect(evidenceItems({
    ...evidence, executed: 22, unexecuted: [], formulas: 153, sources: 14, exercises: 6, versions: { python: '3.11.7', numpy: '2.4.6' }, date: '2026-11-24',
  }).join(' · ')).toBe('运行过 22 个代码块 · 153 个公式 · 14 种文献 · 6 道练习 · Python 3.11.7、numpy 2.4.6 · 2026-11-24');
});
