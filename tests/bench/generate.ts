import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** mulberry32: the same seed gives the same book on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const subjects = ['注意力权重', '梯度', '损失函数', '词向量', '隐状态', '学习率', '特征矩阵', '残差', '查询', '先验分布', '卷积核', '采样温度'];
const verbs = ['决定了', '约束着', '近似于', '依赖于', '放大了', '抵消了', '解释了', '推迟了', '改写了', '平滑了'];
const objects = ['模型的收敛速度', '长距离的依赖', '小样本上的方差', '输出层的分布', '内存的占用', '解码的顺序', '数值的稳定性', '验证集上的误差', '首尾相接的误差项', '词表的长尾'];
const clauses = ['在批量较小时尤其明显', '这与维度的平方根有关', '因此需要先做归一化', '把它写成矩阵就一目了然', '反过来并不成立', '实验里可以直接看到', '代价是多一次遍历', '换一个初值结论也一样', '这一点常常被忽略'];
const letters = ['a', 'b', 'h', 'm', 'u', 'v', 'w', 'x', 'y', 'z'];
const greek = ['\\alpha', '\\beta', '\\gamma', '\\eta', '\\theta', '\\lambda', '\\mu', '\\sigma'];

type Formula = (a: string, b: string, g: string, n: number) => string;

const displays: readonly Formula[] = [
  (a, b, _g, n) => String.raw`${a}_i=\frac{\exp(${b}_i/${n})}{\sum_{j=1}^{${n}} \exp(${b}_j/${n})}`,
  (a, b, g, n) => String.raw`\nabla_{${g}} L=\frac{1}{${n}}\sum_{i=1}^{${n}} (\hat ${a}_i-${a}_i)\,${b}_i`,
  (a, b, _g, n) => String.raw`H(${a},${b})=-\sum_{k=1}^{${n}} ${a}_k\log ${b}_k`,
  (a, b, g, n) => String.raw`${a}_{t+${n}}=${a}_t-${g}\,\frac{${b}_t}{\sqrt{v_t}+\epsilon}`,
  (a, _b, _g, n) => String.raw`A_{${n}}=\operatorname{softmax}\!\left(\frac{QK^\top}{\sqrt{d_k}}+${a}\right)V`,
  (a, b, g) => String.raw`\operatorname{Var}(${a}^\top ${b})=\mathbb{E}\left[(${a}^\top ${b}-${g})^2\right]`,
  (a, b, g, n) => String.raw`\begin{pmatrix}${a}_1\\ \vdots\\ ${a}_{${n}}\end{pmatrix}=\begin{pmatrix}${g} & 0\\ 0 & ${b}\end{pmatrix}\begin{pmatrix}1\\ ${n}\end{pmatrix}`,
  (a, b, g, n) => String.raw`\int_0^{${n}} ${a}(x)\,\mathrm{d}x\approx \frac{${n}}{2}\bigl(${b}_0+${g}_1\bigr)`,
];
const inlines: readonly Formula[] = [
  (a, b) => `${a}_i \\in \\mathbb{R}^{d_${b}}`, (a, _b, g) => `${g} = \\lVert ${a} \\rVert_2`, (a, _b, _g, n) => `O(${a}^2 + ${n})`,
  (a, b, g) => `${g} ${a}^\\top ${b}`, (_a, b, g, n) => `${g}_{${n}} \\le ${b}`, (a, b, _g, n) => `\\frac{${a}}{${b} + ${n}}`,
];

/** A word that stands once in a whole book, in the middle of a sentence. */
export const rareWord = { word: '银杏叶', chapter: 37 } as const;

const perPart = 20;
const two = (value: number): string => String(value).padStart(2, '0');

/** Chapters are numbered from 1. */
export function chapterId(number: number): string {
  return `part-${String(Math.ceil(number / perPart)).padStart(3, '0')}/chapter-${two((number - 1) % perPart + 1)}`;
}

const chapterTitle = (number: number): string => `生成的第 ${number} 章`;

class ChapterWriter {
  private readonly next: () => number;
  private readonly number: number;
  private readonly count: number;
  constructor(number: number, count: number) {
    this.next = random(number);
    this.number = number;
    this.count = count;
  }

