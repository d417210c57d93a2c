import { acting, cells, drawing, element, matrix, text } from '../kit/svg.ts';
import { at } from '../alignment-grid/transformer.ts';
import { headName, type HeadWall, type HeadWallState, type Written } from './model.ts';

const cell = { width: 29, height: 27 };
const origin = { x: 78, y: 62 };
const step = { x: 3 * cell.width + 7, y: 3 * cell.height + 62 };
const width = origin.x + 4 * step.x + 2;

const percent = (weight: number): string => String(Math.round(weight * 100));
const fourDecimals = (probability: number): string => probability.toFixed(4);
const firstCharacter = (word: string): string => [...word][0] ?? '';

/** One head: its name, its map, and the area that switches it. */
function headMap(wall: HeadWall, off: readonly number[], layer: number, head: number): string {
  const heads = at(wall.maps, layer);
  const index = layer * heads.length + head;
  const silent = off.includes(index);
  const x = origin.x + head * step.x;
  const y = origin.y + layer * step.y;
  const side = { width: 3 * cell.width, height: 3 * cell.height };
  return element(
    'g',
    acting(`head:${index}`, { label: `${headName(index, heads.length)}，${silent ? '已关' : '开着'}`, pressed: silent, cell: [layer, head] }),
    element('rect', { x, y: y - 44, width: side.width, height: side.height + 44, class: 'fig-surface', 'fill-opacity': 0 }),
    text(silent ? `第 ${head + 1} 头 关` : `第 ${head + 1} 头`, x + side.width / 2, y - 32, { className: silent ? 'fig-muted' : 'fig-text', size: 13 }),
    ...wall.source.map((word, j) => text(firstCharacter(word), x + (j + 0.5) * cell.width, y - 12, { className: 'fig-muted', size: 12 })),
    matrix({
      values: at(heads, head), x, y, cellWidth: cell.width, cellHeight: cell.height, size: 12, format: percent,
      tone: silent ? 'fig-surface' : 'fig-weight', share: (weight) => (silent ? 0 : 0.04 + 0.6 * weight),
    }),
    silent ? element('path', { class: 'fig-arrow', d: `M${x},${y + side.height}l${side.width},${-side.height}` }) : '',
  );
}

/** A translation as words with their probabilities below, at most five a line. */
function sentence(label: string, written: readonly Written[], y: number): string {
  const place = { x: 76, width: (width - 78) / 5, height: 42 };
  const words = written.map(({ word, probability }, i) => {
    const x = place.x + ((i % 5) + 0.5) * place.width;
    const top = y + Math.floor(i / 5) * place.height;
    return text(word, x, top, { className: 'fig-text fig-strong', size: 14 }) +
      text(fourDecimals(probability), x, top + 18, { className: 'fig-muted fig-mono', size: 12 });
  });
  return text(label, 2, y, { anchor: 'start', className: 'fig-muted', size: 13 }) + words.join('');
}

const spoken = (written: readonly Written[]): string =>
  written.map(({ word, probability }) => `${word} ${fourDecimals(probability)}`).join('，') || '一个词也没有写';

/** Two layers of four maps, and under them the translation with all heads on and with some off. */
export function drawHeadWall({ off }: HeadWallState, wall: HeadWall): string {
  const layers = wall.maps.map((_heads, layer) => layer);
  const bottom = origin.y + layers.length * step.y - 18;
  const height = bottom + 66 + (wall.altered.length > 5 ? 84 : 42);
  const names = off.map((index) => headName(index, at(wall.maps, 0).length)).join('、');
  return drawing(
    {
      id: 'head-wall',
      width,
      height,
      title: '解码器交叉注意力的八个头，以及关掉几个头以后的译文',
      description: `${wall.source.join(' ')}。两层各四张图，行是正在写的英文词，列是中文词，数字是百分之几。`
        + `全部开着：${spoken(wall.intact)}。${names === '' ? '没有关掉任何头' : `关掉${names}`}：${spoken(wall.altered)}。`,
    },
    ...layers.flatMap((layer) => [
      text(`第 ${layer + 1} 层`, 2, origin.y + layer * step.y - 32, { anchor: 'start', className: 'fig-strong', size: 13 }),
      ...wall.target.map((word, i) =>
        text(word, origin.x - 7, origin.y + layer * step.y + (i + 0.5) * cell.height, { anchor: 'end', className: 'fig-text', size: 12 })),
    ]),
    cells('八个头', layers.flatMap((layer) => at(wall.maps, layer).map((_map, head) => headMap(wall, off, layer, head)))),
    sentence('全开', wall.intact, bottom),
    element('path', { class: 'fig-line', d: `M2,${bottom + 38}H${width - 2}` }),
    sentence(off.length === 0 ? '没有关' : `关 ${off.length} 个`, wall.altered, bottom + 60),
  );
}
