/** Gives the parts of a drawing that act a role, a name and a place in the tab order, and walks between them. */

const native = 'a, button, input, select, textarea';

/** A drawing with parts to press is a group, not one picture. */
function openDrawing(svg: Element): void {
  const [title, description] = (svg.getAttribute('aria-labelledby') ?? '').split(' ');
  svg.setAttribute('role', 'group');
  if (title) svg.setAttribute('aria-labelledby', title);
  if (description) svg.setAttribute('aria-describedby', description);
}

function makeButton(node: Element): void {
  node.setAttribute('role', 'button');
  node.setAttribute('tabindex', '0');
  // The words and numbers in the part belong to its name: a reader may speak what is seen (WCAG 2.5.3).
  const label = node.getAttribute('data-label') ?? '';
  const words = node.textContent.trim();
  node.setAttribute('aria-label', label.includes(words) ? label : `${label}，${words}`);
  const pressed = node.getAttribute('data-pressed');
  if (pressed !== null) node.setAttribute('aria-pressed', pressed);
}

/** One cell of each grid takes part in the tab order: where the reader was, else what is on show, else the first. */
function oneStop(grid: Element, visited: string | undefined): void {
  grid.setAttribute('role', 'group');
  grid.setAttribute('aria-label', grid.getAttribute('data-cells') ?? '');
  const cells = [...grid.querySelectorAll('[data-cell]')];
  const stop = cells.find((cell) => visited !== undefined && cell.getAttribute('data-cell') === visited)
    ?? cells.find((cell) => cell.hasAttribute('data-current')) ?? cells[0];
  for (const cell of cells) cell.setAttribute('tabindex', cell === stop ? '0' : '-1');
}

/** `visited` holds, by grid name, the cell that the reader was on. */
export function liven(root: ParentNode, visited: ReadonlyMap<string, string>): void {
  for (const svg of root.querySelectorAll('svg[role="img"]')) {
    if (svg.querySelector('[data-act], [data-drag]')) openDrawing(svg);
  }
  for (const node of root.querySelectorAll('[data-act], [data-drag]')) if (!node.matches(native)) makeButton(node);
  for (const grid of root.querySelectorAll('[data-cells]')) {
    oneStop(grid, visited.get(grid.getAttribute('data-cells') ?? ''));
  }
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};

/** [rows down, columns right] of an arrow key. */
export function arrowOf(key: string): readonly [number, number] | undefined {
  return Object.hasOwn(arrows, key) ? arrows[key] : undefined;
}

/** The cell that a key leads to from `cell`, if there is one. */
export function neighbour(cell: Element, key: string): SVGElement | HTMLElement | undefined {
  const grid = cell.closest('[data-cells]');
  const [row = 0, column = 0] = (cell.getAttribute('data-cell') ?? '').split(',').map(Number);
  const find = (i: number, j: number) => grid?.querySelector<SVGElement>(`[data-cell="${i},${j}"]`) ?? undefined;
  const arrow = arrowOf(key);
  if (arrow !== undefined) return find(row + arrow[0], column + arrow[1]);
  if (key !== 'Home' && key !== 'End') return undefined;
  const line = [...grid?.querySelectorAll<SVGElement>(`[data-cell^="${row},"]`) ?? []];
  return key === 'Home' ? line[0] : line.at(-1);
}
