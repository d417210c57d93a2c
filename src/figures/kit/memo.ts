/** Keeps the last result of a pure function, for what a redraw asks for several times. `keyOf` tells arguments apart. */
export function rememberLast<A, R>(compute: (argument: A) => R, keyOf: (argument: A) => string): (argument: A) => R {
  let last: { readonly key: string; readonly result: R } | undefined;
  return (argument) => {
    const key = keyOf(argument);
    if (last?.key !== key) last = { key, result: compute(argument) };
    return last.result;
  };
}
