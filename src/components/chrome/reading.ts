/** What the reading page adds to its HTML, beside what its prose brings. */
import './keys.ts';
import './outline.ts';
import './toc.ts';

/** A sheet that is open when its column gets room would lie above the column. */
for (const [id, query] of [['outline', '(width >= 56.25rem)'], ['toc', '(width >= 75rem)']] as const) {
  const pane = document.getElementById(id);
  matchMedia(query).addEventListener('change', () => {
    if (pane?.matches(':popover-open')) pane.hidePopover();
  });
}

/** Paper shows what a reader could unfold; afterwards the page is as it was. */
let unfolded: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const details of unfolded) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of unfolded) details.open = false;
});
