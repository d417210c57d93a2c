import { bars } from '../kit/bars.ts';
import { at } from '../kit/numbers.ts';
import { drawing, text } from '../kit/svg.ts';
import { cacheBytes, schemes, shapes, sizeText, type LedgerState } from './model.ts';

/** The product, written out. */
export function tell(state: LedgerState): string {
  const { name, layers } = at(shapes, state.shape);
  const own = schemes(at(shapes, state.shape)).find(({ used }) => used);
  const perToken = own?.perToken ?? 0;
  return `${name}：${layers} 层 × 每词每层 ${perToken} 个数 × ${2 ** state.power} 词 × ${state.batch} 条 × ${state.bytes} 字节 = ${sizeText(cacheBytes(layers, perToken, state))}`;
}

export function drawKvLedger(state: LedgerState): string {
  const shape = at(shapes, state.shape);
  const list = schemes(shape);
  const widest = Math.max(...list.map(({ perToken }) => perToken));
  return drawing(
    { id: 'kv-ledger', width: 440, height: 66 + 4 * 34, title: '一段对话的 KV 缓存有多大', description: `${tell(state)}。` },
    text(`${shape.name}，${2 ** state.power} 词`, 4, 14, { anchor: 'start', className: 'fig-strong', size: 15 }),
    text('深色是它实际用的做法；其余是同一模型换一种做法', 4, 38, { anchor: 'start', className: 'fig-muted', size: 13 }),
    bars(list.map(({ name, perToken, used }) => ({
      label: name, share: perToken / widest, shown: sizeText(cacheBytes(shape.layers, perToken, state)), tone: 'fig-key', strength: used ? 0.7 : 0.2,
    })), { x: 0, y: 56, labelWidth: 108, width: 230 }),
  );
}
