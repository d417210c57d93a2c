import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { arrow, drawing, element, text } from '../kit/svg.ts';
import { examples, film, frameCount, takenAfter, type Film, type Look, type MroState } from './model.ts';

const films = rememberLast(film, (bases) => JSON.stringify(bases));
export const count = ({ bases }: MroState): number => frameCount(films(bases));
export const shownStep = (state: MroState): number => Math.min(state.step, count(state) - 1);

const namesOf = ({ shape }: MroState): readonly string[] => examples[shape].names;
/** A class statement without its first word. */
export function header(state: MroState, kind: number): string {
  const names = namesOf(state);
  const list = at(state.bases, kind - 1);
  return at(names, kind) + (list.length === 0 ? '' : `(${list.map((base) => at(names, base)).join(', ')})`);
}

const listName = (names: readonly string[], { parents }: Film, list: number): string =>
  (list < parents.length ? `L(${at(names, at(parents, list))})` : '基类次序');

function verdict(names: readonly string[], shown: Film, { head, blocker }: Look): string {
  const name = at(names, head);
  if (blocker < 0) return `${name} 取走`;
  const where = listName(names, shown, blocker);
  return `${name} 在${blocker < shown.parents.length ? ` ${where} ` : where}的尾部，不取`;
}

export function tell(state: MroState): string {
  const names = namesOf(state);
  const shown = films(state.bases);
  const step = shownStep(state);
  const name = at(names, shown.target);
  const order = [shown.target, ...takenAfter(shown, step)].map((kind) => at(names, kind)).join('、');
  if (step > shown.looks.length) return `各列的头都在别列的尾部，${name} 排不出次序：TypeError。`;
  if (step === 0) return `给 ${header(state, shown.target)} 排次序，${name} 自己在最前。`;
  const end = step === shown.looks.length && !shown.clash;
  return `${verdict(names, shown, at(shown.looks, step - 1))}。${end ? '排完了，次序是' : '已排'} ${order}。`;
}

const mono = { anchor: 'start', className: 'fig-text fig-mono', size: 13 } as const;
const small = { anchor: 'start', className: 'fig-muted', size: 13 } as const;

/** The program: the class that is being ordered is marked. */
const program = (state: MroState, { target }: Film): string =>
  state.bases.map((_, i) => {
    const y = 20 + i * 24;
    return (i + 1 === target ? element('rect', { x: 6, y: y - 12, width: 196, height: 24, rx: 4, class: 'fig-accent', 'fill-opacity': 0.16 }) : '') +
      text(header(state, i + 1), 12, y, mono);
  }).join('');

/** Arrows from every class to its bases, `object` on top. */
function graph({ bases, shape }: MroState, { target }: Film): { readonly picture: string; readonly height: number } {
  const { names } = examples[shape];
  const levels = [0];
  for (const list of bases) levels.push(1 + Math.max(0, ...list.map((base) => at(levels, base))));
  const last = Math.max(...levels);
  const place = (kind: number): readonly [number, number] => {
    const level = at(levels, kind);
    const peers = levels.flatMap((other, i) => (other === level ? [i] : []));
    // A lone class further down stands aside, so that an arrow past it stays in sight.
    const aside = peers.length === 1 && level > 0 && level < last ? (level % 2 === 0 ? -46 : level === 1 ? 0 : 46) : 0;
    return [328 + aside + (peers.indexOf(kind) - (peers.length - 1) / 2) * Math.min(76, 208 / peers.length), 20 + level * 42];
  };
  const lines = bases.flatMap((list, i) => (list.length === 0 ? [0] : list).map((base) => {
    const [[x1, y1], [x2, y2]] = [place(i + 1), place(base)];
    return arrow(x1, y1 - 12, x2, y2 + 13);
  }));
  const boxes = names.map((name, kind) => {
    const [x, y] = place(kind);
    return element('rect', { x: x - 25, y: y - 12, width: 50, height: 24, rx: 5, class: 'fig-cell fig-surface' }) +
      element('rect', { x: x - 25, y: y - 12, width: 50, height: 24, rx: 5, class: `fig-cell ${kind === target ? 'fig-accent' : 'fig-query'}`, 'fill-opacity': 0.2 }) +
      text(name, x, y, { className: 'fig-text fig-mono', size: 12 });
  });
  return { picture: lines.join('') + boxes.join(''), height: 40 + last * 42 };
}

