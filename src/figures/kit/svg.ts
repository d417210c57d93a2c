/**
 * The drawing kit of all figures: SVG as text, the same at build time and in the browser.
 *
 * Colours come from classes alone, so a figure follows the theme (styles/figures.css):
 * fills `fig-surface fig-query fig-key fig-value fig-score fig-weight fig-output fig-blocked fig-accent`,
 * lines `fig-line` (hairline) `fig-arrow` (with marker), text `fig-text fig-muted fig-strong fig-mono`.
 * `tint(share)` makes a fill weaker: the share of full colour is an opacity, never a second hue.
 */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes text safe inside an element or a double-quoted attribute. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** Three decimals are below a screen pixel at any zoom, and keep pages small. */
function attributeText(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : escapeText(value);
}

/** One SVG element as text. `children` are SVG text already; use `text()` for words. */
export function element(tag: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const list = Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${attributeText(value)}"`]))
    .join('');
  return children.length === 0 ? `<${tag}${list}/>` : `<${tag}${list}>${children.join('')}</${tag}>`;
}

/** Words at a point; `anchor` is the horizontal side that the point marks. */
export function text(
  words: string,
  x: number,
  y: number,
  { anchor = 'middle', className = 'fig-text', size = 14 }: {
    readonly anchor?: 'start' | 'middle' | 'end';
    readonly className?: string;
    readonly size?: number;
  } = {},
): string {
  return element(
    'text',
    { x, y, class: className, 'font-size': size, 'text-anchor': anchor, 'dominant-baseline': 'central' },
    escapeText(words),
  );
}

/** The whole drawing, with the two sentences that assistive technology reads in place of the picture. */
export function drawing(
  { id, width, height, title, description }: {
    readonly id: string;
    readonly width: number;
    readonly height: number;
    readonly title: string;
    readonly description: string;
  },
  ...children: readonly string[]
): string {
  return element(
    'svg',
    {
      class: 'fig-svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
    },
    element('title', { id: `${id}-title` }, escapeText(title)),
    element('desc', { id: `${id}-desc` }, escapeText(description)),
    ...children,
  );
}

/**
 * Attributes of a part of the drawing that the reader can press: it sends the action `act` (`name` or `name:1,2`).
 * In the built page it is a drawing only; the browser gives it a role, the spoken `label` and a place in the tab order.
 */
export function acting(act: string, { label, cell, step, pressed, current = false }: {
  readonly label: string;
  /** Row and column within `cells`, for the arrow keys. */
  readonly cell?: readonly [number, number];
  /** Action that the keys + and − send, with the value `1` or `-1`. */
  readonly step?: string;
  /** Makes it a switch. */
  readonly pressed?: boolean;
  /** The one of its group that is on show: it takes the group's place in the tab order. */
  readonly current?: boolean;
}): Attributes {
  return {
    class: 'fig-act', 'data-act': act, 'data-label': label, 'data-cell': cell?.join(','), 'data-step': step,
    'data-pressed': pressed === undefined ? undefined : String(pressed), 'data-current': current ? '' : undefined,
  };
}

/** A grid of acting elements as one stop in the tab order. With `follow`, walking to a cell also presses it. */
export function cells(label: string, children: readonly string[], { follow = false }: { readonly follow?: boolean } = {}): string {
  return element('g', { 'data-cells': label, 'data-follow': follow ? '' : undefined }, ...children);
}

/** Attributes of a handle that the reader drags, or pushes with the arrow keys; the action then has `move`. */
export function dragging(act: string, label: string): Attributes {
  return { class: 'fig-act fig-drag', 'data-drag': act, 'data-label': label };
}

export interface MatrixDrawing {
  /** `values[i][j]` stands in row i, column j; every row has the same length. */
  readonly values: readonly (readonly number[])[];
  readonly x: number;
  readonly y: number;
  /** Side lengths of a cell, in drawing units. */
  readonly cellWidth?: number;
  readonly cellHeight?: number;
  readonly rowLabels?: readonly string[];
  readonly columnLabels?: readonly string[];
  readonly format?: (value: number) => string;
  /** Class of the cell's fill, e.g. `fig-weight`, or one per cell. */
  readonly tone?: string | ((row: number, column: number) => string);
  /** Strength of the fill in 0..1; by default every cell is equally faint. */
  readonly share?: (value: number, row: number, column: number) => number;
  readonly size?: number;
  /** Makes cells pressable: what `acting` gives, or `undefined` for a plain cell. */
  readonly act?: ((row: number, column: number, value: number) => Attributes) | undefined;
  /** Name of the grid for assistive technology; needed with `act`. */
  readonly name?: string;
  readonly follow?: boolean;
}

/** A matrix as a grid of labelled cells, top-left corner at (x, y); labels stand outside it. */
export function matrix({
  values, x, y, cellWidth = 56, cellHeight = 34, rowLabels = [], columnLabels = [],
  format = (value) => String(value), tone = 'fig-surface', share = () => 0.14, size = 14, act, name = '', follow = false,
}: MatrixDrawing): string {
  const squares = values.flatMap((row, i) =>
    row.map((value, j) => {
      const left = x + j * cellWidth;
      const top = y + i * cellHeight;
      const square =
        element('rect', {
          x: left, y: top, width: cellWidth, height: cellHeight,
          class: `fig-cell ${typeof tone === 'string' ? tone : tone(i, j)}`,
          'fill-opacity': Math.min(1, Math.max(0, share(value, i, j))),
        }) +
        text(format(value), left + cellWidth / 2, top + cellHeight / 2, { className: 'fig-text fig-mono', size });
      return act === undefined ? square : element('g', act(i, j, value), square);
    }),
  );
  const rows = rowLabels.map((label, i) =>
    text(label, x - 8, y + (i + 0.5) * cellHeight, { anchor: 'end', className: 'fig-muted', size: size - 1 }));
  const columns = columnLabels.map((label, j) =>
    text(label, x + (j + 0.5) * cellWidth, y - 12, { className: 'fig-muted', size: size - 1 }));
  return element('g', {}, ...(act === undefined ? squares : [cells(name, squares, { follow })]), ...rows, ...columns);
}

/** A straight arrow from one point to another. */
export function arrow(x1: number, y1: number, x2: number, y2: number, className = 'fig-arrow'): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn: number): string => {
    const direction = angle + Math.PI - turn;
    return `${Math.round((x2 + 7 * Math.cos(direction)) * 100) / 100},${Math.round((y2 + 7 * Math.sin(direction)) * 100) / 100}`;
  };
  return element('path', {
    class: className,
    d: `M${x1},${y1}L${x2},${y2}M${wing(0.45)}L${x2},${y2}L${wing(-0.45)}`,
  });
}
