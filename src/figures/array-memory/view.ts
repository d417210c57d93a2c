import { at, range } from '../kit/numbers.ts';
import { acting, arrow, cells, drawing, element, text } from '../kit/svg.ts';
import { arrayBytes, arrayWords, itemSizes, listBytes, listWords, lookedAt, type ArrayMemoryState, type Bytes } from './model.ts';

export function tell(state: ArrayMemoryState): string {
  const { count, dtype } = state;
  const [list, array, place, size] = [listBytes(count), arrayBytes(state), lookedAt(state), itemSizes[dtype]];
  return `${count} 个数：列表占 ${list.header} + ${list.pointers} + ${list.values} = ${list.total} 字节，${dtype} 数组占 ${array.header} + ${array.values} = ${array.total} 字节。`
    + `读下标 ${place}：列表先取指针，再到对象里取 ${listWords(place)}；数组从第 ${place * size} 字节起读 ${size} 字节，得 ${arrayWords(place, dtype)}。`;
}

const left = { anchor: 'start' } as const;
const muted = { ...left, className: 'fig-muted', size: 13 } as const;
const strong = { ...left, className: 'fig-strong', size: 14 } as const;

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function box(place: Box, tone: string, words: string, ring = false): string {
  return element('rect', { ...place, class: `fig-cell ${tone}`, 'fill-opacity': 0.25 })
    + (words === '' ? '' : text(words, place.x + place.width / 2, place.y + place.height / 2, { className: 'fig-text fig-mono', size: 13 }))
    + (ring ? element('rect', { ...place, class: 'fig-ring' }) : '');
}

/** Where the objects of a list happen to lie: any order, two rows. */
const scattered = [5, 0, 6, 3, 1, 7, 2, 4] as const;
const step = 43;
const slot = (place: number, y: number): Box => ({ x: 74 + place * step, y, width: step, height: 30 });
const objectBox = (place: number): Box => {
  const spot = at(scattered, place);
  return { x: 76 + spot * step, y: spot % 2 === 0 ? 104 : 142, width: 40, height: 28 };
};

function drawList(state: ArrayMemoryState): string {
  const look = lookedAt(state);
  const places = range(state.count);
  const arrows = places.map((place) => {
    const [from, to] = [slot(place, 26), objectBox(place)];
    return arrow(from.x + step / 2, 56, to.x + to.width / 2, to.y, place === look ? 'fig-arrow fig-thick' : 'fig-arrow');
  });
  return text('列表：一排指针，数在别处', 10, 12, strong)
    + box({ x: 10, y: 26, width: 58, height: 30 }, 'fig-key', '头')
    + cells('列表的指针', places.map((place) => element('g', acting(`look:${place}`, { label: `列表下标 ${place}`, cell: [0, place], current: place === look }),
      box(slot(place, 26), 'fig-query', '→', place === look))))
    + arrows.join('')
    + places.map((place) => box(objectBox(place), 'fig-value', listWords(place), place === look)).join('');
}

function drawArray(state: ArrayMemoryState): string {
  const { count, dtype } = state;
  const [look, size] = [lookedAt(state), itemSizes[dtype]];
  const places = range(count);
  return text('数组：一个头，一整块数', 10, 200, strong)
    + box({ x: 10, y: 214, width: 410, height: 30 }, 'fig-key', '')
    + text(`data  dtype=${dtype}  shape=(${count},)  strides=(${size},)`, 18, 229, { ...left, className: 'fig-text fig-mono', size: 12.5 })
    + arrow(34, 244, 74, 262)
    + cells('数组的数据', places.map((place) => element('g', acting(`look:${place}`, { label: `数组下标 ${place}`, cell: [0, place], current: place === look }),
      box(slot(place, 262), 'fig-value', arrayWords(place, dtype), place === look))))
    + places.map((place) => text(String(place * size), 74 + place * step + 2, 302, { ...left, className: 'fig-muted', size: 12 })).join('')
    + text('起始字节', 66, 302, { anchor: 'end', className: 'fig-muted', size: 12 });
}

/** One bar, to scale: header, pointers, values. */
function bar(words: string, bytes: Bytes, y: number): string {
  const scale = 300 / listBytes(8).total;
  const parts = [['fig-key', bytes.header], ['fig-query', bytes.pointers], ['fig-value', bytes.values]] as const;
  const starts = [0, bytes.header, bytes.header + bytes.pointers];
  return text(words, 50, y + 10, { anchor: 'end', className: 'fig-text', size: 13 })
    + parts.map(([tone, length], index) => element('rect', { x: 58 + at(starts, index) * scale, y, width: length * scale, height: 20, class: `fig-cell ${tone}`, 'fill-opacity': 0.45 })).join('')
    + text(`${bytes.total} B`, 64 + bytes.total * scale, y + 10, { ...left, className: 'fig-text fig-mono', size: 13 });
}

/** The list with its scattered objects, the array with its block, and both sizes to scale. */
export function drawArrayMemory(state: ArrayMemoryState): string {
  return drawing(
    { id: 'array-memory', width: 430, height: 412, title: '同样几个数，列表和数组在内存里的样子', description: tell(state) },
    drawList(state),
    drawArray(state),
    text('总字节数：头、指针、数', 10, 334, muted),
    bar('列表', listBytes(state.count), 350),
    bar('数组', arrayBytes(state), 380),
  );
}
