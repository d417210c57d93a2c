import type { Root } from 'hast';
import type { Plugin } from 'unified';

/** Turns what rehype-katex only warns of into a failure of the build: a red formula never reaches a reader. */
export const rehypeStrictMath: Plugin<[], Root> = () => (_tree, file) => {
  const first = file.messages.find(({ source }) => source === 'rehype-katex');
  if (first === undefined) return;
  const cause = first.cause instanceof Error ? first.cause.message : first.reason;
  // A display formula has no place itself; the nearest element around it has.
  const place = first.place ?? first.ancestors?.findLast(({ position }) => position !== undefined)?.position;
  file.fail(`公式无法渲染：${cause}`, place);
};
