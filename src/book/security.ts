/**
 * What pages may load: their own files, and nothing that is written into them. `wasm-unsafe-eval` lets the full-text
 * search compile its WebAssembly; it allows no script. `data:` pictures are those that a drawn figure embeds. The live server is exempt, since it writes styles into pages.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
