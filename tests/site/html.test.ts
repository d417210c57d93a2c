import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { attribute, builds, builtPages } from './built.ts';

const built = builds[0] ?? { folder: 'dist', base: '/' };
const pages = builtPages(built);

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'require-sri': ['error', { target: 'crossorigin' }],
    // The dialog stands above the page's heading; that there is one `<h1>` is tested below.
    'heading-level': ['error', { minInitialRank: 'h2', sectioningRoots: [] }],
    // A search dialog is a combobox with a list box that holds links; `<select>` holds none.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
  },
});
/** WebKit takes the role from lists without bullets, so it is written down. */
const deliberate = /^Redundant role "list" on <[ou]l>$/;

/** MathML as KaTeX writes it: an empty spacing of an array, and an operator as a base. Browsers and screen readers read both. */
const katexMath = /^Bad value “” for attribute “(?:column|row)spacing” on element “mtable”|^Element “mo” not allowed as child of element “m(?:sub|sup|subsup|under|over|underover)”/;

describe('the HTML', () => {
  test('is valid in every page', async () => {
    const found: string[] = [];
    for (const { path, html } of pages) {
      const { results } = await validator.validateString(html, path);
      for (const { messages } of results) {
        found.push(...messages.filter(({ message }) => !deliberate.test(message))
          .map(({ ruleId, line, column, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`));
      }
    }
    expect(found).toEqual([]);
    expect(pages.length).toBeGreaterThan(50);
  });

  const checker = process.env.VNU_JAR ?? 'node_modules/vnu-jar/build/dist/vnu.jar';
  const java = spawnSync('java', ['-version']).status === 0;
  test.skipIf(!java || !existsSync(checker))('has no error for the Nu checker (needs Java and vnu.jar, VNU_JAR names it)', () => {
    const { stderr } = spawnSync('java', ['-jar', checker, '--errors-only', '--skip-non-html', '--format', 'json', built.folder],
      { encoding: 'utf8', maxBuffer: 1 << 28 });
    const { messages } = JSON.parse(stderr) as { messages: readonly { url: string; lastLine: number; message: string }[] };
    expect(messages.filter(({ message }) => !katexMath.test(message)).map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`)).toEqual([]);
  });
});

describe('the head', () => {
  test('every page has one heading of the first level, a title and a description of at most 160 characters', () => {
    const wrong = pages.flatMap(({ path, elements }) => {
      const heads = elements.filter(({ tagName }) => tagName === 'h1').map((element) => toString(element).trim());
      const said = elements.find((element) => attribute(element, 'name') === 'description');
      const length = [...(said === undefined ? '' : attribute(said, 'content') ?? '')].length;
      return heads.length === 1 && heads[0] !== '' && length > 0 && length <= 160 ? [] : [`${path}: ${heads.length} h1, ${length}`];
    });
    expect(wrong).toEqual([]);
  });

  test('no two pages have the same title or description', () => {
    const lists = pages.map(({ elements, path }) => ({
      path,
      title: toString(elements.find(({ tagName }) => tagName === 'title') ?? { type: 'text', value: '' }),
      said: attribute(elements.find((element) => attribute(element, 'name') === 'description') ?? { type: 'element', tagName: '', properties: {}, children: [] }, 'content'),
    }));
    for (const key of ['title', 'said'] as const) {
      const twice = [...Map.groupBy(lists, (item) => item[key])].filter(([, same]) => same.length > 1);
      expect(twice.map(([value, same]) => `${value ?? ''}: ${same.map(({ path }) => path).join(', ')}`)).toEqual([]);
    }
  });

  test('every listed page names its own address', () => {
    for (const { path, elements } of pages) {
      const canonical = elements.filter((element) => attribute(element, 'rel') === 'canonical').map((element) => attribute(element, 'href') ?? '');
      if (path === '404.html') expect(canonical).toEqual([]);
      else expect(canonical.map((address) => decodeURI(new URL(address).pathname)), path).toEqual([`/${path.replace(/index\.html$/, '')}`]);
    }
  });

  test('structured data is JSON of schema.org', () => {
    const blocks = pages.flatMap(({ path, elements }) => elements
      .filter((element) => attribute(element, 'type') === 'application/ld+json')
      .map((element) => ({ path, data: JSON.parse(toString(element)) as { '@context'?: string } })));
    expect(blocks.length).toBeGreaterThan(10);
    for (const { path, data } of blocks) expect(data['@context'], path).toBe('https://schema.org');
  });
});

/** What must not stand in a page, and where it may stand all the same. */
const forbidden: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a formula that KaTeX refused', /katex-error|#cc0000/i],
  ['a value that was not there', /<(?:td|th|li|p|dd|h\d|figcaption|time|text|tspan)(?:\s[^<>]*)?>\s*(?:undefined|NaN|null)\s*<|\[object Object\]|="undefined"|="NaN"|="\[object/],
  ['a replacement character', /\uFFFD/],
  ['a control character', /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/],
  ['a character that turns the direction of writing', /[\u202A-\u202E\u2066-\u2069]/],
  ['a style attribute', /<[a-z][^<>]*\sstyle=/i],
  ['an event attribute', /<[a-z][^<>]*\son[a-z]+=/i],
  ['a script in an address', /(?:href|src|action)="\s*javascript:/i],
  ['an inline script', /<script(?![^>]*(?:\ssrc=|application\/ld\+json))/i],
  ['an inline style sheet', /<style[\s>]/i],
];

describe('the text of pages', () => {
  test.each(forbidden)('holds nowhere %s', (_name, pattern) => {
    const found = pages.flatMap(({ path, html }) => {
      const match = pattern.exec(html);
      return match === null ? [] : [`${path}: …${html.slice(Math.max(0, match.index - 40), match.index + 80)}…`];
    });
    expect(found).toEqual([]);
  });
});
