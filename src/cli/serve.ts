import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface SiteFolder {
  /** Folder with the built pages. */
  readonly folder: string;
  /** `/` or e.g. `/daily-deeplearning/`. */
  readonly base: string;
}

/** A server of built pages, as a static host would serve them: `404.html` for unknown addresses, under the base path. */
export function siteServer({ folder, base }: SiteFolder): Server {
  const files = sirv(folder, { etag: true, dev: true, extensions: ['html'] });
  const prefix = base.replace(/\/+$/, '');
  const missing = join(folder, '404.html');
  return createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(existsSync(missing) ? readFileSync(missing) : '404');
    };
    const address = request.url ?? '/';
    if (prefix !== '' && address === '/') {
      response.writeHead(302, { Location: `${prefix}/` }).end();
      return;
    }
    if (!address.startsWith(`${prefix}/`)) {
      notFound();
      return;
    }
    request.url = address.slice(prefix.length);
    files(request, response, notFound);
  });
}

/** Starts listening; rejects with a sentence for people when the port is taken or refused. Port 0 takes a free one. */
export function listen(server: Server, port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? `端口 ${port} 已被别的程序占用` : `不能监听 ${host}:${port}（${error.message}）`;
      reject(new Error(`${reason}。换一个端口：npm start -- --port ${port === 65535 ? 4321 : port + 1}`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
