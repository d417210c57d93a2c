import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import 'katex/dist/katex.min.css';
import '../../styles/katex.css';
import '../../styles/prose.css';
import '../../styles/code.css';
import '../../styles/figures.css';
import '../../styles/figure-controls.css';
import Answer from './Answer.astro';
import Callout from './Callout.astro';
import Caption from './Caption.astro';
import Derivation from './Derivation.astro';
import Equation from './Equation.astro';
import Exercise from './Exercise.astro';
import Figure from './Figure.astro';
import Listing from './Listing.astro';
import Picture from './Picture.astro';
import Table from './Table.astro';

/** `src/figures/<name>/Name.astro` is the tag `<Name />`; a new figure needs no line here. */
const drawings = Object.fromEntries(
  Object.entries(import.meta.glob<AstroComponentFactory>('../../figures/*/*.astro', { eager: true, import: 'default' }))
    .map(([path, component]) => [/(\w+)\.astro$/.exec(path)?.[1] ?? path, component]),
);

/**
 * The one map from the tags that authors write to components: `<Content components={components} />`.
 * `Ref`, `Chapter`, `Cite` and `Sym` are not in it: the Markdown pipeline has turned them into links and
 * spans by then, because a component within a line of Chinese would bring a space with it.
 */
export const components = {
  ...drawings,
  Answer, Callout, Caption, Derivation, Equation, Exercise, Figure, Listing, Table,
  img: Picture,
};
