import { expect, test as base, type Page } from '@playwright/test';

/** What a page must not do, collected while it is used. */
export interface Watched {
  readonly page: Page;
  /** Console messages, exceptions and failed requests. */
  readonly troubles: string[];
  /** Addresses outside the site. */
  readonly strangers: string[];
}

/** The address by which a test asks for the 404 page. */
const missing = '/no-such-page';

function watch(page: Page, origin: string): Watched {
  const troubles: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (!message.location().url.includes(missing)) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left cancels what it had not finished loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().includes(missing)) troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) strangers.push(request.url());
  });
  return { page, troubles, strangers };
}

/** Every test that uses `page` also asserts a silent console and no request to another origin. */
export const test = base.extend<{ readonly watched: Watched }>({
  watched: [async ({ page, baseURL }, use) => {
    const watched = watch(page, new URL(baseURL ?? '').origin);
    await use(watched);
    expect(watched.troubles).toEqual([]);
    expect(watched.strangers).toEqual([]);
  }, { auto: true }],
});

export { expect };
