import { withBase } from '../../lib/paths.ts';

/** Address of a site-absolute path (`/llm/`) under the base that this build is made for. */
export function href(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}
