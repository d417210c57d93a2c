import type { Chapter, Entry, Part, Section } from '../../book/model.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Volume numbers as a Chinese book prints them, 1–19; larger ones stay in digits. */
export function chineseNumeral(number: number): string {
  if (number <= 10) return digits[number] ?? String(number);
  return number < 20 ? `十${digits[number - 10] ?? ''}` : String(number);
}

export const levelNames = { intro: '入门', core: '核心', advanced: '进阶' } as const satisfies Record<Chapter['level'], string>;

export interface Tally {
  readonly written: number;
  readonly planned: number;
  readonly total: number;
  /** Minutes of the written chapters. */
  readonly minutes: number;
}

export function isWritten(entry: Entry): entry is Chapter {
  return entry.kind === 'written';
}

export function tally(entries: readonly Entry[]): Tally {
  const written = entries.filter(isWritten);
  return {
    written: written.length,
    planned: entries.length - written.length,
    total: entries.length,
    minutes: written.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

export function entriesOf(part: Pick<Part, 'sections'>): Entry[] {
  return part.sections.flatMap(({ entries }: Section) => entries);
}

/** 「2 小时 5 分」 from an hour on; 「约」 is left to the sentence around it. */
export function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} 小时${rest === 0 ? '' : ` ${rest} 分`}`;
}

/** 「33 章，已写 3 章，约 1 小时 20 分」, without claims about chapters that do not exist. */
export function tallyText({ written, total, minutes }: Tally): string {
  if (written === 0) return `${total} 章，都在计划中`;
  const amount = written === total ? `${total} 章` : `${total} 章，已写 ${written} 章`;
  return `${amount}，约 ${duration(minutes)}`;
}
