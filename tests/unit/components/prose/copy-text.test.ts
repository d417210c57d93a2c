import { expect, test } from 'vitest';
import { copyText } from '../../../../src/components/prose/copy-text.ts';

test.each([
  ['a session gives what one types, without prompts and answers', '$ npm test\nok\n$ npm run build\n', 'console', 'npm test\nnpm run build'],
  ['a Python session joins continued lines', '>>> for i in x:\n...     print(i)\n...\n1\n', 'pycon', 'for i in x:\n    print(i)\n'],
  ['a session without prompts is taken whole', 'npm test\n', 'console', 'npm test'],
  ['Python code keeps its lines, whatever they begin with', '$ = 1\n>>> x', 'python', '$ = 1\n>>> x'],
  ['blank lines at the end are dropped, indentation stays', '    x = 1\n\n', 'python', '    x = 1'],
])('%s', (_name, code, language, expected) => expect(copyText(code, language)).toBe(expected));
