/** Gives the parts of a drawing that act a role, a name and a place in the tab order, and walks between them. */

const native = 'a, button, input, select, textarea';
/** What acts, or is dragged. */
export const parts = '[data-act], [data-drag]';

/** Most parts have the role, name and place already: writing them again would make the browser look at the page anew. */
export function setAttribute(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** A drawing with parts to press is a group, not one picture. */
function openDrawing(svg: Element): void {
  const [title, description] = (svg.getAttribute('aria-labelledby') ?? '').split(' ');
  setAttribute(svg, 'role', 'group');
  if (title) setAttribute(svg, 'aria-labelledby', title);
  if (description) setAttribute(svg, 'aria-describedby', description);
}

function makeButton(node: Element): void {
  setAttribute(node, 'role', 'button');
  setAttribute(node, 'tabindex', '0');
  // The words and numbers in the part belong to its name: a reader may speak what is seen (WCAG 2.5.3).
  const label = node.getAttribute('data-label') ?? '';
  const words = node.textContent.trim();
  setAttribute(node, 'aria-label', label.includes(words) ? label : `${label}，${words}`);
  const pressed = node.getAttribute('data-pressed');
  if (pressed !== null) setAttribute(node, 'aria-pressed', pressed);
}

/** One cell of each grid takes part in the tab order: where the reader was, else what is on show, else the first. */
export function oneStop(grid: Element, visited: ReadonlyMap<string, string>): void {
  const name = grid.getAttribute('data-cells') ?? '';
  setAttribute(grid, 'role', 'group');
  setAttribute(grid, 'aria-label', name);
  const cells = [...grid.querySelectorAll('[data-cell]')];
  const stop = cells.find((cell) => cell.getAttribute('data-cell') === visited.get(name))
    ?? cells.find((cell) => cell.hasAttribute('data-current')) ?? cells[0];
  for (const cell of cells) setAttribute(cell, 'tabindex', cell === stop ? '0' : '-1');
}

/** `visited` holds, by grid name, the cell that the reader was on. */
export function liven(root: ParentNode, visited: ReadonlyMap<string, string>): void {
  for (const svg of root.querySelectorAll('svg[role="img"]')) {
    if (svg.querySelector(parts)) openDrawing(svg);
  }
  for (const node of root.querySelectorAll(parts)) if (!node.matches(native)) makeButton(node);
  for (const grid of root.querySelectorAll('[data-cells]')) oneStop(grid, visited);
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
