import { acting, cells, drawing, element, text } from '../kit/svg.ts';
import { layOut, tally, words, type Desk, type DeskState, type Objective, type Sight } from './model.ts';

const width = 420;
const chip = { width: 44, height: 30, left: 56 };
const matrixLeft = 56;
const matrixTop = 168;
const side = 288;
const legendTop = matrixTop + side + 22;

export const names: Readonly<Record<Objective, string>> = {
  mlm: '填空（BERT）', causal: '因果（GPT）', permutation: '排列（XLNet）', detection: '替换检测（ELECTRA）', span: '片段破坏（T5）',
};

const tones: Readonly<Record<Sight, { readonly className: string; readonly opacity: number }>> = {
  open: { className: 'fig-weight', opacity: 0.55 },
  cross: { className: 'fig-key', opacity: 0.45 },
  own: { className: 'fig-score', opacity: 0.35 },
  none: { className: 'fig-blocked', opacity: 0.25 },
};

/** The sentence as the reader presses it. */
function sentence({ hidden, objective }: DeskState): string {
  const chosen = objective !== 'causal';
  return cells('句子里的词', words.map((word, place) => {
    const asked = chosen && hidden.includes(place);
    const x = chip.left + place * chip.width;
    return element('g',
      acting(`word:${place}`, { label: `第 ${place + 1} 个词 ${word}${asked ? '，要考' : ''}`, cell: [0, place], pressed: asked }),
      element('rect', {
        x, y: 6, width: chip.width, height: chip.height, class: `fig-cell ${asked ? 'fig-output' : 'fig-surface'}`,
        'fill-opacity': asked ? 0.3 : 1,
      }),
      text(word, x + chip.width / 2, 6 + chip.height / 2, { size: 14, className: asked ? 'fig-strong' : 'fig-text' }));
  }));
}

/** A row of words, in cells of the sentence's width or narrower. */
function strip(label: string, tokens: readonly string[], y: number, { strong = false }: { readonly strong?: boolean } = {}): string {
  const step = Math.min(chip.width, (width - chip.left - 8) / tokens.length);
  return text(label, chip.left - 8, y, { anchor: 'end', className: 'fig-muted', size: 13 }) +
    tokens.map((token, place) => text(token, chip.left + (place + 0.5) * step, y, {
      size: 13, className: token === '·' ? 'fig-muted' : strong ? 'fig-strong' : 'fig-text',
    })).join('');
}

/** Two or three lines: what is read, what is asked, and with the permutation in which order. */
function strips({ objective }: DeskState, { read, asked, encoder, order }: Desk): string {
  if (objective === 'span') {
    return strip('编码器', read.slice(0, encoder), 56) + strip('解码器', read.slice(encoder), 82) +
      strip('要答', asked.slice(encoder).map((answer) => answer ?? '·'), 108, { strong: true });
  }
  return strip('读到', read, 56) + strip('要答', asked.map((answer) => answer ?? '·'), 82, { strong: true }) +
    (objective === 'permutation'
      ? strip('第几个', words.map((_word, place) => String(order.indexOf(place) + 1)), 108) : '');
}

/** Rows look at columns; an arrow to the right of a row names the answer that has a loss. */
function matrix({ read, asked, sight, encoder }: Desk): string {
  const cell = side / read.length;
  const crowded = cell < 30;
  const middle = (place: number, start: number): number => start + (place + 0.5) * cell;
  const squares = sight.flatMap((row, query) => row.map((kind, key) => element('rect', {
    x: matrixLeft + key * cell, y: matrixTop + query * cell, width: cell, height: cell,
    class: `fig-cell ${tones[kind].className}`, 'fill-opacity': tones[kind].opacity,
  })));
  const columns = read.map((token, key) =>
    text(token, middle(key, matrixLeft), matrixTop - (crowded && key % 2 === 0 ? 24 : 10), { className: 'fig-muted', size: 12 }));
  const rows = read.map((token, query) =>
    text(token, matrixLeft - 8, middle(query, matrixTop), { anchor: 'end', className: 'fig-muted', size: 12 }));
  const answers = asked.map((answer, query) => (answer === undefined ? '' : text(`→ ${answer}`, matrixLeft + side + 6, middle(query, matrixTop), {
    anchor: 'start', className: 'fig-strong', size: 12,
  })));
  const border = encoder === read.length ? '' : element('path', {
    class: 'fig-arrow', d: `M${matrixLeft},${matrixTop + encoder * cell}h${side}M${matrixLeft + encoder * cell},${matrixTop}v${side}`,
  });
  return [...squares, ...columns, ...rows, ...answers, border].join('');
}

function legend({ objective }: DeskState): string {
  const items: readonly (readonly [Sight, string])[] = [
    ['open', '看得见'],
    ...(objective === 'permutation' ? [['own', '只有内容流看得见']] as const : []),
    ...(objective === 'span' ? [['cross', '解码器看编码器']] as const : []),
    ['none', '挡住'],
  ];
  const steps = items.map(([, label]) => 34 + label.length * 12.5);
  return items.map(([kind, label], index) => {
    const x = matrixLeft + steps.slice(0, index).reduce((sum, step) => sum + step, 0);
    return element('rect', { x, y: legendTop - 7, width: 14, height: 14, class: `fig-cell ${tones[kind].className}`, 'fill-opacity': tones[kind].opacity }) +
      text(label, x + 20, legendTop, { anchor: 'start', className: 'fig-muted', size: 12 });
  }).join('');
}

export function drawObjectives(state: DeskState): string {
  const desk = layOut(state);
  const { losses, visible, cells: all } = tally(desk);
  const asked = desk.asked.filter((answer) => answer !== undefined);
  return drawing(
    {
      id: 'objective-desk', width, height: legendTop + 14,
      title: `预训练目标：${names[state.objective]}`,
      description: `模型读到：${desk.read.join(' ')}。要答：${asked.join('、')}。${desk.read.length} 个位置里 ${losses} 个产生损失，${all} 格里 ${visible} 格可见。`,
    },
    text('原句', chip.left - 8, 6 + chip.height / 2, { anchor: 'end', className: 'fig-muted', size: 13 }),
    sentence(state),
    strips(state, desk),
    matrix(desk),
    legend(state),
  );
}
