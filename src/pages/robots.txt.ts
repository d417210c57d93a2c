import type { APIRoute } from 'astro';
import { withBase } from '../lib/paths.ts';

export const GET: APIRoute = ({ site }) => {
  const map = new URL(withBase(import.meta.env.BASE_URL, '/sitemap-index.xml'), site).href;
  return new Response(`User-agent: *\nAllow: /\nSitemap: ${map}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
