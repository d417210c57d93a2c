import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBook } from '../../../src/book/read.ts';
import { checkBook, readAssets } from '../../../src/checks/run.ts';
import { formatIssue } from '../../../src/lib/issue.ts';

const trees = resolve(import.meta.dirname, '../../fixtures/checks');

/** Folder below tests/fixtures/checks → the sentence of the specification that it shows. */
const rules: Readonly<Record<string, string>> = {
  valid: 'content that keeps every rule has no issues',
  'file-without-entry': 'a chapter file that no outline names is refused',
  'entry-without-file': 'an outline entry needs a file or the mark planned',
  'planned-with-file': 'an entry with a file is not planned',
  'duplicate-chapter': 'a chapter stands in the outline once',
  'duplicate-section': 'a section stands in its part once',
  'duplicate-order': 'two parts never have the same place in the book',
  'outline-key': 'the outline has no unknown keys and no wrong values, and the likeliest reading is explained',
  'duplicate-label': 'a label is given once in its chapter',
  'unknown-prerequisite': 'a prerequisite is a chapter of the outline, named once, in chapters and planned entries alike',
  'circular-prerequisites': 'prerequisites form no circle, and a circle is named whole',
  'self-prerequisite': 'no chapter requires itself',
  'front-matter-key': 'unknown keys of the front matter are refused with the nearest allowed one',
  'front-matter-value': 'missing and wrong values of the front matter are named with what is allowed',
  'malformed-yaml': 'YAML that does not parse is explained in Chinese at its place',
  'missing-front-matter': 'a chapter without front matter, or an empty one, is refused',
  'missing-image': 'a picture exists, in the content or in public, and never on another site',
  'image-without-alternative': 'a picture says in words what is to be seen',
  'broken-link': 'a link leads to a page that exists, with its final slash, and has words',
  'broken-anchor': 'an anchor exists on the page that it names',
  'link-to-planned': 'a planned chapter is named with <Chapter>, never linked',
  'relative-link': 'a relative link is refused with the address to write',
  'foreign-link': 'a link has a scheme that only leads somewhere',
  'unknown-ref': 'a <Ref> leads to a label of a written chapter',
  'doubled-kind': 'the kind that a <Ref> prints is not written before it once more',
  'label-id': 'a numbered tag has an id with the prefix of its kind',
  'unused-label': 'what has a number is spoken of, exercises excepted',
  'unknown-chapter': 'a <Chapter> names a chapter of the outline',
  'unknown-citation': 'a <Cite> names an entry of the bibliography',
  'unused-reference': 'an entry of the bibliography is cited somewhere',
  'doubled-work': 'a work has one entry in the bibliography',
  bibliography: 'the bibliography is valid BibTeX, without doubles, and complete',
  'lexicon-unused': 'a term whose home is written is mentioned somewhere',
  'lexicon-home': 'the home of a term stands in the outline',
  'lexicon-spelling': 'a spelling belongs to one term, whatever its case',
  'lexicon-order': 'terms are sorted by id, and no id is there twice',
  'timeline-unknown': 'an event has a real month',
  'timeline-reference': 'an event names a chapter of the outline and an entry of the bibliography',
  'timeline-order': 'events stand in time order',
  'unknown-tag': 'a tag is one of the authors\' tags or a figure',
  'tag-attributes': 'a tag has its attributes, with allowed values, and no others',
  'tag-structure': 'a block tag stands on its own lines, in its place, and holds what it is for',
  'raw-html': 'HTML beyond a short list is refused, and so are event handlers',
  expressions: 'a chapter holds no JavaScript',
  'unknown-language': 'a fence names a language that the highlighter knows',
  'output-without-code': 'output follows the code that printed it',
  'code-meta': 'the meta of a fence says only what the build understands',
  'bad-tex': 'a formula is one that KaTeX sets with the options of the build',
  money: 'an inline formula is no sum of money and no display on one line',
  headings: 'headings begin at ##, deepen by one step, are named, unnumbered and unique, and stand outside of tags',
  footnotes: 'a footnote has one text and is used',
  'mdx-syntax': 'MDX that does not parse is reported at its place',
  'mdx-syntax-kinds': 'the usual slips of MDX each have a hint',
  'stray-files': 'a file that nobody would read is refused',
  'taken-address': 'a part stands at no address of the site itself',
  'unreadable-chapter': 'nobody is blamed for what a broken file would have said',
};

const figures = new Set(['Neighbours']);

function printed(rule: string): string {
  const root = join(trees, rule);
  const { publicFiles } = readAssets(root);
  const issues = checkBook(readBook({ root, content: join(root, 'content') }), { publicFiles, figures });
  return issues.map((issue) => `${formatIssue(issue)}\n`).join('');
}

describe('content rules', () => {
  test.each(Object.entries(rules))('%s: %s', (rule) => {
    const expected = join(trees, rule, 'expected.txt');
    expect(printed(rule)).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });

  test('every fixture has a sentence, and all but the valid one an expectation that is not empty', () => {
    expect(readdirSync(trees).toSorted()).toEqual(Object.keys(rules).toSorted());
    const expecting = Object.keys(rules).filter((rule) => existsSync(join(trees, rule, 'expected.txt')));
    expect(expecting).toEqual(Object.keys(rules).filter((rule) => rule !== 'valid'));
    for (const rule of expecting) expect(readFileSync(join(trees, rule, 'expected.txt'), 'utf8')).not.toBe('');
  });
});
