import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  xml: 'application/atom+xml',
};

/** The path below which the site lies, as on the pages of a repository. */
const BASE = '/specs/';

/** A site that is served, as a web server of plain files does. */
export interface ServedSite extends AsyncDisposable {
  /** Its address, which ends with `/`. */
  readonly url: string;
}

/** Serves files on loopback. */
export async function serve(files: ReadonlyMap<string, string>): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const path = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : '';
    const text = files.get(path);
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? '' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${BASE}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page of a site that was opened, and what it did besides. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** What it wrote to the console, dialogs, and errors that nothing caught. */
  readonly complaints: readonly string[];
  /** What it asked for from anywhere but the site. Nothing was answered. */
  readonly strays: readonly string[];
}

/** Opens a page of a site, with nothing to be had from anywhere else. */
export async function open(
  browser: Browser,
  { url }: ServedSite,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strays: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    return dialog.dismiss();
  });
  await context.route('**/*', (route) => {
    if (route.request().url().startsWith(url)) return route.continue();
    strays.push(route.request().url());
    return route.abort();
  });
  await page.goto(url + path);
  return { page, complaints, strays, [Symbol.asyncDispose]: () => context.close() };
}
