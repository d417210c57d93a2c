const elsewhere = 'input, textarea, select, figure, dialog, [contenteditable], [popover], [role="slider"], [tabindex]';

/** Whether an arrow key would move something inside: a field, a figure, a formula or table that scrolls. */
function takesArrows(element: Element | null): boolean {
  return element !== null && element !== document.body && element.closest(elsewhere) !== null;
}

/** A page that is magnified, or wider than its window, needs its arrow keys for scrolling. */
function scrollsSideways(): boolean {
  return (visualViewport?.scale ?? 1) > 1 || document.documentElement.scrollWidth > innerWidth;
}

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
  const rel = key === 'ArrowLeft' ? 'prev' : key === 'ArrowRight' ? 'next' : undefined;
  if (rel === undefined || takesArrows(document.activeElement) || scrollsSideways()) return;
  document.querySelector<HTMLAnchorElement>(`.pager a[rel="${rel}"]`)?.click();
});
