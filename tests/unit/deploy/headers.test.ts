import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caching, contentSecurityPolicy, securityHeaders } from '../../../src/book/security.ts';
import { headersFile, redirectsFile } from '../../../src/integrations/host-files.ts';

const nginx = readFileSync('src/deploy/nginx.conf', 'utf8');

/** Headers of the first rule of a `_headers` file. */
function firstRule(text: string): Record<string, string> {
  const [rule = ''] = text.split('\n\n');
  return Object.fromEntries(rule.split('\n').slice(1).map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  }));
}

/**
 * Mozilla Observatory's scoring for a site over HTTPS that loads nothing from other origins and sets no cookie: 100 to
 * begin with, and bonuses only for those who keep at least 90.
 */
function observatory(headers: Readonly<Record<string, string>>): number {
  const policy = new Map((headers['Content-Security-Policy'] ?? '').split(';').map((part) => {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    return [name, sources] as const;
  }));
  const sources = (name: string): readonly string[] => policy.get(name) ?? policy.get('default-src') ?? ["'unsafe-inline'"];
  const unsafe = (name: string): boolean => sources(name).some((source) => /^'unsafe-(?:inline|eval)'$|^(?:https?:|data:|\*)$/.test(source));
  const age = Number(/max-age=(\d+)/.exec(headers['Strict-Transport-Security'] ?? '')?.[1] ?? 0);
  const framed = policy.has('frame-ancestors');
  const penalties = [
    policy.size <= 1 ? -25 : unsafe('script-src') ? -20 : 0,
    framed || headers['X-Frame-Options'] !== undefined ? 0 : -20,
    headers['X-Content-Type-Options'] === 'nosniff' ? 0 : -5,
    age >= 15_768_000 ? 0 : -20,
  ];
  const bonuses = [
    unsafe('style-src') || unsafe('script-src') ? 0 : policy.get('default-src')?.join(' ') === "'none'" ? 10 : 5,
    framed ? 5 : 0,
    /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(headers['Referrer-Policy'] ?? '') ? 5 : 0,
    headers['Cross-Origin-Resource-Policy'] === 'same-origin' ? 10 : 0,
  ];
  const base = 100 + penalties.reduce((sum, points) => sum + points, 0);
  return base < 90 ? base : base + bonuses.reduce((sum, points) => sum + points, 0);
}

describe('what hosts say with every answer', () => {
  test('Cloudflare and Netlify say all of it', () => {
    expect(firstRule(headersFile('/'))).toEqual(securityHeaders);
    expect(headersFile('/')).toContain(`\n\n/_astro/*\n  Cache-Control: ${caching.hashed}\n`);
    expect(headersFile('/book/')).toMatch(/^\/book\/\*\n[\s\S]*\n\n\/book\/_astro\/\*\n/);
  });

  test('nginx says the same', () => {
    const added = Object.fromEntries([...nginx.matchAll(/add_header ([\w-]+) "([^"]*)" always;/g)].map(([, name = '', value]) => [name, value]));
    expect(added).toEqual(securityHeaders);
    for (const value of Object.values(caching)) expect(nginx).toContain(`"${value}"`);
  });

  test('nginx redirects what the other hosts redirect', () => {
    const said = [...nginx.matchAll(/location = (\S+) \{ return 301 (\S+); \}/g)].map(([, from = '', to = '']) => `${from} ${to} 301\n`).join('');
    expect(said).toBe(redirectsFile('/'));
  });

  test('the policy of pages is the policy of the header, which alone forbids frames', () => {
    expect(securityHeaders['Content-Security-Policy']).toBe(`${contentSecurityPolicy}; frame-ancestors 'none'`);
    expect(contentSecurityPolicy).not.toContain('unsafe-inline');
  });

  test('Mozilla Observatory would give A+', () => {
    expect(observatory(securityHeaders)).toBe(130);
    expect(observatory({})).toBe(30);
    expect(observatory({ ...securityHeaders, 'Content-Security-Policy': "default-src 'self' 'unsafe-inline'" })).toBeLessThan(100);
  });
});
