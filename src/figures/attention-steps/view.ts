import { acting, arrow, drawing, element, matrix, text } from '../kit/svg.ts';
import { figures, nameOf } from './arithmetic.ts';
import {
  at, attend, contributions, isEditable, matrixNames, valuesOf,
  type AttentionSteps, type AttentionStepsState, type Matrix, type MatrixName,
} from './model.ts';

const left = 96;
const margin = 12;
const cellHeight = 32;

function vector(values: readonly number[]): string {
  return `(${values.map(figures).join(', ')})`;
}

function short(token: string): string {
  return token.length > 2 ? `${token.slice(0, 2)}…` : token;
}

function heading(words: string, y: number): string {
  return text(words, margin, y, { anchor: 'start', className: 'fig-text fig-strong', size: 15 });
}

function line(words: string, y: number): string {
  return text(words, margin + 16, y, { anchor: 'start', className: 'fig-text fig-mono', size: 13 });
}

function name(words: string, x: number, y: number): string {
  return text(words, x, y, { className: 'fig-text fig-strong', size: 14 });
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly cellWidth: number;
  readonly tone: string;
  readonly title: string;
  /** Rows carry the words at their left. */
  readonly labelled?: boolean;
}

const narrow = 33;
const beside = (index: number): number => left + index * (2 * narrow + 14);

const places: Readonly<Record<MatrixName, Place>> = {
  X: { x: beside(0), y: 60, cellWidth: narrow, tone: 'fig-surface', title: '输入 X', labelled: true },
  W_Q: { x: beside(1), y: 60, cellWidth: narrow, tone: 'fig-query', title: 'W_Q' },
  W_K: { x: beside(2), y: 60, cellWidth: narrow, tone: 'fig-key', title: 'W_K' },
  W_V: { x: beside(3), y: 60, cellWidth: narrow, tone: 'fig-value', title: 'W_V' },
  Q: { x: beside(1), y: 196, cellWidth: narrow, tone: 'fig-query', title: '查询 Q', labelled: true },
  K: { x: beside(2), y: 196, cellWidth: narrow, tone: 'fig-key', title: '键 K' },
  V: { x: beside(3), y: 196, cellWidth: narrow, tone: 'fig-value', title: '值 V' },
  S: { x: left, y: 498, cellWidth: 34, tone: 'fig-score', title: '分数 S = QKᵀ', labelled: true },
  A: { x: 270, y: 498, cellWidth: 50, tone: 'fig-weight', title: '权重 A' },
  O: { x: left, y: 842, cellWidth: 62, tone: 'fig-output', title: '输出 O = AV', labelled: true },
};

/** Weight matrices have no row of their own for a word; elsewhere the row in focus is stronger. */
function grid(state: AttentionStepsState, steps: AttentionSteps, key: MatrixName): string {
  const { x, y, cellWidth, tone, title, labelled = false } = places[key];
  const values = valuesOf(state, steps, key);
  const number = matrixNames.indexOf(key);
  const { picked } = state;
  const crossed = key === 'S' || key === 'A';
  return name(title, x + (at(values, 0).length * cellWidth) / 2, y - (crossed ? 38 : 14)) + matrix({
    values, x, y, cellWidth, cellHeight, tone, size: 13, name: title, follow: true,
    format: figures,
    rowLabels: labelled ? state.tokens : [],
    columnLabels: crossed ? state.tokens.map(short) : [],
    share: (_value, row) => (row === state.focus && !key.startsWith('W_') ? 0.42 : 0.12),
    act: (row, column, value) => acting(`pick:${number},${row},${column}`, {
      label: `${nameOf(state, { matrix: key, row, column })}，${figures(value)}`,
      cell: [row, column],
      current: picked.matrix === key && picked.row === row && picked.column === column,
      ...(isEditable(key) ? { step: `nudge:${number},${row},${column}` } : {}),
    }),
  });
}

/** A frame round rows `row`..`row + rows` and columns `column`..`column + columns` of a matrix. */
function ring(key: MatrixName, row: number, column: number, rows: number, columns: number): string {
  const { x, y, cellWidth } = places[key];
  return element('rect', {
    x: x + column * cellWidth, y: y + row * cellHeight, width: columns * cellWidth, height: rows * cellHeight, rx: 3, class: 'fig-ring',
  });
}

/** The picked number and the rows and columns it is made of. */
function rings({ picked: { matrix: key, row, column } }: AttentionStepsState): string {
  const own = ring(key, row, column, 1, 1);
  if (key === 'Q' || key === 'K' || key === 'V') return own + ring('X', row, 0, 1, 2) + ring(`W_${key}`, 0, column, 2, 1);
  if (key === 'S') return own + ring('Q', row, 0, 1, 2) + ring('K', column, 0, 1, 2);
  if (key === 'A') return own + ring('S', row, 0, 1, 3);
  if (key === 'O') return own + ring('A', row, 0, 1, 3) + ring('V', 0, column, 3, 1);
  return own;
}

