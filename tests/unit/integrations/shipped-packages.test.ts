import { expect, test } from 'vitest';
import { packageOf, shippedPackages } from '../../../src/integrations/shipped-packages.ts';

test.each([
  ['/book/node_modules/katex/dist/katex.min.css', 'katex'],
  ['C:\\book\\node_modules\\@scope\\name\\index.js', '@scope/name'],
  ['/book/node_modules/a/node_modules/b/index.js', 'b'],
  ['/book/src/components/chrome/keys.ts', undefined],
])('%s comes from %s', (id, expected) => expect(packageOf(id)).toBe(expected));

test('a package that no licence is shown for stops the build by its name', () => {
  const { generateBundle } = shippedPackages(new Set(['katex']));
  const run = (moduleIds: readonly string[]): void => {
    const context = { error: (text: string) => { throw new Error(text); } };
    (generateBundle as (this: typeof context, options: object, bundle: object) => void).call(context, {}, { a: { type: 'chunk', moduleIds } });
  };
  expect(() => { run(['/x/node_modules/katex/a.css', '/x/src/a.ts']); }).not.toThrow();
  expect(() => { run(['/x/node_modules/left-pad/index.js']); }).toThrow('页面会带上 left-pad 的代码，而许可页没有列出：把它们写进 src/book/licences.ts。');
});