interface Cell {
  readonly tone: string;
  readonly share: number;
  readonly ring?: boolean;
  readonly gone?: boolean;
}

const cell = (name: string, column: number, y: number, { tone, share, ring = false, gone = false }: Cell): string => {
  const box = { x: 90 + column * 68, y, width: 64, height: 28, rx: 4 };
  return element('rect', { ...box, class: `fig-cell ${tone}`, 'fill-opacity': share, 'stroke-dasharray': gone ? '3 4' : undefined }) +
    text(name, box.x + 32, y + 14, { className: gone ? 'fig-muted fig-mono' : 'fig-text fig-mono', size: 13 }) +
    (ring ? element('rect', { ...box, class: 'fig-ring' }) : '');
};

/** The candidate lists: taken ones dashed; the head that is looked at, and what refuses it, framed. */
function candidates(names: readonly string[], shown: Film, step: number, top: number): string {
  const look = step > shown.looks.length ? undefined : shown.looks[step - 1];
  const gone = takenAfter(shown, look !== undefined && look.blocker < 0 ? step - 1 : step);
  return shown.lists.map((list, i) => {
    const y = top + i * 34;
    const head = list.findIndex((kind) => !gone.includes(kind));
    return text(listName(names, shown, i), 82, y + 14, { anchor: 'end', className: 'fig-muted', size: 12 }) +
      list.map((kind, j) => {
        const seen = look?.head === kind && (look.list === i || look.blocker === i);
        const tone = !seen ? (j === head ? 'fig-query' : 'fig-surface') : look.blocker < 0 ? 'fig-output' : 'fig-blocked';
        const off = gone.includes(kind);
        return cell(at(names, kind), j, y, { tone, share: off ? 0 : seen ? 0.45 : 0.2, ring: seen, gone: off });
      }).join('');
  }).join('');
}

export function mroSvg(state: MroState): string {
  const names = namesOf(state);
  const shown = films(state.bases);
  const step = shownStep(state);
  const failed = step > shown.looks.length;
  const tree = graph(state, shown);
  const top = Math.max(tree.height, state.bases.length * 24 + 12) + 24;
  const orderTop = top + shown.lists.length * 34 + 8;
  const rows = Math.ceil(shown.looks.length / 2);
  const order = [shown.target, ...takenAfter(shown, step)]
    .map((kind, j) => (j < 5 ? cell(at(names, kind), j, orderTop, { tone: 'fig-output', share: 0.2 })
      : cell(at(names, kind), j - 5, orderTop + 34, { tone: 'fig-output', share: 0.2 }))).join('');
  const logTop = orderTop + (state.bases.length > 4 ? 34 : 0) + 66;
  const log = shown.looks.slice(0, step).map((look, i) =>
    text(`${i + 1} ${verdict(names, shown, look)}`, i < rows ? 10 : 226, logTop + (i % rows) * 22, i === step - 1 ? { ...small, className: 'fig-text' } : small));
  return drawing({ id: 'mro-merge', width: 440, height: logTop + rows * 22 + 20, title: '把几列祖先并成一列', description: tell(state) },
    program(state, shown), tree.picture, text('候选列', 12, top - 14, small), candidates(names, shown, step, top),
    text('MRO', 82, orderTop + 14, { anchor: 'end', className: 'fig-strong', size: 13 }), order,
    text('依次看过的头', 10, logTop - 22, small), ...log,
    text(failed ? '没有一个头取得走：TypeError' : '', 10, logTop + rows * 22, { ...small, className: 'fig-strong' }));
}
