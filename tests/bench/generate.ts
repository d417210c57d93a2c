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

const subjects = ['注意力权重', '梯度', '损失函数', '词向量', '隐状态', '学习率', '特征矩阵', '残差', '查询', '先验分布'];
const verbs = ['决定了', '约束着', '近似于', '依赖于', '放大了', '抵消了', '解释了', '推迟了'];
const objects = ['模型的收敛速度', '长距离的依赖', '小样本上的方差', '输出层的分布', '内存的占用', '解码的顺序', '数值的稳定性', '验证集上的误差'];
const clauses = ['在批量较小时尤其明显', '这与维度的平方根有关', '因此需要先做归一化', '把它写成矩阵就一目了然', '反过来并不成立', '实验里可以直接看到', '代价是多一次遍历'];
const formulas = [
  String.raw`p_i=\frac{\exp(z_i)}{\sum_j \exp(z_j)}`,
  String.raw`\nabla_w L=\frac1n\sum_{i=1}^n (\hat y_i-y_i)x_i`,
  String.raw`H(p,q)=-\sum_k p_k\log q_k`,
  String.raw`x_{t+1}=x_t-\eta\,\frac{m_t}{\sqrt{v_t}+\epsilon}`,
  String.raw`A=\operatorname{softmax}\!\left(\frac{QK^\top}{\sqrt{d_k}}\right)V`,
  String.raw`\operatorname{Var}(q^\top k)=d_k`,
];

class ChapterWriter {
  private readonly next: () => number;
  constructor(seed: number) {
    this.next = random(seed);
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  private sentence(): string {
    return `${this.pick(subjects)}${this.pick(verbs)}${this.pick(objects)}，${this.pick(clauses)}。`;
  }

  paragraph(): string {
    return Array.from({ length: 5 }, () => this.sentence()).join('');
  }

  code(index: number): string {
    const factor = Math.floor(this.next() * 90) + 10;
    return ['```python', 'import math', '', `def step_${index}(values, rate=0.${factor}):`, '    total = 0.0',
      '    for i, value in enumerate(values):', '        total += rate * math.exp(-value) * (i + 1)',
      '    return total / max(1, len(values))', '', `print(round(step_${index}([1.0, 2.0, ${factor}.0]), 4))`, '```', '',
      '```output', `0.${factor}42`, '```'].join('\n');
  }

  /** About 5 KB of Chinese, 6 display formulas, 3 code blocks, a table, as in the issue that asks for the bench. */
  text(title: string): string {
    const sections = formulas.map((formula, index) => [
      `## 第 ${index + 1} 步：${this.pick(subjects)}与${this.pick(objects)}`, this.paragraph(), `$$\n${formula}\n$$`, this.paragraph(),
      index % 2 === 0 ? this.code(index) : '', this.paragraph(),
    ].join('\n\n'));
    const table = ['| 量 | 值 |', '| --- | --- |', ...subjects.slice(0, 6).map((name, row) => `| ${name} | ${row * 3 + 1} |`)].join('\n');
    const matter = ['---', `title: ${title}`, `summary: ${title}的生成文本，只用来测量构建的速度与内存。`, 'level: core', '---'].join('\n');
    return `${[matter, this.paragraph(), ...sections, '## 小结', table, this.paragraph()].join('\n\n')}\n`;
  }
}

const perPart = 20;

/** Writes a book of `count` chapters, 20 to a part, and returns its folder. */
export function generateBook(folder: string, count: number): string {
  rmSync(folder, { recursive: true, force: true });
  for (let part = 0; part * perPart < count; part += 1) {
    const id = `part-${String(part + 1).padStart(3, '0')}`;
    mkdirSync(join(folder, id), { recursive: true });
    const names = Array.from({ length: Math.min(perPart, count - part * perPart) }, (_, index) => `chapter-${String(index + 1).padStart(2, '0')}`);
    writeFileSync(join(folder, id, '_part.yaml'),
      [`order: ${part + 1}`, `title: 第 ${part + 1} 部分`, 'promise: 生成的部分，只用来测量构建。', 'chapters:', ...names.map((name) => `  - id: ${name}`), ''].join('\n'));
    names.forEach((name, index) => {
      const number = part * perPart + index + 1;
      writeFileSync(join(folder, id, `${name}.mdx`), new ChapterWriter(number).text(`生成的第 ${number} 章`));
    });
  }
  writeFileSync(join(folder, 'about.mdx'), '---\ntitle: 关于\nsummary: 生成的书，只用来测量构建的速度与内存。\n---\n\n生成的书。\n');
  return folder;
}
