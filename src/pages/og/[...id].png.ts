import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheFolder } from '../../book/folder.ts';
import { loadBook } from '../../book/load.ts';
import { locate } from '../../book/outline.ts';
import { site } from '../../book/site.ts';
import { cardPainter, partHue, type Card } from '../../social/card.ts';

const paint = cardPainter(join(cacheFolder(), 'cards'));

export const getStaticPaths = (async () => {
  const { parts, chapters } = await loadBook();
  const cards = chapters.map(({ id, title }) => {
    const place = locate(parts, id);
    const eyebrow = [place?.part.title, place?.part.divided === true ? place.section.title : undefined].filter(Boolean);
    return { id, card: { eyebrow: eyebrow.join(' · '), title, foot: site.name, hue: partHue(place?.part.id) } };
  });
  const home = { id: 'site', card: { eyebrow: '从计算机基础到大模型', title: site.name, foot: '中文 · 免费 · 开源', hue: partHue() } };
  return [home, ...cards].map(({ id, card }) => ({ params: { id }, props: { card } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await paint(props.card)), { headers: { 'Content-Type': 'image/png' } });
