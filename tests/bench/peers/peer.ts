/**
 * Other documentation tools on the same generated chapters. Each stands in a folder of its own outside this project, with exact
 * versions from npm; no script of a package runs while it is installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { measure, type Usage } from '../measure.ts';

/** A generated chapter in the Markdown that all tools understand. */
export interface PeerPage {
  /** `part-001/chapter-01` */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Without front matter and without the title. */
  readonly body: string;
}

export interface PeerPart {
  /** `part-001` */
  readonly id: string;
  readonly title: string;
  readonly pages: readonly PeerPage[];
}

export interface Peer {
  readonly name: string;
  /** Package → exact version. */
  readonly packages: Readonly<Record<string, string>>;
  /** Path in the project folder → content: settings and all pages. */
  readonly files: (parts: readonly PeerPart[]) => Readonly<Record<string, string>>;
  /** The tool's own script below `node_modules`, and its arguments. */
  readonly build: readonly [script: string, ...args: string[]];
  /** Folder of the built site. */
  readonly output: string;
  /** Folders that make a second build faster. */
  readonly caches: readonly string[];
  /** Address of a page on the built site. */
  readonly address: (id: string) => string;
  readonly search: PeerSearch;
}

/** Selectors of a tool's own search. */
export interface PeerSearch {
  /** Clicked and focused to begin. */
  readonly open: string;
  readonly field: string;
  /** Present when an answer is shown. */
  readonly row: string;
  /** Present when it says that nothing was found. */
  readonly none: string;
}

const chapterTag = /<Chapter id="([^"]+)" \/>/g;

function readPage(file: string, id: string, address: Peer['address']): PeerPage {
  const [, matter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(matter)?.[1] ?? '';
  return { id, title: field('title'), summary: field('summary'), body: body.replaceAll('```output', '```text').replace(chapterTag, (_tag, target: string) => `[${target}](${address(target)})`) };
}

/** The parts that `generateBook` wrote. */
function readParts(content: string, address: Peer['address']): PeerPart[] {
  const folders = readdirSync(content, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
  return folders.map((id) => ({
    id,
    title: /^title: (.*)$/m.exec(readFileSync(join(content, id, '_part.yaml'), 'utf8'))?.[1] ?? id,
    pages: readdirSync(join(content, id)).filter((name) => name.endsWith('.mdx')).toSorted()
      .map((name) => readPage(join(content, id, name), `${id}/${basename(name, '.mdx')}`, address)),
  }));
}

/** The usual page file: title and summary as front matter, the rest as it is. */
export function markdownPage({ title, summary, body }: PeerPage, lead = ''): string {
  return `---\ntitle: ${title}\ndescription: ${summary}\n---\n\n${lead}${body}`;
}

/** Writes a peer's project from the book in `content` and installs its packages, if they are not there yet. */
export function setUpPeer(peer: Peer, project: string, content: string): void {
  const manifest = JSON.stringify({ name: 'peer', private: true, dependencies: peer.packages }, null, 2);
  const files = { 'package.json': manifest, ...peer.files(readParts(content, peer.address)) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'],
    { cwd: project, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${peer.name} 没有装好：\n${stderr.slice(-2000)}`);
}

/** Builds from cold, at most `limit` seconds. */
export function buildPeer(peer: Peer, project: string, limit: number): Promise<Usage> {
  for (const folder of [peer.output, ...peer.caches]) rmSync(join(project, folder), { recursive: true, force: true });
  const [script, ...args] = peer.build;
  return measure({
    command: process.execPath, args: ['--max-old-space-size=10240', join('node_modules', script), ...args], folder: project, limit,
    env: { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  });
}
