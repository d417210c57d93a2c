/**
 * `npm run bench -- load`: a chapter of the built site (`dist`) served by the shipped nginx configuration on this machine:
 * requests per second and the slowest of a hundred answers, plain, gzipped on the way, and gzipped beforehand as the container
 * does. By wrk where it is installed, else by autocannon from npm.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nginxInstalled, startNginx } from '../site/nginx.ts';

const seconds = 10;
const connections = 50;

interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
}

const units: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 };

/** What `wrk --latency` prints. */
export function parseWrk(text: string): Load {
  const [, amount = 'NaN', unit = ''] = /^\s*99%\s+([\d.]+)(us|ms|s)\s*$/m.exec(text) ?? [];
  const [, perSecond = 'NaN'] = /Requests\/sec:\s+([\d.]+)/.exec(text) ?? [];
  return { perSecond: Number(perSecond), p99: Number(amount) * (units[unit] ?? NaN) };
}

/** What `autocannon --json` prints. */
export function parseAutocannon(text: string): Load {
  const { requests, latency } = JSON.parse(text) as { requests: { average: number }; latency: { p99: number } };
  return { perSecond: requests.average, p99: latency.p99 };
}

function run(address: string, encoding: string): Load {
  const header = `Accept-Encoding: ${encoding}`;
  const wrk = spawnSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-H', header, address], { encoding: 'utf8' });
  if (wrk.error === undefined) return parseWrk(wrk.stdout);
  const { stdout, stderr, status } = spawnSync('npx', ['-y', 'autocannon@9.0.0', '--json', '-c', String(connections), '-d', String(seconds), '-H', header, address], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`没有 wrk，autocannon 也没有运行成：\n${stderr.slice(-1000)}`);
  return parseAutocannon(stdout);
}

export async function benchLoad(): Promise<void> {
  if (!nginxInstalled()) throw new Error('需要 nginx 和它的 mime.types：apt-get install nginx-light。');
  const nginx = await startNginx('dist');
  try {
    const [chapter = ''] = globSync('**/index.html', { cwd: nginx.site }).filter((path) => readFileSync(join(nginx.site, path), 'utf8').includes('"LearningResource"')).toSorted();
    const address = `http://127.0.0.1:${nginx.port}/${chapter.replace(/index\.html$/, '')}`;
    console.log(`/${chapter.replace(/index\.html$/, '')}，${connections} 个连接，各 ${seconds} 秒`);
    const show = (name: string, { perSecond, p99 }: Load): void => { console.log(`${name}  每秒 ${perSecond.toFixed(0)} 次，p99 ${p99.toFixed(1)} ms`); };
    show('不压缩  ', run(address, 'identity'));
    show('现场 gzip', run(address, 'gzip'));
    spawnSync('gzip', ['-9', '-k', join(nginx.site, chapter)]);
    show('预先 gzip', run(address, 'gzip'));
  } finally {
    await nginx.stop();
  }
}
