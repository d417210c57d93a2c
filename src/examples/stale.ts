import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../book/model.ts';
import type { ContentFolder } from '../book/read.ts';
import type { Issue } from '../lib/issue.ts';
import { environmentHash } from './environment.ts';
import { recordIssues } from './record.ts';

/**
 * Chapters whose printed outputs are not proven to be those of their code. A content folder without
 * `requirements.txt` executes nothing, and so has nothing to prove.
 */
export function staleExamples({ root, content }: ContentFolder, { chapters }: Pick<Book, 'chapters'>): Issue[] {
  if (!existsSync(join(content, 'requirements.txt'))) return [];
  const environment = environmentHash(content);
  return chapters.flatMap((chapter) => recordIssues(root, content, environment, chapter));
}