/** − and + below the weight matrices, for the editable number that is picked. */
function nudges(state: AttentionStepsState, steps: AttentionSteps): string {
  const { matrix: key, row, column } = state.picked;
  if (!isEditable(key)) return '';
  const act = `nudge:${matrixNames.indexOf(key)},${row},${column}`;
  const value = figures(at(at(valuesOf(state, steps, key), row), column));
  const side = (sign: string, words: string, by: number, x: number): string =>
    element('g', { ...acting(act, { label: `${nameOf(state, state.picked)}${words}` }), 'data-value': by },
      element('rect', { x, y: 131, width: 36, height: 32, rx: 4, class: 'fig-cell fig-surface' }),
      text(sign, x + 18, 147, { size: 16 }));
  return text(`${key.replace('X', '输入 X')} 的这个数`, 272, 147, { anchor: 'end', className: 'fig-muted', size: 13 })
    + side('−', '减 0.5', -1, 282) + text(value, 343, 147, { className: 'fig-text fig-mono', size: 15 }) + side('+', '加 0.5', 1, 368);
}

function scoreLines(state: AttentionStepsState, steps: AttentionSteps): string {
  const query = at(steps.queries, state.focus);
  const asker = at(state.tokens, state.focus);
  return state.tokens
    .map((token, j) => {
      const products = query.map((q, c) => `${figures(q)}×${figures(at(at(steps.keys, j), c))}`).join(' + ');
      return line(`${asker}→${token}：${products} = ${figures(at(at(steps.scores, state.focus), j))}`, 350 + 22 * j);
    })
    .join('');
}

function softmaxLines(state: AttentionStepsState, steps: AttentionSteps): string {
  const row = (values: Matrix): string => at(values, state.focus).map(figures).join(', ');
  const total = at(steps.exps, state.focus).reduce((sum, e) => sum + e, 0);
  return (
    line(`${state.scaled ? '缩放' : '原样'}：${row(steps.scaledScores)}`, 622) +
    line(`取指数：${row(steps.exps)}，和 ${figures(total)}`, 644) +
    line(`各除以和：${row(steps.weights)}`, 666)
  );
}

function mixingLines(state: AttentionStepsState, steps: AttentionSteps): string {
  const added = contributions(steps, state.focus);
  const lines = added.map((part, j) =>
    line(
      `${figures(at(at(steps.weights, state.focus), j))} × ${vector(at(steps.values, j))} = ${vector(part)}`,
      722 + 22 * j,
    ));
  return lines.join('') + line(`相加：${vector(at(steps.outputs, state.focus))}`, 722 + 22 * added.length);
}

function description(state: AttentionStepsState, steps: AttentionSteps): string {
  const weights = at(steps.weights, state.focus).map((w, j) => `${at(state.tokens, j)} ${figures(w)}`).join('，');
  return (
    `从输入 X 得到查询 Q、键 K、值 V，再得到分数 S、权重 A 和输出 O。` +
    `高亮的是「${at(state.tokens, state.focus)}」这一行：分数 ${at(steps.scores, state.focus).map(figures).join('、')}；` +
    `权重 ${weights}；输出 ${vector(at(steps.outputs, state.focus))}。`
  );
}

/** The five stages from X to O stacked for a narrow screen, with the arithmetic of one row written out. */
export function attentionStepsSvg(state: AttentionStepsState, id = 'attention-steps'): string {
  const steps = attend(state);
  const asker = at(state.tokens, state.focus);
  const scale = state.scaled ? `÷√${at(steps.keys, 0).length}` : '不缩放';
  return drawing(
    { id, width: 424, height: 950, title: '自注意力的五个矩阵', description: description(state, steps) },
    heading('投影：同一份 X，乘三个矩阵', 18),
    heading(`打分：「${asker}」的查询点乘每个键`, 324),
    scoreLines(state, steps),
    heading('归一：每行分数变成和为 1 的权重', 434),
    text(scale, 234, 530, { className: 'fig-text fig-mono', size: 13 }),
    arrow(208, 546, 260, 546),
    text('softmax', 234, 562, { className: 'fig-muted', size: 12 }),
    softmaxLines(state, steps),
    heading('混合：按权重把三个值加起来', 698),
    mixingLines(state, steps),
    ...matrixNames.map((key) => grid(state, steps, key)),
    rings(state),
    nudges(state, steps),
  );
}
