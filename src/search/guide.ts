/** `pagefind/guide.json`: what must be known of the full text before any of it is fetched. */
export interface TextGuide {
  /** Chapter id → the beginnings of its sections' names in Pagefind's index, joined by spaces. */
  readonly sections: Readonly<Record<string, string>>;
  /** How long those beginnings are. */
  readonly width: number;
  /** Latin words, by which typing mistakes are mended, and Han words so common that they tell little; joined by spaces. */
  readonly words: string;
}

/** Pagefind's names begin with the language. */
const languageLength = 'zh-cn_'.length;

/** The shortest beginnings of the names that tell them apart; `names`: name → chapter id. */
export function packSections(names: ReadonlyMap<string, string>): Pick<TextGuide, 'sections' | 'width'> {
  const own = [...names].map(([name, chapter]) => [name.slice(languageLength), chapter] as const);
  let width = 1;
  while (new Set(own.map(([name]) => name.slice(0, width))).size < own.length) width += 1;
  const sections: Record<string, string> = {};
  for (const [name, chapter] of own) sections[chapter] = `${sections[chapter] ?? ''} ${name.slice(0, width)}`.trimStart();
  return { sections, width };
}

/** Name of a section → id of its chapter, empty where the guide does not know it. */
export function homes({ sections, width }: Pick<TextGuide, 'sections' | 'width'>): (name: string) => string {
  const known = new Map(Object.entries(sections).flatMap(([chapter, names]) => names.split(' ').map((name) => [name, chapter])));
  return (name) => known.get(name.slice(languageLength, languageLength + width)) ?? '';
}
