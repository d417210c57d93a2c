import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
];

function installed(): string | undefined {
  const wanted = process.env.BROWSER_PATH;
  if (wanted !== undefined && wanted !== '') return wanted;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('没有找到 Chromium，正在安装 Debian 的 chromium 与 fonts-noto-cjk……');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  apt('update', '-qq');
  return apt('install', '-y', '-qq', 'chromium', 'fonts-noto-cjk') ? installed() : undefined;
}

function fromPlaywright(): string | undefined {
  console.log('没有找到 Chromium，正在下载 Playwright 的 Chromium……');
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' });
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** A browser that starts: an installed one, else Debian's (as root), else Playwright's. Throws what to install otherwise. */
export function findBrowser(): string {
  const path = installed() ?? fromDebian() ?? fromPlaywright();
  if (path === undefined) {
    throw new Error('没有可用的 Chromium。请安装 Chrome 或 Chromium（Debian：sudo apt-get install chromium fonts-noto-cjk；'
      + 'macOS：brew install --cask google-chrome），或用 BROWSER_PATH=/路径/chrome 指明它，再运行 npm test。');
  }
  const version = execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim();
  console.log(`浏览器：${version}（${path}）`);
  return path;
}
