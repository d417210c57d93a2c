import { takenAddresses } from './addresses.ts';
import { characters } from './characters.ts';
import type { Check } from './check.ts';
import { citations, unusedReferences } from './citations.ts';
import { code } from './code.ts';
import { footnotes } from './footnotes.ts';
import { formulas } from './formulas.ts';
import { headings } from './headings.ts';
import { images } from './images.ts';
import { doubledKinds, duplicateLabels, refs, unusedLabels } from './labels.ts';
import { lexicon } from './lexicon.ts';
import { links } from './links.ts';
import { chapterMentions } from './mentions.ts';
import { prerequisites } from './prerequisites.ts';
import { scripts } from './scripts.ts';
import { tags } from './tags.ts';
import { timeline } from './timeline.ts';

/** Every rule beyond what reading the content already enforces (schemas, syntax, encoding, outline against files). */
export const checks: readonly Check[] = [
  characters, headings, tags, scripts, code, formulas, images, links, footnotes,
  duplicateLabels, refs, doubledKinds, unusedLabels, chapterMentions, citations, unusedReferences,
  prerequisites, lexicon, timeline, takenAddresses,
];