  private whole(below: number): number {
    return Math.floor(this.next() * below);
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.whole(list.length)] as T;
  }

  private formula(list: readonly Formula[], index: number): string {
    return (list[index % list.length] as Formula)(this.pick(letters), this.pick(letters), this.pick(greek), this.whole(30) + 2);
  }

  private sentence(end = '。'): string {
    return `${this.pick(subjects)}${this.pick(verbs)}${this.pick(objects)}，${this.pick(clauses)}${end}`;
  }

  /** Each tenth or so sentence ends in a formula. */
  private paragraph(inline: number | undefined): string {
    const sentences = Array.from({ length: 4 }, () => this.sentence());
    if (inline === undefined) return sentences.join('');
    return `${sentences.join('')}${this.sentence('，')}此处 $${this.formula(inlines, inline)}$ 成立。`;
  }

  private code(index: number): string {
    const factor = this.whole(90) + 10;
    const name = `step_${index}_${this.whole(1000)}`;
    return ['```python', 'import math', '', `def ${name}(values, rate=0.${factor}):`, '    """把一列数按位置加权，再求平均。"""', '    total = 0.0',
      '    for i, value in enumerate(values):', `        if value > ${factor}:  # 太大的不算`, '            continue',
      '        total += rate * math.exp(-value) * (i + 1)',
      '    return total / max(1, len(values))', '', `rows = [1.0, 2.0, ${factor}.0]`, `print(f"{round(${name}(rows), 4)} of {len(rows)}")`, '```', '',
      '```output', `0.${factor}42 of 3`, '```'].join('\n');
  }

  private table(): string {
    const rows = Array.from({ length: 6 }, (_, row) => `| ${this.pick(subjects)} | ${this.pick(objects)} | ${row * 3 + this.whole(50)} |`);
    return ['| 量 | 影响 | 值 |', '| --- | --- | ---: |', ...rows].join('\n');
  }

  private links(): string {
    const others = Array.from({ length: 4 }, () => this.whole(this.count) + 1);
    return `参见${others.map((other) => `<Chapter id="${chapterId(other)}" />`).join('、')}。`;
  }

  /** About 5 KB of Chinese, 7 display and 10 inline formulas, 4 code blocks, 2 tables, 8 headings, 4 links. */
  text(): string {
    const heading = (index: number): string =>
      `${index % 3 === 1 ? '###' : '##'} 第 ${index + 1} 步：${this.pick(subjects)}与${this.pick(objects)}`;
    const sections = Array.from({ length: 8 }, (_, index) => [
      heading(index), this.paragraph(index), index < 7 ? `$$\n${this.formula(displays, this.number + index)}\n$$` : '', this.paragraph(index < 2 ? index + 3 : undefined),
      index % 2 === 0 ? this.code(index) : '', index === 3 || index === 5 ? this.table() : '',
    ].filter(Boolean).join('\n\n'));
    const rare = this.number === rareWord.chapter ? `秋天落在石阶上的${rareWord.word}与${this.pick(subjects)}无关。` : '';
    return `${[`${this.paragraph(undefined)}${rare}`, ...sections, this.links()].join('\n\n')}\n`;
  }
}

function frontMatter(lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** Writes a book of `count` chapters, 20 to a part, and returns its folder. */
export function generateBook(folder: string, count: number): string {
  rmSync(folder, { recursive: true, force: true });
  for (let part = 0; part * perPart < count; part += 1) {
    const numbers = Array.from({ length: Math.min(perPart, count - part * perPart) }, (_, index) => part * perPart + index + 1);
    const id = chapterId(numbers[0] ?? 1).split('/')[0] ?? '';
    mkdirSync(join(folder, id), { recursive: true });
    writeFileSync(join(folder, id, '_part.yaml'), [
      `order: ${part + 1}`, `title: 第 ${part + 1} 部分`, 'promise: 生成的部分，只用来测量构建。', 'chapters:',
      ...numbers.map((number) => `  - id: ${chapterId(number).split('/')[1]}`), '',
    ].join('\n'));
    for (const number of numbers) {
      const matter = [`title: ${chapterTitle(number)}`, `summary: ${chapterTitle(number)}的文本，只用来测量构建的速度与内存。`, 'level: core'];
      writeFileSync(join(folder, `${chapterId(number)}.mdx`), frontMatter(matter) + new ChapterWriter(number, count).text());
    }
  }
  writeFileSync(join(folder, 'about.mdx'), `${frontMatter(['title: 关于', 'summary: 生成的书，只用来测量构建的速度与内存。'])}生成的书。\n`);
  return folder;
}
