/** A value that is computed when first asked for, and again after `drop()`. */
export interface Refreshable<T> {
  readonly get: () => T;
  readonly drop: () => void;
}

export function refreshable<T>(compute: () => T): Refreshable<T> {
  let held: { readonly value: T } | undefined;
  return {
    get: () => (held ??= { value: compute() }).value,
    drop: () => { held = undefined; },
  };
}
