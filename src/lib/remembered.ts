import { createHash } from 'node:crypto';
import type { ResultCache } from './result-cache.ts';

/** What work asks of its surroundings while it is done. Arguments are plain data; of an answer counts what JSON says of it. */
export type Questions<Around> = { readonly [Name in keyof Around]: (...args: never[]) => unknown };

/** Question → answer, as far as needed to see whether it is still the same. */
type Answers = ReadonlyMap<string, string>;

const brief = (answer: unknown): string => createHash('sha256').update(JSON.stringify(answer) ?? '').digest('base64url');

function listening<Around extends Questions<Around>>(around: Around, heard: Map<string, string>): Around {
  const ask = (name: string, question: (...args: never[]) => unknown) => (...args: never[]): unknown => {
    const answer = question(...args);
    heard.set(JSON.stringify([name, args]), brief(answer));
    return answer;
  };
  return Object.fromEntries(Object.keys(around).map((name) => [name, ask(name, around[name as keyof Around])])) as Around;
}

function stillTrue<Around extends Questions<Around>>(answers: Answers, around: Around): boolean {
  return [...answers].every(([asked, answer]) => {
    const [name, args] = JSON.parse(asked) as [keyof Around, never[]];
    return typeof around[name] === 'function' && brief(around[name](...args)) === answer;
  });
}

/**
 * The result of work on an input, from the cache where everything that the work asked of its surroundings is answered as it was
 * then. The work learns of its surroundings through `around` alone, so nothing that it used can be forgotten in a key. Results are
 * plain data.
 */
export async function remembered<Around extends Questions<Around>, Result>(
  cache: ResultCache,
  input: string,
  around: Around,
  make: (around: Around) => Result | Promise<Result>,
): Promise<Result> {
  const known = cache.get(input);
  if (known !== undefined) {
    const { answers, result } = JSON.parse(known) as { readonly answers: readonly (readonly [string, string])[]; readonly result: Result };
    if (stillTrue(new Map(answers), around)) return result;
  }
  const heard = new Map<string, string>();
  const result = await make(listening(around, heard));
  cache.set(input, JSON.stringify({ answers: [...heard], result }));
  return result;
}
