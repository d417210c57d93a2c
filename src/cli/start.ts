/** `npm start`: builds the site with its search index, then serves the built pages. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { asBase } from '../lib/paths.ts';
import { listen, siteServer } from './serve.ts';

function portArgument(): string | undefined {
  try {
    return parseArgs({ options: { port: { type: 'string' } } }).values.port;
  } catch {
    throw new Error(`不认识的参数：${process.argv.slice(2).join(' ')}\n用法：npm start -- [--port 端口]`);
  }
}

function readPort(): number {
  const text = portArgument() ?? process.env.PORT ?? '4321';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Error(`端口「${text}」不对：写 1 到 65535 之间的整数，如 --port 4321。`);
  return port;
}

function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('astro', ['build'], { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', (error) => reject(new Error(`不能启动 astro：${error.message}。先运行 npm ci，再用 npm start。`)));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('构建没有成功，原因见上。'))));
  });
}

const folder = process.env.OUT_DIR ?? 'dist';
const base = asBase(process.env.BASE_PATH);
try {
  const wanted = readPort();
  const server = siteServer({ folder, base });
  // Taken before the build: a reader learns at once, not after a minute, that the port is in use.
  const port = await listen(server, wanted);
  console.log('正在构建站点与搜索索引……');
  await build();
  console.log(`\n站点已就绪：http://localhost:${port}${base}\n按 Ctrl+C 停止。`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
