/** Copy buttons of code figures. */
import { copyText } from './copy-text.ts';

const status = document.createElement('p');
status.className = 'sr-only';
status.role = 'status';
document.body.append(status);

/** Code without the lines that a diff takes away. */
function codeOf(figure: Element): string {
  const code = figure.querySelector('pre > code')?.cloneNode(true) as HTMLElement | undefined;
  code?.querySelectorAll('.remove').forEach((line) => {
    line.nextSibling?.remove();
    line.remove();
  });
  return copyText(code?.textContent ?? '', figure.getAttribute('data-language') ?? '');
}

/** Where the clipboard is closed to us, the code is at least selected for the reader's own keys. */
function select(figure: Element): void {
  const code = figure.querySelector('pre > code');
  if (code) getSelection()?.selectAllChildren(code);
}

function say(button: HTMLButtonElement, short: string, long: string): void {
  button.textContent = short;
  button.dataset['done'] = '';
  status.textContent = long;
  setTimeout(() => {
    button.textContent = '复制';
    delete button.dataset['done'];
    status.textContent = '';
  }, 2500);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('.code-copy')) {
  const figure = button.closest('.code');
  if (!figure) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(codeOf(figure));
      say(button, '已复制', '已复制');
    } catch {
      select(figure);
      say(button, '复制失败', '复制失败。代码已选中，请按 Ctrl+C 或 ⌘C。');
    }
  });
}
