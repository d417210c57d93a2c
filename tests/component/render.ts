import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** HTML of a component on its own, without the attributes of scoped styles and without space between tags. */
export async function render(component: AstroComponentFactory, props: Record<string, unknown>): Promise<string> {
  const container = await AstroContainer.create();
  const html = await container.renderToString(component, { props });
  return html.replace(/ data-astro-(?:cid-\w+(?:="true")?|source-\w+="[^"]*")/g, '').replace(/>\s+</g, '><').trim();
}

/** Start tags of one element name, in order. */
export function tags(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);
}
