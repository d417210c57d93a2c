import type { Issue } from '../lib/issue.ts';
import { eachText, issueIn } from './check.ts';

const literal = /\[\^([^\]\s]+)\]/g;

/** Markdown prints `[^a]` as it stands where no text belongs to it, and drops a text that nothing points to. */
export const footnotes = eachText(({ file, facts }) => {
  const used = new Set(facts.footnotes.map(({ value }) => value.toLowerCase()));
  const seen = new Set<string>();
  const texts = facts.footnoteTexts.flatMap((note): Issue[] => {
    const id = note.value.toLowerCase();
    if (seen.has(id)) return [issueIn(file, note, `脚注 [^${note.value}] 写了两次`, '给其中一条换个名字。')];
    seen.add(id);
    return used.has(id) ? [] : [issueIn(file, note, `脚注 [^${note.value}] 没有人用`, `在正文里写 [^${note.value}]，或删去这条脚注。`)];
  });
  const missing = facts.prose.flatMap((prose) => [...prose.text.matchAll(literal)].map(([whole, id]) =>
    issueIn(file, prose, `脚注 ${whole} 没有内容`, `另起一行写 [^${id ?? ''}]: 脚注的内容。`)));
  return [...texts, ...missing];
});
