import { expect, test } from 'vitest';
import { oncePer } from '../../../src/lib/once-per.ts';

test('works once for each thing', () => {
  const asked: string[] = [];
  const name = oncePer(({ id }: { id: string }) => { asked.push(id); return id === 'b' ? undefined : id.toUpperCase(); });
  const [a, b] = [{ id: 'a' }, { id: 'b' }];
  expect([name(a), name(b), name(a), name(b), name({ id: 'a' })]).toEqual(['A', undefined, 'A', undefined, 'A']);
  expect(asked).toEqual(['a', 'b', 'a']);
});
