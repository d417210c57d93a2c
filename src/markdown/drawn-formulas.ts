import type { Setter } from './katex.ts';

/** What KaTeX's pages need for some formulas, and nothing beyond. */
export interface DrawnFormulas {
  /** Characters by the classes around them, which decide the face: `katex mathnormal mord` → `x`, `y`. */
  readonly runs: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the style sheet must know. */
  readonly classes: ReadonlySet<string>;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
const part = /<(\/?)(\w+)(?:[^>]*? class="([^"]*)")?[^>]*?(\/?)>|([^<]+)/g;
const names = (classes: string): string[] => classes.split(/\s+/).filter(Boolean);

/** The sorted classes with some more among them; formulas are made of few such steps, each taken thousands of times. */
const steps = new Map<string, string>();
function withClasses(inside: string, classes: string): string {
  if (classes === '') return inside;
  const step = `${inside}\n${classes}`;
  const known = steps.get(step);
  if (known !== undefined) return known;
  const all = [...new Set([...names(inside), ...names(classes)])].toSorted().join(' ');
  steps.set(step, all);
  return all;
}

/** Calls back with every text of KaTeX's HTML and the classes of all elements around it, sorted; MathML draws nothing. */
function eachText(html: string, seen: (text: string, classes: string) => void): void {
  const around = [''];
  for (const [, closes = '', , classes = '', alone = '', text = ''] of html.replace(/<math[\s\S]*?<\/math>/g, '').matchAll(part)) {
    const inside = around.at(-1) ?? '';
    if (text !== '') seen(text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? ''), inside);
    else if (closes !== '') around.pop();
    else if (alone === '') around.push(withClasses(inside, classes));
  }
}

function* setAll(formulas: Iterable<{ readonly tex: string; readonly display: boolean }>, set: Setter): Generator<string> {
  for (const { tex, display } of formulas) {
    try {
      yield set(tex, display);
    } catch {
      // The checks say so, and the build stops there.
    }
  }
}

/** Notes the characters and classes of the formulas' HTML; what cannot be set is left to the checks. */
export function drawFormulas(formulas: Iterable<{ readonly tex: string; readonly display: boolean }>, set: Setter): DrawnFormulas {
  const runs = new Map<string, Set<string>>();
  const lists = new Set<string>();
  for (const html of new Set(setAll(formulas, set))) {
    for (const [, list = ''] of html.matchAll(/ class="([^"]*)"/g)) lists.add(list);
    eachText(html, (text, key) => {
      const run = runs.get(key) ?? new Set();
      for (const character of text) run.add(character);
      runs.set(key, run);
    });
  }
  return { runs, classes: new Set([...lists].flatMap(names)) };
}
