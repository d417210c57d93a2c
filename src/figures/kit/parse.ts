/**
 * Strict readers of a figure's state: it may come from a shared link, so nothing of it is trusted.
 * A reader gives back the value, or `undefined` for anything else: wrong type, out of range, an unknown key.
 */

export type Parser<T> = (json: unknown) => T | undefined;

/** What a reader reads: `Parsed<typeof readState>`. */
export type Parsed<P> = P extends Parser<infer T> ? T : never;

export const flag: Parser<boolean> = (json) => (typeof json === 'boolean' ? json : undefined);

/** A finite number within both ends. */
export const real = (min: number, max: number): Parser<number> => (json) =>
  typeof json === 'number' && json >= min && json <= max ? json : undefined;

export const integer = (min: number, max: number): Parser<number> => (json) =>
  Number.isInteger(json) ? real(min, max)(json) : undefined;

export const oneOf = <const T extends string | number>(...values: readonly T[]): Parser<T> => (json) =>
  values.find((value) => value === json);

/** A list of `min`..`max` items, each of which `item` reads. */
export const listOf = <T>(item: Parser<T>, min: number, max: number): Parser<readonly T[]> => (json) => {
  if (!Array.isArray(json) || json.length < min || json.length > max) return undefined;
  const items = json.map(item);
  return items.some((value) => value === undefined) ? undefined : (items as readonly T[]);
};

/** A rows×columns matrix of numbers. */
export const matrixOf = (rows: number, columns: number, min: number, max: number): Parser<readonly (readonly number[])[]> =>
  listOf(listOf(real(min, max), columns, columns), rows, rows);

/** An object with exactly these keys. */
export const record = <T extends object>(fields: { readonly [K in keyof T]: Parser<T[K]> }): Parser<T> => (json) => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const keys = Object.keys(fields) as (keyof T & string)[];
  if (Object.keys(json).length !== keys.length) return undefined;
  const values: Partial<T> = {};
  for (const key of keys) {
    const value = Object.hasOwn(json, key) ? fields[key]((json as Record<string, unknown>)[key]) : undefined;
    if (value === undefined) return undefined;
    values[key] = value;
  }
  return values as T;
};
