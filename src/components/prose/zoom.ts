/** Shows a figure or picture as large as the window. */

/** The figure's caption without ids and links, which would lead out of the dialog. */
function captionOf(button: HTMLButtonElement): HTMLElement | undefined {
  const caption = button.parentElement?.querySelector('figcaption')?.cloneNode(true) as HTMLElement | undefined;
  if (!caption) return undefined;
  const words = document.createElement('p');
  words.className = 'zoom-caption';
  caption.querySelectorAll('[id]').forEach((node) => node.removeAttribute('id'));
  caption.querySelector('.label')?.append('：');
  caption.querySelectorAll('a').forEach((link) => link.replaceWith(...link.childNodes));
  words.append(...caption.childNodes);
  return words;
}

function exitButton(dialog: HTMLDialogElement): HTMLButtonElement {
  const exit = document.createElement('button');
  exit.className = 'zoom-close';
  exit.type = 'button';
  exit.textContent = '关闭';
  exit.addEventListener('click', () => dialog.close());
  return exit;
}

/** The figure itself moves, not a copy: it keeps its state and its ids stay unique. */
function zoom(button: HTMLButtonElement, subject: HTMLElement): void {
  const { width, height } = (subject.querySelector('svg, img') ?? subject).getBoundingClientRect();
  const gap = document.createElement('div');
  gap.style.blockSize = `${subject.offsetHeight}px`;
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom';
  dialog.ariaLabel = button.ariaLabel;
  const body = document.createElement('div');
  body.className = 'zoom-body';
  body.tabIndex = 0;
  dialog.append(exitButton(dialog), body, captionOf(button) ?? '');
  subject.replaceWith(gap);
  body.append(subject);
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    gap.replaceWith(subject);
    dialog.remove();
    button.focus({ preventScroll: true });
  });
  dialog.showModal();
  // Clearly larger even where the window is no larger than the page's column; the box scrolls then.
  const scale = Math.max(1.4, Math.min(body.clientWidth / width, body.clientHeight / height));
  body.style.setProperty('--zoom-inline', `${scale * width}px`);
  body.style.setProperty('--zoom-block', `${scale * height}px`);
}

// A picture within a figure is enlarged with its figure.
for (const button of document.querySelectorAll<HTMLButtonElement>('.zoom-open:not(.figure-body *)')) {
  const subject = button.parentElement?.querySelector<HTMLElement>('.figure-body, img');
  if (!subject) continue;
  button.hidden = false;
  button.addEventListener('click', () => zoom(button, subject));
}
