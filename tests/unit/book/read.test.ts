import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBook } from '../../../src/book/read.ts';
import { checkBook } from '../../../src/checks/run.ts';
import { formatIssue } from '../../../src/lib/issue.ts';
import { memoryCache } from '../../../src/lib/result-cache.ts';
import { chapterText, contentTree, partText } from '../checks/content-tree.ts';

const nothing = { publicFiles: new Set<string>(), figures: new Set<string>() };

/** Everything that reading and checking say of a tree. */
function printed(folder: Parameters<typeof readBook>[0]): string {
  return checkBook(readBook(folder), nothing).map(formatIssue).join('\n');
}

/** What is said of one chapter with these bytes. */
function printedFor(bytes: string | Uint8Array): string {
  return printed(contentTree({ 'ml/_part.yaml': partText('knn'), 'ml/knn.mdx': bytes }));
}

describe('readBook', () => {
  test('gives chapters their place, their facts and their minutes', () => {
    const { book, issues, unread } = readBook(contentTree({
      'ml/_part.yaml': partText('knn', 'svm'), 'ml/knn.mdx': chapterText('## 距离\n\n文。\n'), 'ml/svm.mdx': chapterText('文。\n', '间隔'),
      'about.mdx': '---\ntitle: 关于\nsummary: 这本书写给谁，怎样可信。\n---\n\n文。\n',
    }));
    expect([issues, [...unread]]).toEqual([[], []]);
    expect(book.chapters.map(({ id, number, title, minutes }) => [id, number, title, minutes])).toEqual([
      ['ml/knn', '1.1', '近邻', 1], ['ml/svm', '1.2', '间隔', 1],
    ]);
    expect(book.chapters[0]?.facts.headings.map(({ id, line }) => [id, line])).toEqual([['距离', 7]]);
    expect(book.pages.map(({ id, file }) => [id, file])).toEqual([['about', 'content/about.mdx']]);
  });

  test('what was parsed before gives the same book, a changed chapter its new facts', () => {
    const known = memoryCache();
    const tree = (text: string) => contentTree({
      'ml/_part.yaml': partText('knn'),
      'ml/knn.mdx': chapterText(`## 距离\n\n${text}见<Ref to="eq-a" />，$x^2$，\`k\`。\n\n<Equation id="eq-a">\n$$\na\n$$\n</Equation>\n\n\`\`\`python\n1\n\`\`\`\n`),
    });
    const facts = (text: string) => readBook(tree(text), known).book.chapters[0]?.facts;
    expect(facts('文。')).toEqual(readBook(tree('文。')).book.chapters[0]?.facts);
    expect(facts('文。')).toEqual(readBook(tree('文。')).book.chapters[0]?.facts);
    expect(facts('新文。')).toEqual(readBook(tree('新文。')).book.chapters[0]?.facts);
  });

  test('a chapter that does not parse is complained of every time', () => {
    const known = memoryCache();
    const folder = contentTree({ 'ml/_part.yaml': partText('knn'), 'ml/knn.mdx': chapterText('a <3\n') });
    const issues = () => readBook(folder, known).issues.map(formatIssue);
    expect(issues()).toEqual(issues());
    expect(issues()).toHaveLength(1);
  });

  test('a content folder that does not exist is an empty book', () => {
    expect(readBook({ root: '/nowhere', content: '/nowhere/content' }).book.chapters).toEqual([]);
  });

  test('names what it could not read, so that nobody is blamed for it', () => {
    const { unread } = readBook(contentTree({
      'ml/_part.yaml': 'order: x\n', 'ml/knn.mdx': chapterText('a <3\n'), 'ml/svm.mdx': '', 'lexicon.yaml': 'x', 'references.bib': '@misc{',
    }));
    expect([...unread].toSorted()).toEqual(['lexicon.yaml', 'ml/_part.yaml', 'ml/knn.mdx', 'ml/svm.mdx', 'references.bib']);
  });

  test('hidden files are nobody\'s business', () => {
    expect(printed(contentTree({ '.DS_Store': 'x', 'ml/.draft.md': '文' }))).toBe('');
  });
});

