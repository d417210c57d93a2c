/**
 * What pages may load: their own files, and nothing that is written into them. `wasm-unsafe-eval` lets the full-text
 * search compile its WebAssembly; it allows no script. `data:` pictures are those that a drawn figure
 * embeds, `data:` faces are those of formulas, which come in one sheet. The live server is exempt, since it writes
 * styles into pages.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/**
 * What a host says with every answer. A policy in a header also reaches workers, and it alone can forbid frames.
 * `src/deploy/nginx.conf` and the built `_headers` say the same; tests compare them.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Files whose name holds a hash of what is in them never change; everything else is asked for anew. */
export const caching = {
  hashed: 'public, max-age=31536000, immutable',
  other: 'public, max-age=0, must-revalidate',
} as const;
