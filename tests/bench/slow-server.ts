import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Line {
  readonly bitsPerSecond: number;
  /** Milliseconds. */
  readonly roundTrip: number;
}

/** Slow 4G as throttling tools define it. */
export const slow4g: Line = { bitsPerSecond: 1.6e6, roundTrip: 150 };
/** For tools that bring their own limits. */
export const noLimit: Line = { bitsPerSecond: Infinity, roundTrip: 0 };

/** As GitHub Pages sends it. */
const caching = 'max-age=600';
const piece = 4096;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml',
};

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/**
 * Serves built pages over an emulated slow line: one round trip for each request, another for each new connection, and all
 * answers share one bandwidth. The browser's own throttling leaves out what a worker fetches, so the line is slow at this end.
 * Text is sent gzipped, as a static host would. `received` counts the bytes of bodies.
 */
export function slowServer(folder: string, { bitsPerSecond, roundTrip }: Line = slow4g): { readonly server: Server; readonly received: () => number } {
  const greeted = new WeakSet<object>();
  let free = 0;
  let total = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const delay = greeted.has(request.socket) ? roundTrip : 2 * roundTrip;
      greeted.add(request.socket);
      const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
      const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
      await wait(delay);
      if (!existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      const type = types[extname(file)];
      const body = type === undefined ? readFileSync(file) : gzipSync(readFileSync(file));
      response.writeHead(200, { 'cache-control': caching, 'content-type': type ?? 'application/octet-stream', ...(type !== undefined && { 'content-encoding': 'gzip' }) });
      for (let offset = 0; offset < body.length; offset += piece) {
        const part = body.subarray(offset, offset + piece);
        free = Math.max(free, performance.now()) + (part.length * 8000) / bitsPerSecond;
        await wait(Math.max(0, free - performance.now()));
        response.write(part);
        total += part.length;
      }
      response.end();
    })();
  });
  return { server, received: () => total };
}
