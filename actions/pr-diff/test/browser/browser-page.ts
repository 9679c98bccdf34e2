import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium, NO_CHROMIUM } from '../../../../scripts/find-chromium.ts';

/** Where the page is said to be; nothing of it leaves the machine. */
const ADDRESS = 'https://github.example/acme/shop/pull/7';
const STYLE = readFileSync(new URL('github.css', import.meta.url), 'utf8');

/** A page with a comment, and what it did besides. */
export interface ShownPage extends AsyncDisposable {
  readonly page: Page;
  /** The addresses that were asked for, the page's own left out. None was answered. */
  readonly requests: readonly string[];
  /** The words of the dialogs that were opened. */
  readonly dialogs: readonly string[];
}

/**
 * Starts the Chromium of this machine.
 * @throws Error without one, which says what to install
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium(process.env);
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath });
}

/** Opens a page with HTML as the body of a comment, in a window of this width. */
export async function showPage(browser: Browser, html: string, width = 900): Promise<ShownPage> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const requests: string[] = [];
  const dialogs: string[] = [];
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === ADDRESS)
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(html) });
    requests.push(url);
    return route.abort();
  });
  await page.goto(ADDRESS, { waitUntil: 'load' });
  return { page, requests, dialogs, [Symbol.asyncDispose]: () => context.close() };
}

function pageOf(html: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>comment</title><style>${STYLE}</style></head><body><div id="comment">${html}</div></body></html>`;
}
