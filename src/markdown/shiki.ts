import type { ShikiConfig } from '@astrojs/markdown-remark';
import {
  transformerMetaHighlight, transformerNotationDiff, transformerNotationFocus, transformerNotationHighlight,
} from '@shikijs/transformers';
import type { ShikiTransformer } from 'shiki';

/** Shiki gives up a line after half a second of wall time, and a busy machine would then build other pages. */
const steady: ShikiTransformer = {
  name: 'steady',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
};

/** Foreground of the two themes below. */
const ink = 'color:light-dark(#0E1116,#F0F3F6)';

/** A token in the page's own ink, or of a text without colours. */
function isPlain(properties: Readonly<Record<string, unknown>>): boolean {
  return properties['style'] === ink || Object.keys(properties).every((name) => name === 'style' && properties[name] === undefined);
}

/** Leaves only what the page needs: paper and ink come from the style sheet, and a token in ink needs no element. */
const lean: ShikiTransformer = {
  name: 'lean',
  pre(node) {
    delete node.properties['style'];
    delete node.properties['dataLanguage'];
    const classes = String(node.properties['class']).split(' ');
    node.properties['class'] = classes.filter((name) => name === 'astro-code' || name.startsWith('has-')).join(' ');
  },
  span(node) {
    // Plain text has no colours, and its spans no style.
    const { style } = node.properties;
    if (typeof style === 'string') node.properties['style'] = style.replace(/;--shiki-[^;]*/g, '').replace(', ', ',');
  },
  line(node) {
    node.children = node.children.flatMap((token) =>
      token.type === 'element' && isPlain(token.properties) ? token.children : [token]);
  },
};

const notation = { matchAlgorithm: 'v3' } as const;

/** The one pair of themes whose every token keeps 4.5:1 on our code papers. */
export const codeThemes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;

/** For Astro's way of calling Shiki. */
export const shikiConfig: Partial<ShikiConfig> = {
  themes: codeThemes,
  defaultColor: 'light-dark()',
  transformers: [
    steady,
    transformerMetaHighlight({ className: 'highlighted' }),
    transformerNotationHighlight(notation),
    transformerNotationDiff(notation),
    transformerNotationFocus(notation),
    lean,
  ],
};
