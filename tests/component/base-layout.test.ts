import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, test } from 'vitest';
import BaseLayout from '../../src/layouts/BaseLayout.astro';
import { tags } from './render.ts';

const page = { title: '掩码', description: '一句话。', path: '/llm/transformer/masks/', image: '/og/llm/transformer/masks.png' };

async function html(props: Record<string, unknown>): Promise<string> {
  const container = await AstroContainer.create({ astroConfig: { site: 'https://example.org' } });
  return container.renderToString(BaseLayout, { props: { ...page, ...props }, slots: { default: '<main id="main"></main>' } });
}

describe('the head of a page', () => {
  let head = '';
  beforeAll(async () => {
    head = (await html({ data: [{ name: '</script>' }] })).split('</head>')[0] ?? '';
  });

  test('names the page and its one address, below the base', () => {
    expect(head).toContain('<title>掩码 · Daily DeepLearning</title>');
    expect(head).toContain('<link rel="canonical" href="https://example.org/book/llm/transformer/masks/">');
    expect(head).toContain('<meta property="og:image" content="https://example.org/book/og/llm/transformer/masks.png">');
  });

  test('fetches the styles first, and sets the scheme before anything is painted', () => {
    const script = head.indexOf('<script src="/book/theme.js"></script>');
    const styles = head.indexOf('rel="stylesheet"');
    expect(styles).toBeGreaterThan(0);
    expect(script).toBeGreaterThan(styles);
  });

  test('has no code of its own inline', () => {
    const inline = tags(head, 'script').filter((tag) => !tag.includes(' src='));
    expect(inline).toHaveLength(1);
    expect(inline[0]).toContain('application/ld+json');
    expect(head).toContain(String.raw`{"name":"\u003c/script>"}`);
  });

  test('a page that is not listed has no canonical address', async () => {
    const unlisted = await html({ unlisted: true });
    expect(unlisted).toContain('content="noindex"');
    expect(unlisted).not.toContain('rel="canonical"');
  });
});

test('the first thing to focus leads to the text', async () => {
  expect(tags((await html({})).split('<body')[1] ?? '', 'a')[0]).toMatch(/class="skip-link" href="#main"/);
});
