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

/** Calls back with every text of KaTeX's HTML and the classes of all elements around it; MathML draws nothing. */
function eachText(html: string, seen: (text: string, classes: ReadonlySet<string>) => void): void {
  const around: string[][] = [];
  for (const [, closes = '', , classes = '', alone = '', text = ''] of html.replace(/<math[\s\S]*?<\/math>/g, '').matchAll(part)) {
    if (text !== '') seen(text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? ''), new Set(around.flat()));
    else if (closes !== '') around.pop();
    else if (alone === '') around.push(names(classes));
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
  const classes = new Set<string>();
  for (const html of new Set(setAll(formulas, set))) {
    for (const [, list = ''] of html.matchAll(/ class="([^"]*)"/g)) for (const name of names(list)) classes.add(name);
    eachText(html, (text, around) => {
      const key = [...around].toSorted().join(' ');
      const run = runs.get(key) ?? new Set();
      for (const character of text) run.add(character);
      runs.set(key, run);
    });
  }
  return { runs, classes };
}
