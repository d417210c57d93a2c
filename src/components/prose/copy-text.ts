/** Languages whose fences show a session: what one types stands behind a prompt, the rest is the answer. */
const sessions: ReadonlySet<string> = new Set(['console', 'shellsession', 'pycon']);
const prompt = /^(?:>>> ?|\.\.\. ?|[$#] )/;

/** What belongs on the clipboard: the code itself; of a session only what one types, without the prompts. */
export function copyText(code: string, language: string): string {
  const lines = code.replace(/\n+$/, '').split('\n');
  if (!sessions.has(language)) return lines.join('\n');
  const typed = lines.filter((line) => prompt.test(line)).map((line) => line.replace(prompt, ''));
  return (typed.length === 0 ? lines : typed).join('\n');
}
