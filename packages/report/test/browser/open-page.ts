import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium, NO_CHROMIUM } from '../../../../scripts/find-chromium.ts';

/** A page that was opened from disk, and what it did besides. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  readonly url: string;
  /** What it wrote to the console, and the errors that nothing caught. */
  readonly complaints: readonly string[];
  /** What it asked for besides itself. Nothing was answered. */
  readonly requests: readonly string[];
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

/** Writes HTML to a file and opens that, with nothing to be had from anywhere else. */
export async function openPage(
  browser: Browser,
  html: string,
  { hash = '', ...options }: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'xano-specs-page-'));
  const file = join(folder, 'report.html');
  await writeFile(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  await context.route('**/*', (route) => {
    if (route.request().url().split('#')[0] === url) return route.continue();
    requests.push(route.request().url());
    return route.abort();
  });
  await page.goto(url + hash);
  const close = async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { page, url, complaints, requests, [Symbol.asyncDispose]: close };
}

/** The causes of the changes that are shown. */
export function causes(page: Page): Promise<string[]> {
  return page.locator('.cause').allTextContents();
}
