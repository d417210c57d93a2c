import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const folders = ['lib', 'markdown', 'book', 'search', 'examples', 'pages'] as const;
const files = ['package-lock.json', 'astro.config.ts'] as const;

/** Changes with everything but the content that shapes what is known of a book: all packages, Node, the configuration, the code of these folders. */
export function codeVersion(root: URL = new URL('../../', import.meta.url)): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of files) hash.update(`${name}\0`).update(readFileSync(new URL(name, root)));
  for (const folder of folders) {
    const place = new URL(`src/${folder}/`, root);
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).toSorted();
    for (const name of names) hash.update(`${folder}/${name}\0`).update(readFileSync(new URL(encodeURI(name.replaceAll('\\', '/')), place)));
  }
  return hash.digest('hex');
}
