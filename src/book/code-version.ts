import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const folders = ['lib', 'markdown', 'book', 'search'] as const;

/** Changes with everything but the content that shapes what is known of a book: all packages, Node, the code of these folders. */
export function codeVersion(): string {
  const hash = createHash('sha256').update(process.version).update(readFileSync(new URL('../../package-lock.json', import.meta.url)));
  for (const folder of folders) {
    const root = new URL(`../${folder}/`, import.meta.url);
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).toSorted();
    for (const name of names) hash.update(`${folder}/${name}\0`).update(readFileSync(new URL(name.replaceAll('\\', '/'), root)));
  }
  return hash.digest('hex');
}
