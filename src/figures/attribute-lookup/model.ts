/**
 * Where Python finds `object.name`, in one small world: two poems p and q, their class Poem, its base Text, and object.
 * The gate comes first: the first entry of that name along the classes wins at once if it is a property (a data
 * descriptor). Then the instance's own dictionary is asked, then the classes in the order of the MRO.
 */

export const instances = ['p', 'q'] as const;
export const classes = ['Poem', 'Text', 'object'] as const;
export const names = ['lang', 'kind', 'tags', 'size', 'title', 'author'] as const;
export type Instance = (typeof instances)[number];
export type Name = (typeof names)[number];
export type Place = Instance | (typeof classes)[number];

export interface LookupState {
  readonly object: Instance;
  readonly name: Name;
  /** Statements executed so far, by their place in `statements`. */
  readonly done: readonly number[];
  readonly step: number;
}

export const limits = { done: 6, step: 5 } as const;
/** The chapter's example by hand, with its last step. */
export const initialState: LookupState = { object: 'p', name: 'lang', done: [], step: limits.step };

/** A property is the number of characters that it works out for its instance. A list is one object, wherever it is seen. */
export type Value = string | number | string[] | 'property';
type Entries = Map<string, Value>;
export type World = Readonly<Record<Place, Entries>>;

const sizes: Readonly<Record<Instance, number>> = { p: 20, q: 28 };

const start = (): World => ({
  p: new Map<string, Value>([['title', '春晓']]),
  q: new Map<string, Value>([['title', '夜雨寄北']]),
  Poem: new Map<string, Value>([['kind', '诗'], ['tags', []], ['size', 'property']]),
  Text: new Map<string, Value>([['kind', '文'], ['lang', '中文']]),
  object: new Map<string, Value>(),
});

/** As Python prints it; long lists are shortened. */
export function shown(value: Value): string {
  if (Array.isArray(value)) return value.length > 2 ? `[… ${value.length} 项]` : `[${value.map((item) => `'${item}'`).join(', ')}]`;
  return typeof value === 'string' && value !== 'property' ? `'${value}'` : String(value);
}

export interface Statement {
  readonly source: string;
  readonly name: Name;
  /** Changes the world, and says what happened. */
  readonly run: (world: World) => string;
}

const into = (place: Place, name: Name, value: Value) => (world: World): string => {
  const had = world[place].has(name);
  world[place].set(name, value);
  return `${had ? '改了' : '添进'} ${place} 的字典`;
};

export const statements: readonly Statement[] = [
  { source: 'p.kind = "绝句"', name: 'kind', run: into('p', 'kind', '绝句') },
  { source: 'del p.kind', name: 'kind', run: (world) => (world.p.delete('kind') ? '从 p 的字典里删掉' : 'AttributeError，p 自己没有 kind') },
  { source: 'Poem.kind = "诗歌"', name: 'kind', run: into('Poem', 'kind', '诗歌') },
  { source: 'Text.lang = "汉语"', name: 'lang', run: into('Text', 'lang', '汉语') },
  {
    source: 'p.tags.append("春")', name: 'tags',
    run(world) {
      const place = world.p.has('tags') ? 'p' : 'Poem';
      const list = world[place].get('tags');
      if (Array.isArray(list)) list.push('春');
      return `没有给属性赋值，就地改了 ${place} 的那个列表`;
    },
  },
  // A new list for every run of the statement, as in Python.
  { source: 'p.tags = []', name: 'tags', run: (world) => into('p', 'tags', [])(world) },
  { source: 'p.size = 99', name: 'size', run: () => 'AttributeError，size 是没有设置方法的 property，什么也没写' },
  { source: 'p.__dict__["size"] = 99', name: 'size', run: into('p', 'size', 99) },
];

/** The world after some statements, and what the last of them did. */
export function after(done: readonly number[]): { readonly world: World; readonly said: string } {
  const world = start();
  let said = '';
  for (const place of done) {
    const statement = statements[place];
    if (statement !== undefined) said = `执行 ${statement.source}：${statement.run(world)}`;
  }
  return { world, said };
}

export interface Frame {
  /** `gate` asks the classes for a property; `end` is the failure. */
  readonly at: 'gate' | 'end' | Place;
  /** The box that holds the answer. */
  readonly found: Place | undefined;
  readonly result: string | undefined;
  readonly said: string;
}

/** Every step of one search, up to the answer or the AttributeError. */
export function search(world: World, object: Instance, name: Name): readonly Frame[] {
  const first = classes.find((place) => world[place].has(name));
  if (first !== undefined && world[first].get(name) === 'property') {
    const result = String(sizes[object]);
    return [{ at: 'gate', found: first, result, said: `先看类：${first} 的 ${name} 是 property，调用它，得 ${result}；不再看 ${object} 的字典` }];
  }
  const frames: Frame[] = [{
    at: 'gate', found: undefined, result: undefined,
    said: first === undefined ? `先看类：没有叫 ${name} 的 property` : `先看类：${first} 里有 ${name}，但不是 property`,
  }];
  for (const place of [object, ...classes]) {
    const value = world[place].get(name);
    if (value !== undefined) {
      const result = shown(value);
      return [...frames, { at: place, found: place, result, said: `${place} 的字典里有 ${name}，得 ${result}` }];
    }
    frames.push({ at: place, found: undefined, result: undefined, said: `${place} 的字典里没有 ${name}` });
  }
  const failure = 'AttributeError';
  return [...frames, { at: 'end', found: undefined, result: failure, said: `找遍了也没有 ${name}：${failure}` }];
}
