import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileStart, type Issue } from '../lib/issue.ts';
import { chapterId, slug } from './schema.ts';

/** Where the content lies: `root` is the folder that issue paths are relative to. */
export interface ContentFolder {
  readonly root: string;
  /** Absolute path of the content folder. */
  readonly content: string;
}

export interface ContentFile {
  /** Below the content folder, with slashes: `llm/transformer/masks.mdx`. */
  readonly path: string;
  /** Relative to the root, as issues name it: `content/llm/transformer/masks.mdx`. */
  readonly name: string;
  /** Only of MDX, YAML and BibTeX files that can be read. */
  readonly text?: string;
}

/** A chapter beyond this takes minutes to build and seconds to open. */
const maximumBytes = 200 * 1024;
const textFile = /\.(?:mdx|yaml|bib)$/;

const slashes = (path: string): string => path.split(sep).join('/');

/** Everything below a folder that is not a folder itself; links to folders are not followed. */
function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? entriesBelow(join(folder, entry.name)) : [entry]));
}

/** Names of all files below a folder, with slashes and without hidden ones; none where the folder does not exist. */
export function filesBelow(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return entriesBelow(folder)
    .map((entry) => slashes(relative(folder, join(entry.parentPath, entry.name))))
    .toSorted();
}

type Complaint = Pick<Issue, 'message' | 'hint'>;

const rootData = ['lexicon.yaml', 'timeline.yaml', 'references.bib'];
/** The texts beside the outline that have a page in src/pages. */
const rootTexts = ['about.mdx'];
export const partFile = /^[^/]+\/_part\.yaml$/;

/** What a text's place and name say is wrong with it. */
function misplacedText(path: string): Complaint | undefined {
  if (!path.includes('/')) {
    return rootTexts.includes(path) ? undefined : {
      message: `没有页面会用到 ${path}`, hint: `章放进 <部分>/ 里；在目录之外的正文只有 ${rootTexts.join('、')}。`,
    };
  }
  return chapterId.safeParse(path.slice(0, -'.mdx'.length)).success ? undefined : {
    message: `文件名 ${path} 不能成为地址`,
    hint: '路径写成 <部分>/<节>/<章>.mdx 或 <部分>/<章>.mdx，只用小写字母、数字和连字符。',
  };
}

/** What a file's place and name say is wrong with it; such a file is not read. */
export function misplaced(path: string): Complaint | undefined {
  if (/\.(?:md|markdown|mdown)$/.test(path)) {
    return { message: `正文文件 ${path} 的扩展名不是 .mdx`, hint: '改名为 .mdx；别的扩展名不会成为页面。' };
  }
  if (path.endsWith('.mdx')) return misplacedText(path);
  if (partFile.test(path)) {
    return slug.safeParse(dirname(path)).success ? undefined
      : { message: `文件夹名 ${dirname(path)} 不能成为地址`, hint: '部分的文件夹只用小写字母、数字和连字符命名。' };
  }
  if (!/\.(?:ya?ml|bib)$/.test(path) || rootData.includes(path)) return undefined;
  return {
    message: `没有谁会读 ${path}`,
    hint: `数据文件只有 ${rootData.join('、')} 和每一部分的 <部分>/_part.yaml；检查名字和位置。`,
  };
}

/** A file that is a symbolic link must lead to a file of the content, or another checkout would read something else. */
function linkComplaint(content: string, path: string): Complaint | undefined {
  const inside = realpathSync(content);
  const hint = '把文件本身放进 content，不要用符号链接。';
  try {
    const target = realpathSync(path);
    if (target === path.replace(content, inside)) return undefined;
    if (!target.startsWith(inside + sep)) return { message: `符号链接指向 content 之外：${slashes(relative(inside, target))}`, hint };
    return statSync(target).isFile() ? undefined : { message: '符号链接指向文件夹', hint };
  } catch {
    return { message: '符号链接指向的文件不存在', hint };
  }
}

function decode(path: string, bytes: Buffer): { readonly text?: string; readonly complaint?: Complaint } {
  if (path.endsWith('.mdx') && bytes.length > maximumBytes) {
    return { complaint: {
      message: `文件有 ${Math.ceil(bytes.length / 1024)} KB，超过 ${maximumBytes / 1024} KB`,
      hint: '把它分成几章；数据放进单独的文件。',
    } };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('\uFEFF')) return { text };
    return { text: text.slice(1), complaint: { message: '文件以 BOM（U+FEFF）开头', hint: '另存为不带 BOM 的 UTF-8。' } };
  } catch {
    return { complaint: { message: '文件不是有效的 UTF-8', hint: '用编辑器另存为 UTF-8（常见原因：GBK 或 UTF-16 编码）。' } };
  }
}

/** Every file of the content in a stable order, with its text where it has one. */
export function readFiles({ root, content }: ContentFolder): {
  readonly files: readonly ContentFile[];
  readonly issues: readonly Issue[];
} {
  const files: ContentFile[] = [];
  const issues: Issue[] = [];
  for (const path of filesBelow(content)) {
    const absolute = join(content, path);
    const name = slashes(relative(root, absolute));
    const broken = linkComplaint(content, absolute);
    const { text, complaint } = broken === undefined && textFile.test(path)
      ? decode(path, readFileSync(absolute))
      : { text: undefined, complaint: broken };
    if (complaint !== undefined) issues.push({ file: name, ...fileStart, ...complaint });
    files.push({ path, name, ...(text === undefined ? {} : { text }) });
  }
  return { files, issues };
}
