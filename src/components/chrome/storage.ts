/** The browser's two stores. Both may be blocked or full: then nothing is remembered and nothing breaks. */
type Kind = 'local' | 'session';

const store = (kind: Kind): Storage => (kind === 'local' ? localStorage : sessionStorage);

export function recall(kind: Kind, key: string): string | null {
  try {
    return store(kind).getItem(key);
  } catch {
    return null;
  }
}

/** `null` forgets the key. */
export function remember(kind: Kind, key: string, value: string | null): void {
  try {
    if (value === null) store(kind).removeItem(key);
    else store(kind).setItem(key, value);
  } catch {
    // The page works without a memory.
  }
}
