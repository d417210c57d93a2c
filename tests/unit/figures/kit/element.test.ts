import { describe, expect, test } from 'vitest';
import { button, choice, slider, stepper, textField, toggle } from '../../../../src/figures/kit/controls.ts';
import { defineFigure, shareHash, sharedState } from '../../../../src/figures/kit/element.ts';
import { firstFrame, panelHtml } from '../../../../src/figures/kit/frame.ts';
import { integer, record } from '../../../../src/figures/kit/parse.ts';
import { acting, cells, dragging, element, matrix } from '../../../../src/figures/kit/svg.ts';

interface Count { readonly count: number }
const definition = {
  name: 'counter', title: '计数', chapter: 'cs/a', initial: { count: 1 }, parse: record<Count>({ count: integer(0, 9) }),
  view: ({ count }: Count) => `<svg role="img"><text>${count}</text></svg>`,
  controls: () => choice({ act: 'set', label: '数', options: [[1, '一']], value: 1 }),
  update: (state: Count) => state,
  announce: ({ count }: Count) => `现在是 ${count}。`,
};
const figure = defineFigure<Count>(definition);

describe('a definition', () => {
  test('with a name that no address can hold is refused', () => {
    expect(() => defineFigure<Count>({ ...definition, name: 'Zähler' })).toThrow('图「Zähler」的名字只能用小写字母、数字和连字符。');
  });

  test('whose own first state is out of range is refused', () => {
    expect(() => defineFigure<Count>({ ...definition, initial: { count: 10 } })).toThrow('图「counter」的 parse 不接受它自己的 initial');
  });
});

describe('a shared address', () => {
  test('gives the state back', () => {
    expect(sharedState(figure, shareHash(figure, { count: 7 }))).toEqual({ count: 7 });
  });

  test.each(['', '#counter', '#counter~', '#counter~{', '#counter~%', '#counter~{"count":10}', '#counter~{"count":1,"x":1}', '#other~{"count":1}',
    `#counter~{"count":1}${' '.repeat(4000)}`])('%s is ignored', (hash) => expect(sharedState(figure, hash)).toBeUndefined());
});

describe('the first frame', () => {
  const html = firstFrame(figure);

  test('has the drawing, its numbers in words and its state', () => {
    expect(html).toContain('<div class="lab-stage"><svg role="img"><text>1</text></svg></div>');
    expect(html).toContain('<p class="lab-said" role="status">现在是 1。</p>');
    expect(html).toContain('data-state="{&quot;count&quot;:1}"');
  });

  test('has nothing that a page without scripts would show as dead', () => {
    expect(html).not.toMatch(/tabindex|role="button"|\son[a-z]+=|\sstyle=/);
  });

  test('names its radio buttons after the figure', () => {
    expect(panelHtml(figure, figure.initial)).toContain('name="counter-set"');
    expect(html).not.toContain('lab@');
  });
});

describe('controls', () => {
  test('escape what authors and readers write', () => {
    const html = [
      button({ act: 'a', label: '<b>' }), slider({ act: 'a', label: '"', min: 0, max: 1, value: 0, shown: '<' }),
      textField({ act: 'a', label: 'x', value: '"><script>', suggestions: ['<'] }), toggle({ act: 'a', label: '&', on: true }),
    ].join('');
    expect(html).not.toMatch(/<b>|<script>|label="">/);
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  test('a stepper offers the neighbours, and none beyond its ends', () => {
    const html = stepper({ act: 'v', label: '值', value: 0.3, min: 0, max: 0.4, step: 0.1 });
    expect(html).toContain('data-value="0.2"');
    expect(html).toContain('data-value="0.4"');
    expect(stepper({ act: 'v', label: '值', value: 1, min: 0, max: 1 })).toMatch(/data-value="1"[^>]*aria-disabled="true"/);
  });
});

describe('acting parts of a drawing', () => {
  test('name their action, their cell and what is said of them', () => {
    expect(element('g', acting('pick:1,2', { label: '第 2 行', cell: [1, 2], pressed: false, current: true })))
      .toBe('<g class="fig-act" data-act="pick:1,2" data-label="第 2 行" data-cell="1,2" data-pressed="false" data-current=""/>');
    expect(element('circle', dragging('point:0', '点 1'))).toContain('data-drag="point:0"');
  });

  test('a matrix with acting cells is one named grid', () => {
    const svg = matrix({ values: [[1]], x: 0, y: 0, name: 'A', act: (i, j) => acting(`pick:${i},${j}`, { label: 'x', cell: [i, j] }) });
    expect(svg).toContain('<g data-cells="A"><g class="fig-act" data-act="pick:0,0"');
    expect(cells('A', [], { follow: true })).toBe('<g data-cells="A" data-follow=""/>');
  });
});
