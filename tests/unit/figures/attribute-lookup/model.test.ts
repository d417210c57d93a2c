import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/attribute-lookup/element.ts';
import { after, initialState, instances, limits, names, search, statements, type Instance, type Name } from '../../../../src/figures/attribute-lookup/model.ts';
import { frames, lookupSvg, tell } from '../../../../src/figures/attribute-lookup/view.ts';

const place = (source: string): number => {
  const found = statements.findIndex((statement) => statement.source === source);
  if (found < 0) throw new Error(source);
  return found;
};
const found = (object: Instance, name: Name, ...sources: string[]) => {
  const last = search(after(sources.map(place)).world, object, name).at(-1);
  return [last?.found, last?.result];
};

test('the first frame is the hand example: p.lang passes p and Poem and is found in Text', () => {
  const list = frames(initialState);
  expect(list.map(({ at }) => at)).toEqual(['gate', 'p', 'Poem', 'Text']);
  expect(list.at(-1)?.result).toBe("'中文'");
  expect(lookupSvg(initialState)).toContain("→ '中文'");
});

test('the table of the chapter', () => {
  expect(found('p', 'title')).toEqual(['p', "'春晓'"]);
  expect(found('p', 'kind')).toEqual(['Poem', "'诗'"]);
  expect(found('p', 'size')).toEqual(['Poem', '20']);
  expect(found('q', 'size')).toEqual(['Poem', '28']);
  expect(found('p', 'author')).toEqual([undefined, 'AttributeError']);
  expect(frames({ ...initialState, name: 'author' }).map(({ at }) => at)).toEqual(['gate', 'p', 'Poem', 'Text', 'object', 'end']);
});

test('a class attribute that changes shows in the instances that have none of their own', () => {
  const both = ['p.kind = "绝句"', 'Poem.kind = "诗歌"'];
  expect(found('p', 'kind', ...both)).toEqual(['p', "'绝句'"]);
  expect(found('q', 'kind', ...both)).toEqual(['Poem', "'诗歌'"]);
  expect(found('p', 'kind', ...both, 'del p.kind')).toEqual(['Poem', "'诗歌'"]);
  expect(found('q', 'lang', 'Text.lang = "汉语"')).toEqual(['Text', "'汉语'"]);
  expect(after([place('del p.kind')]).said).toContain('AttributeError');
});

test('a list in the class is shared, until an instance has its own', () => {
  expect(found('q', 'tags', 'p.tags.append("春")')).toEqual(['Poem', "['春']"]);
  expect(found('q', 'tags', 'p.tags = []', 'p.tags.append("春")')).toEqual(['Poem', '[]']);
  expect(found('p', 'tags', 'p.tags = []', 'p.tags.append("春")', 'p.tags = []')).toEqual(['p', '[]']);
});

test('a property comes before the instance, and refuses to be set', () => {
  expect(found('p', 'size', 'p.__dict__["size"] = 99')).toEqual(['Poem', '20']);
  const { world, said } = after([place('p.size = 99')]);
  expect(said).toContain('AttributeError');
  expect(world.p.has('size')).toBe(false);
});

test('damaged states are refused, every state can be drawn and told', () => {
  for (const broken of [{ ...initialState, object: 'r' }, { ...initialState, name: '__class__' }, { ...initialState, done: [8] }, { ...initialState, done: [0, 0, 0, 0, 0, 0, 0] }, { ...initialState, step: 6 }, { ...initialState, extra: 1 }, null]) {
    expect(figure.parse(broken)).toBeUndefined();
  }
  for (const object of instances) for (const name of names) for (const done of [[], [0], [5, 4, 4, 4, 7, 2], [1]]) {
    const state = { ...initialState, object, name, done };
    for (let step = 0; step < frames(state).length; step += 1) {
      expect(figure.parse({ ...state, step })).toEqual({ ...state, step });
      expect(`${lookupSvg({ ...state, step })}${tell({ ...state, step })}`).not.toMatch(/undefined|NaN/);
    }
    expect(frames(state).length - 1).toBeLessThanOrEqual(limits.step);
  }
});

test('what the reader does alters the state', () => {
  const act = (name: string, value = '', ...at: number[]) => figure.update(initialState, { name, value, at });
  expect(act('object', 'q').object).toBe('q');
  expect(act('name', 'size').name).toBe('size');
  expect(act('run', '', 0)).toMatchObject({ name: 'kind', done: [0] });
  expect(figure.update(act('run', '', 0), { name: 'undo', value: '', at: [] }).done).toEqual([]);
  expect(act('undo')).toBe(initialState);
  expect(act('run', '', 99)).toBe(initialState);
  expect(figure.update({ ...initialState, done: [0, 0, 0, 0, 0, 0] }, { name: 'run', value: '', at: [1] }).done).toHaveLength(6);
});
