import { posix } from 'node:path';
import { didYouMean } from '../lib/nearest.ts';
import type { Image } from '../markdown/facts.ts';
import { eachText, issueIn, type Surroundings, type Text } from './check.ts';
import { decodeAddress } from './addresses.ts';

type Complaint = readonly [message: string, hint: string];

function fileComplaint({ id }: Text, { url }: Image, { files, publicFiles }: Surroundings): Complaint | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) {
    return [`图片 ${url} 在别的网站上`, '下载到章文件旁边，用相对路径引用：页面不向第三方发请求。'];
  }
  const path = decodeAddress(url.replace(/[?#].*$/s, ''));
  const isPublic = url.startsWith('/');
  const place = isPublic ? path?.slice(1) ?? '' : posix.join(posix.dirname(id), path ?? '');
  const known = isPublic ? publicFiles : files;
  if (path !== undefined && known.has(place)) return undefined;
  return [`图片文件 ${path === undefined ? url : `${isPublic ? 'public' : 'content'}/${place}`} 不存在`,
    `${didYouMean(place, known.keys())}核对文件名（区分大小写）；相对路径从章文件所在的文件夹算起，以 / 开头的从 public 算起。`];
}

/** Every picture exists and says in words what is to be seen. */
export const images = eachText((text, _book, around) => text.facts.images.flatMap((image) => {
  const missing = fileComplaint(text, image, around);
  return [
    ...(missing === undefined ? [] : [issueIn(text.file, image, ...missing)]),
    ...(image.alt.trim() === '' ? [issueIn(text.file, image, `图片 ${image.url} 没有替代文字`,
      '在 ![ ] 里用一句话说出图上看得到什么，看不见图的读者靠它。')] : []),
  ];
}));
