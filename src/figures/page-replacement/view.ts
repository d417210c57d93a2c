import { range } from '../kit/numbers.ts';
import { drawing, text } from '../kit/svg.ts';
import { table } from '../kit/table.ts';
import { comparison, lastAccess, names, shownAccesses, type PagingState } from './model.ts';

export function tell(state: PagingState): string {
  const last = lastAccess(state);
  const faults = shownAccesses(state).filter(({ fault }) => fault).length;
  const act = last === undefined ? '还没有访问' : !last.fault ? `访问 ${last.page} 命中`
    : `访问 ${last.page} 缺页，${last.evicted === undefined ? `放进空框 ${last.frame + 1}` : `换出 ${last.evicted}`}`;
  return `${names[state.policy]}，${state.frames} 个页框：${act}；缺页 ${faults} 次。整串的缺页数：${comparison(state)}。`;
}

/** One column per access, one row per frame; the frame that was filled is marked. */
export function drawPageReplacement(state: PagingState): string {
  const shown = shownAccesses(state);
  const width = Math.min(30, 372 / state.accesses.length);
  const rows = range(state.frames).map((frame) => range(state.accesses.length).map((time) => {
    const access = shown[time];
    const page = access?.frames[frame];
    const hit = access?.frame === frame;
    return {
      words: page === undefined ? '' : String(page), ring: hit && access.fault,
      tone: hit ? (access.fault ? 'fig-key' : 'fig-value') : 'fig-surface', share: hit ? 0.4 : 0.1,
    };
  }));
  return drawing(
    { id: 'page-replacement', width: 430, height: 82 + state.frames * 30, title: '页框里装着什么', description: tell(state) },
    text('访问', 44, 32, { anchor: 'end', className: 'fig-muted', size: 13 }),
    table(rows, {
      x: 52, y: 44, cellWidth: width, rowLabels: range(state.frames).map((frame) => `框 ${frame + 1}`),
      columnLabels: state.accesses.map(String), size: 14,
    }),
    text('缺页', 44, 60 + state.frames * 30, { anchor: 'end', className: 'fig-muted', size: 13 }),
    ...shown.map(({ fault }, time) => text(fault ? '×' : '', 52 + (time + 0.5) * width, 60 + state.frames * 30, { size: 15 })),
  );
}
