import { drawing, text } from '../kit/svg.ts';
import { table } from '../kit/table.ts';
import { otherOrder, pack, unpack, type DeskState, type Packed } from './model.ts';

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
const tones = ['fig-query', 'fig-key', 'fig-value', 'fig-score', 'fig-output'] as const;
const across = 8;
const cellWidth = 43;
const left = 42;

/** What the other reading gives. */
function misread({ bytes }: Packed, { format, order }: DeskState): string {
  const other = otherOrder(order);
  const got = unpack(bytes, format, other);
  return `误按 ${other} 读：${typeof got === 'string' ? got : got.join(' ')}`;
}

export function tell(state: DeskState): string {
  const packed = pack(state);
  if (typeof packed === 'string') return `struct 会报错：${packed}`;
  const padding = packed.owner.filter((field) => field < 0).length;
  const parts = packed.fields.map(({ code, offset, size, word }) =>
    `${code} ${word} 在第 ${offset} 字节，${packed.bytes.slice(offset, offset + size).map(hex).join(' ')}`);
  return `${state.order}${state.format}：共 ${packed.bytes.length} 个字节，其中补空 ${padding} 个。${parts.join('；')}。${misread(packed, state)}。`;
}

/** Breaks words over lines of at most `room` characters. */
function wrapped(words: string, room: number): string[] {
  const lines = [''];
  for (const word of words.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= room) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** Below a row: each field's letter and value where the field begins. A name too wide for its bytes is cut to the letter. */
function names({ fields }: Packed, row: number, y: number): string {
  return fields.filter(({ offset }) => Math.floor(offset / across) === row).map(({ code, offset, size, word }) => {
    const start = offset % across;
    const room = Math.min(size, across - start) * cellWidth;
    const full = `${code} ${word}`;
    return text(full.length * 7.6 < room ? full : code, left + start * cellWidth + room / 2, y, { className: 'fig-text fig-mono', size: 12 });
  }).join('');
}

export function drawStructDesk(state: DeskState): string {
  const packed = pack(state);
  const head = text(`"${state.order}${state.format}"`, 8, 18, { anchor: 'start', className: 'fig-strong fig-mono', size: 15 });
  const frame = { id: 'struct-desk', width: left + across * cellWidth + 6, title: '值怎样排成字节', description: tell(state) };
  if (typeof packed === 'string') {
    const lines = ['struct 会报错：', ...wrapped(packed, 36)].map((line, i) => text(line, 8, 52 + 24 * i, { anchor: 'start', size: 14 }));
    return drawing({ ...frame, height: 52 + 24 * lines.length }, head, ...lines);
  }
  const { bytes, owner } = packed;
  const rows = Array.from({ length: Math.ceil(bytes.length / across) }, (_item, row) => {
    const y = 40 + row * 60;
    const cells = bytes.slice(row * across, (row + 1) * across).map((byte, i) => {
      const field = owner[row * across + i] ?? -1;
      return { words: hex(byte), tone: field < 0 ? 'fig-blocked' : tones[field % tones.length] ?? tones[0], share: field < 0 ? 0.5 : 0.22 };
    });
    return table([cells], { x: left, y, cellWidth, rowLabels: [String(row * across)] }) + names(packed, row, y + 41);
  });
  const bottom = 54 + rows.length * 60;
  const lines = wrapped(misread(packed, state), 48);
  return drawing(
    { ...frame, height: bottom + lines.length * 18 },
    head,
    text(`共 ${bytes.length} 个字节`, frame.width - 8, 18, { anchor: 'end', className: 'fig-muted', size: 13 }),
    ...rows,
    ...lines.map((line, i) => text(line, 8, bottom + i * 18, { anchor: 'start', className: 'fig-muted fig-mono', size: 12 })),
  );
}
