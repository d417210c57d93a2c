/** `traditional simplified…|…`: OpenCC's tables as one string each. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export default entries;
}
