/**
 * `npm run links:external`: every link of the built site (`dist`) that leads elsewhere, with its HTTP status and the pages that
 * name it. Exits with 1 when one is broken; without a network it only lists. Not part of the tests: other sites come and go.
 */
import { ask, externalLinks, reached, type Answer } from './external-links.ts';
import { builds, builtPages } from './built.ts';
import { siteOrigin } from './origin.ts';

const [root] = builds;
if (root === undefined) throw new Error('没有构建好的站点：先运行 npm run build。');
const links = externalLinks(builtPages(root), siteOrigin(root));
const answers = new Map<string, Answer>();
const rest = [...links];
/** Politely few at once. */
await Promise.all(Array.from({ length: 6 }, async () => {
  for (let link = rest.pop(); link !== undefined; link = rest.pop()) answers.set(link.address, await ask(link.address));
}));
const connected = reached([...answers.values()]);
/** Hosts that turn programs away say so with these; a reader's browser may well get in. */
const refusals: readonly Answer[] = [401, 403, 405, 406, 418, 429, 503, 999];
const broken = (answer: Answer | undefined): boolean => typeof answer === 'string' || (typeof answer === 'number' && answer >= 400 && !refusals.includes(answer));
for (const { address, pages } of links) {
  const answer = answers.get(address) ?? '没有回答';
  console.log(`${connected ? `${broken(answer) ? '✗' : '✓'} ${answer}` : '?'}  ${address}\n      ${pages.join('、')}`);
}
const failures = links.filter(({ address }) => broken(answers.get(address)));
console.log(connected
  ? `\n${links.length} 个外部链接，${failures.length} 个打不开。`
  : `\n${links.length} 个外部链接。没有一个站点可以连上，看来这里没有网络：只列出，没有检查。`);
process.exit(connected && failures.length > 0 ? 1 : 0);
