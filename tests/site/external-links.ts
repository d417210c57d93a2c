import { attribute, type BuiltPage } from './built.ts';

/** An address elsewhere and the pages that name it. */
export interface ExternalLink {
  readonly address: string;
  readonly pages: readonly string[];
}

/** Every address outside the site that a reader may follow, in alphabetical order; fragments are left to the other site. */
export function externalLinks(pages: readonly Pick<BuiltPage, 'path' | 'elements'>[], origin: string): ExternalLink[] {
  const found = new Map<string, Set<string>>();
  for (const { path, elements } of pages) {
    for (const element of elements) {
      const target = element.tagName === 'a' ? attribute(element, 'href') : undefined;
      if (target === undefined || !/^https?:\/\//.test(target) || new URL(target).origin === origin) continue;
      const address = target.replace(/#.*$/, '');
      found.set(address, (found.get(address) ?? new Set()).add(path));
    }
  }
  return [...found].map(([address, on]) => ({ address, pages: [...on].toSorted() })).toSorted((a, b) => (a.address < b.address ? -1 : 1));
}

/** HTTP status, or why there was none. */
export type Answer = number | string;

/** Some hosts refuse to answer HEAD; then the page itself is asked for, and left unread. */
export async function ask(address: string, get: typeof fetch = fetch): Promise<Answer> {
  try {
    for (const method of ['HEAD', 'GET']) {
      const { status, body } = await get(address, { method, redirect: 'follow', signal: AbortSignal.timeout(15_000) });
      await body?.cancel();
      if (status < 400 || method === 'GET') return status;
    }
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined)?.code ?? error.name : String(error);
    return cause;
  }
  return '没有回答';
}

/** Whether the network was there at all: one answer of any host proves it. */
export function reached(answers: readonly Answer[]): boolean {
  return answers.some((answer) => typeof answer === 'number');
}
