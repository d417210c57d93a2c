import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A running nginx that serves a copy of a built site. */
export interface Nginx {
  readonly port: number;
  /** The copy. */
  readonly site: string;
  readonly stop: () => Promise<void>;
}

/** Needs nginx with its list of media types (`apt-get install nginx-light`). */
export function nginxInstalled(): boolean {
  return spawnSync('nginx', ['-v']).error === undefined && existsSync('/etc/nginx/mime.types');
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => { done(port); });
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    request({ host: '127.0.0.1', port, agent: false }, (response) => { response.resume(); done(true); }).on('error', () => { done(false); }).end();
  });
}

/** The shipped configuration: only where it listens and where things lie differ from the container. */
export async function startNginx(built: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'daily-deeplearning-nginx-'));
  const site = join(folder, 'site');
  const port = await freePort();
  const config = readFileSync('src/deploy/nginx.conf', 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/site;', `root ${site};`)
    .replaceAll('/tmp/nginx', `${folder}/nginx`);
  cpSync(resolve(built), site, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), config);
  const user = process.getuid?.() === 0 ? ' user root;' : '';
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', `daemon off;${user}`], { stdio: 'inherit' });
  for (let attempt = 0; attempt < 100 && !(await answers(port)); attempt += 1) await new Promise((done) => { setTimeout(done, 100); });
  return {
    port, site,
    stop: async () => {
      const ended = new Promise((done) => { nginx.once('exit', done); });
      nginx.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