describe('files that are no clean UTF-8 text', () => {
  const at = 'content/ml/knn.mdx';

  test('GBK is refused', () => {
    const gbk = Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xbd, 0xfc, 0xc1, 0xda, 0x0a]);
    expect(printedFor(gbk)).toBe(`${at}:1:1  文件不是有效的 UTF-8\n    → 用编辑器另存为 UTF-8（常见原因：GBK 或 UTF-16 编码）。`);
  });

  test('a byte order mark is refused, and the rest still read', () => {
    expect(printedFor(`\uFEFF${chapterText('$\\foo$\n')}`)).toBe([
      `${at}:1:1  文件以 BOM（U+FEFF）开头\n    → 另存为不带 BOM 的 UTF-8。`,
      `${at}:7:1  公式 \\foo 排不出来：没有命令 \\foo\n    → 核对命令的拼写和花括号；可用的命令见 https://katex.org/docs/supported 。`,
    ].join('\n'));
  });

  test('CRLF is reported once, with its count', () => {
    expect(printedFor(chapterText().replaceAll('\n', '\r\n'))).toBe(
      `${at}:1:4  换行是 CRLF，共 7 处\n    → 把编辑器的换行改成 LF 后另存。`);
  });

  test.each([
    ['\u202E', '双向文字控制符 U+202E', '删去它：它会让看到的文字和真正的文字顺序不同。'],
    ['\u2069', '双向文字控制符 U+2069', '删去它：它会让看到的文字和真正的文字顺序不同。'],
    ['\uFFFD', '替换字符 U+FFFD', '这里有个字在转换编码时丢了，找回原来的字。'],
    ['\u200B', '零宽字符 U+200B', '删去它：它看不见，却会让搜索和复制出错。'],
    ['\u2028', 'Unicode 行分隔符 U+2028', '换成普通的换行。'],
    ['\u0008', '控制字符 U+0008', '删去它；制表用空格，换行用 LF。'],
    ['\u007F', '控制字符 U+007F', '删去它；制表用空格，换行用 LF。'],
  ])('%j is refused at its place, in code too', (character, message, hint) => {
    expect(printedFor(chapterText(`文。\n\n\`\`\`text\nab${character}c\n\`\`\`\n`))).toBe(`${at}:10:3  ${message}\n    → ${hint}`);
  });

  test('emoji, joiners, rare characters and Arabic words are text', () => {
    expect(printedFor(chapterText('👩‍🔬 𠮷 سلام é\n'))).toBe('');
  });

  test('a file beyond 200 KB is refused before it is parsed', () => {
    expect(printedFor(chapterText('文'.repeat(70_000)))).toBe(
      `${at}:1:1  文件有 206 KB，超过 200 KB\n    → 把它分成几章；数据放进单独的文件。`);
  });
});

describe('symbolic links', () => {
  const hint = '    → 把文件本身放进 content，不要用符号链接。';

  test('one that leads out of the content is refused, and its target is not read', () => {
    const folder = contentTree({ 'ml/_part.yaml': partText('knn') });
    writeFileSync(join(folder.root, 'outside.mdx'), chapterText());
    symlinkSync(join(folder.root, 'outside.mdx'), join(folder.content, 'ml/knn.mdx'));
    expect(printed(folder)).toBe(`content/ml/knn.mdx:1:1  符号链接指向 content 之外：../outside.mdx\n${hint}`);
  });

  test('a folder whose name only begins like the content is outside, too', () => {
    const folder = contentTree({ '../content-old/a.svg': '<svg/>', 'ml/_part.yaml': partText('knn'), 'ml/knn.mdx': chapterText() });
    symlinkSync('../../content-old/a.svg', join(folder.content, 'ml/a.svg'));
    expect(printed(folder)).toBe(`content/ml/a.svg:1:1  符号链接指向 content 之外：../content-old/a.svg\n${hint}`);
  });

  test('one to nothing and one to a folder are refused, one to a file of the content is not', () => {
    const folder = contentTree({ 'ml/_part.yaml': partText('knn'), 'ml/knn.mdx': chapterText(), 'ml/a.svg': '<svg/>' });
    symlinkSync('nowhere.svg', join(folder.content, 'ml/b.svg'));
    symlinkSync('../ml', join(folder.content, 'ml/c'));
    symlinkSync('a.svg', join(folder.content, 'ml/d.svg'));
    expect(printed(folder)).toBe(
      `content/ml/b.svg:1:1  符号链接指向的文件不存在\n${hint}\ncontent/ml/c:1:1  符号链接指向文件夹\n${hint}`);
  });
});
