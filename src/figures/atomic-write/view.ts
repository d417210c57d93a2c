import { at } from '../kit/numbers.ts';
import { acting, cells, drawing, element, text } from '../kit/svg.ts';
import { film, methods, momentOf, old, outcomes, parts, shownStep, sound, stepsOf, type Method, type Moment, type Operation, type Outcome, type WriteState } from './model.ts';

export const methodNames: Readonly<Record<Method, string>> = { direct: '直接覆盖', temp: '临时文件 + replace' };
const labels: Partial<Record<Operation, string>> = { start: '开始之前', 'fsync dir': 'fsync 目录' };
export const labelOf = (name: Operation): string => labels[name] ?? name;
const found: Readonly<Record<Outcome, string>> = { old: '旧版', empty: '空文件', torn: '残缺的新版', new: '新版' };
const contents: Readonly<Record<Outcome, string>> = {
  old: old.join(' '), empty: '0 字节', torn: `${parts[0][0]} ${parts[0][1].slice(0, 1)}…`, new: parts.flat().join(' '),
};

/** What the step does, in a few words. */
function done(name: Operation, method: Method, { buffered, kernel, disk }: Moment): string {
  const temp = method === 'temp';
  switch (name) {
    case 'start': return '';
    case 'open': return temp ? '造一个空的临时文件' : '旧内容当场截掉';
    case 'write 1': case 'write 2': return `缓冲区里 ${buffered} 首`;
    case 'flush': return `内核里 ${kernel} 首`;
    case 'fsync': return `磁盘上 ${disk} 首`;
    case 'close': return '关上';
    case 'replace': return temp ? '名字改指新文件' : '（没有这一步）';
    case 'fsync dir': return temp ? '改名也写到磁盘' : '（没有这一步）';
  }
}

const list = ({ found: left }: Moment): string => left.map((outcome) => found[outcome]).join('、');

export function tell(state: WriteState): string {
  const name = at(stepsOf(state), shownStep(state));
  const cut = state.accident === 'power' ? '断电' : '程序被杀';
  const words = methods.map((method) => {
    const moment = momentOf(method, state);
    return `${methodNames[method]}，名字下面${moment.found.length > 1 ? '可能' : ''}是${list(moment)}`;
  });
  return `${name === 'start' ? '开始之前' : `${labelOf(name)} 之后`}${cut}：${words.join('；')}。`;
}

const rowHeight = 36;
const top = 30;
const lanes: Readonly<Record<Method, number>> = { direct: 100, temp: 262 };
const laneWidth = 156;

/** The time line, one row a step, both ways side by side; below, what stands under the name after the accident. */
export function drawAtomicWrite(state: WriteState): string {
  const steps = stepsOf(state);
  const step = shownStep(state);
  const films = { direct: film('direct', state), temp: film('temp', state) };
  const lane = (method: Method, i: number): string => {
    const y = top + i * rowHeight;
    const words = done(at(steps, i), method, at(films[method], i));
    return element('rect', { x: lanes[method], y: y + 2, width: laneWidth, height: rowHeight - 4, rx: 5, class: `fig-cell ${i <= step ? 'fig-value' : 'fig-surface'}`, 'fill-opacity': i <= step ? 0.22 : 0.1 }) +
      text(words, lanes[method] + laneWidth / 2, y + rowHeight / 2, { className: i <= step ? 'fig-text' : 'fig-muted', size: 12.5 });
  };
  const rows = steps.map((name, i) =>
    element('g', acting(`cut:${i}`, { label: `在 ${labelOf(name)} 之后出事`, cell: [i, 0], current: i === step }),
      element('rect', { x: 4, y: top + i * rowHeight, width: 416, height: rowHeight, class: 'fig-surface', 'fill-opacity': 0 }),
      text(labelOf(name), 12, top + (i + 0.5) * rowHeight, { anchor: 'start', className: i === step ? 'fig-strong fig-mono' : 'fig-text fig-mono', size: 12.5 }),
      ...methods.map((method) => lane(method, i))));
  const cutAt = top + (step + 1) * rowHeight;
  const under = top + steps.length * rowHeight + 18;
  const cards = methods.map((method) => {
    const moment = at(films[method], step);
    return outcomes.map((outcome, place) => {
      const y = under + 12 + place * 44;
      const here = moment.found.includes(outcome);
      const tone = !here ? 'fig-surface' : outcome === 'old' || outcome === 'new' ? 'fig-key' : 'fig-blocked';
      return element('rect', { x: lanes[method], y, width: laneWidth, height: 40, rx: 5, class: `fig-cell ${tone}`, 'fill-opacity': here ? 0.3 : 0.06 }) +
        (here ? text(found[outcome], lanes[method] + 8, y + 12, { anchor: 'start', className: 'fig-strong', size: 12.5 }) + text(contents[outcome], lanes[method] + 8, y + 29, { anchor: 'start', className: 'fig-text', size: 12.5 }) : '');
    }).join('') + text(sound(moment) ? '完整' : '可能丢数据', lanes[method] + laneWidth / 2, under + 200, { className: sound(moment) ? 'fig-muted' : 'fig-strong', size: 13 });
  });
  return drawing(
    { id: 'atomic-write', width: 424, height: under + 214, title: '写文件的时间线', description: tell(state) },
    ...methods.map((method) => text(methodNames[method], lanes[method] + laneWidth / 2, 16, { className: 'fig-strong', size: 13 })),
    cells('在哪一步之后出事', rows, { follow: true }),
    element('path', { d: `M4,${cutAt}H420`, class: 'fig-curve is-query fig-thick' }),
    text('名字下面', 12, under + 32, { anchor: 'start', className: 'fig-muted', size: 12.5 }),
    text('会是什么', 12, under + 50, { anchor: 'start', className: 'fig-muted', size: 12.5 }),
    ...cards,
  );
}
