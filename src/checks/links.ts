import { posix } from 'node:path';
import { didYouMean, nearest } from '../lib/nearest.ts';
import type { Book } from '../book/model.ts';
import type { Link } from '../markdown/facts.ts';
import { addressesOf, decodeAddress, type Addresses } from './addresses.ts';
import { isUnread, issueIn, textsOf, type Check, type Surroundings, type Text } from './check.ts';

type Complaint = readonly [message: string, hint: string];

interface Scope {
  readonly text: Text;
  readonly entries: Book['entries'];
  readonly addresses: Addresses;
  readonly around: Surroundings;
}

const scheme = /^([a-z][a-z0-9+.-]*):/i;

/** Links that leave the site, or try to do something else than to lead somewhere. */
function foreign(address: string): Complaint | undefined {
  const name = scheme.exec(address)?.[1]?.toLowerCase();
  if (name === undefined) return [`链接 ${address} 没有写协议`, '写成 https:// 开头的完整地址。'];
  if (name === 'mailto') return undefined;
  if (name !== 'http' && name !== 'https') return [`链接的协议「${name}:」不能用`, '只可以写 https:、http: 和 mailto: 的链接。'];
  return URL.canParse(address) ? undefined : [`链接 ${address} 不是完整的地址`, '写成 https:// 开头的完整地址。'];
}

function anchor(path: string, hash: string, { text, addresses }: Scope): Complaint | undefined {
  const anchors = addresses.get(path);
  const id = decodeAddress(hash);
  if (hash === '' || anchors === undefined || (id !== undefined && anchors.has(id))) return undefined;
  const where = path === `/${text.id}/` ? '本页' : `${path} `;
  const guess = nearest(id ?? hash, anchors);
  return [`${where}没有锚点「#${id ?? hash}」`,
    `${guess === undefined ? '' : `是不是「#${guess}」？`}锚点是标题的文字（空格换成 -，去掉标点）或 eq-、fig- 等标签的 id。`];
}

/** A path from `/`, without query: a page, a file of public/, a planned chapter, or nothing. */
function page(path: string, hash: string, scope: Scope): Complaint | undefined {
  const { addresses, entries, around } = scope;
  const id = path.replace(/^\/|\/$/g, '').replace(/\.mdx$/, '');
  if (addresses.has(path)) return anchor(path, hash, scope);
  if (around.publicFiles.has(decodeAddress(path.slice(1)) ?? '') || isUnread(id, around)) return undefined;
  if (entries.get(id)?.kind === 'planned') return [`链接指向还没有写成的章 ${id}`, `写成 <Chapter id="${id}" />。`];
  if (addresses.has(`/${id}/`)) {
    return [`链接 ${path} 不是页面的地址`, `写成 /${id}/${hash === '' ? '' : `#${hash}`}：页面的地址以 / 结尾。`];
  }
  return [`链接 ${path} 指向的页面不存在`,
    `${didYouMean(`/${id}/`, addresses.keys())}站内地址是 / 加章 id 加 /；提到别的章用 <Chapter id="…" />。`];
}

function relative(path: string, hash: string, { text, entries }: Scope): Complaint {
  const resolved = posix.join(posix.dirname(text.id), path).replace(/\.mdx?$|\/$/g, '');
  const end = hash === '' ? '' : `#${hash}`;
  const written = entries.get(resolved)?.kind === 'written';
  const hint = entries.has(resolved)
    ? `写成 <Chapter id="${resolved}" />${written ? `，或 /${resolved}/${end}` : ''}。`
    : '站内链接写成 / 开头的地址，例如 /llm/transformer/masks/；要给读者下载的文件放进 public。';
  return [`相对链接 ${path}${end} 在页面上会指错地方`, hint];
}

function complaint({ value }: Link, scope: Scope): Complaint | undefined {
  if (value === '') return ['链接没有地址', '在 ( ) 里写上地址，或去掉方括号。'];
  if (value.startsWith('//') || scheme.test(value)) return foreign(value);
  const [whole = '', hash = ''] = value.split('#', 2);
  const path = whole.replace(/\?.*$/s, '');
  if (path === '') return anchor(`/${scope.text.id}/`, hash, scope);
  return path.startsWith('/') ? page(path, hash, scope) : relative(path, hash, scope);
}

/** Every link leads to a page, and to a place on it, that exists; and says where it leads. */
export const links: Check = (book, around) => {
  const addresses = addressesOf(book, around);
  return textsOf(book).flatMap((text) => {
    const scope: Scope = { text, entries: book.entries, addresses, around };
    return text.facts.links.flatMap((link) => {
      const found = complaint(link, scope);
      return [
        ...(found === undefined ? [] : [issueIn(text.file, link, ...found)]),
        ...(link.text.trim() === '' ? [issueIn(text.file, link, `链接 ${link.value} 没有文字`, '在 [ ] 里写上点了会去哪里。')] : []),
      ];
    });
  });
};
