import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { isWide, SIZES, violations } from '../../../report/test/browser/looks.ts';
import { startBrowser } from '../../../report/test/browser/open-page.ts';
import { build, MemoryFolder } from '../support/memory-site.ts';
import { SHOP } from '../support/shop.ts';
import { open, type ServedSite, serve } from './serve.ts';

const GROUP = 'apis/shop/book-shop/public-api';
const folder = new MemoryFolder();

let browser: Browser;
let site: ServedSite;
let report: string;
beforeAll(async () => {
  browser = await startBrowser();
  await build(SHOP, folder);
  report = [...folder.files.keys()].find((path) => path.startsWith(`${GROUP}/changes/2.0.0`)) ?? '';
  site = await serve(folder.files);
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** Every kind of page, by its path. */
function pages(): Record<string, string> {
  return {
    'the first page': 'index.html',
    'a reference': `${GROUP}/index.html`,
    'an open operation': `${GROUP}/index.html#post-book`,
    'the versions': `${GROUP}/versions.html`,
    'a report': report,
    'the week': 'week.html',
    'the search': 'search.html?q=book',
  };
}

function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allTextContents();
}

describe('every page of a site', () => {
  test.each(Object.keys(pages()))(
    'given %s below a path of a server, then it complains of nothing and asks for nothing outside the site',
    async (name) => {
      await using opened = await open(browser, site, pages()[name] ?? '');
      await opened.page.locator('h1').first().waitFor({ state: 'attached' });

      expect(await opened.page.title()).not.toBe('');
      expect({ complaints: opened.complaints, strays: opened.strays }).toEqual({
        complaints: [],
        strays: [],
      });
    },
  );

  test.each(SIZES)(
    'given a window of $width pixels and a $colorScheme theme, then each is accessible and never scrolls sideways',
    async ({ width, colorScheme }) => {
      for (const path of Object.values(pages())) {
        await using opened = await open(browser, site, path, {
          colorScheme,
          viewport: { width, height: 800 },
        });
        const { page } = opened;
        await page.locator('h1').first().waitFor({ state: 'attached' });
        expect([path, await violations(page)]).toEqual([path, []]);
        expect([path, await isWide(page)]).toEqual([path, false]);
      }
    },
  );

  test('given no server but files on a disk, then pages work, and so does the search of a small site', async () => {
    const disk = await mkdtemp(join(tmpdir(), 'xano-specs-site-'));
    const context = await browser.newContext({ offline: true });
    try {
      for (const [path, text] of folder.files) {
        await mkdir(dirname(join(disk, path)), { recursive: true });
        await writeFile(join(disk, path), text);
      }
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(pathToFileURL(join(disk, 'index.html')).href);
      await page.getByRole('link', { name: 'Public API' }).click();
      await page.getByRole('link', { name: '7 versions' }).click();
      await page.getByRole('link', { name: '2.0.0' }).click();
      expect(await page.locator('h1').textContent()).toBe('3 breaking changes');
      await page.goto(pathToFileURL(join(disk, 'search.html')).href);
      await page.locator('input:focus').waitFor();
      await page.keyboard.type('review');
      await page.locator('.hit').first().waitFor();
      expect(await texts(page, '.hit .path')).toEqual(['/review']);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
      await rm(disk, { recursive: true, force: true });
    }
  });
});

describe('the way through a site', () => {
  test('given the first page, then it leads to a group, its versions, a report, and back', async () => {
    await using opened = await open(browser, site, 'index.html');
    const { page } = opened;
    await page.getByRole('searchbox').fill('public');
    expect(await texts(page, '.list tbody th[scope=row]')).toEqual(['Public API']);
    await page.getByRole('link', { name: 'Public API' }).click();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('h1').textContent()).toBe('Public API');
    await page.getByRole('link', { name: '7 versions' }).click();
    await page.locator('.version-name').first().waitFor();
    expect(await texts(page, '.list tbody .version-name')).toEqual([
      '2.0.1',
      '2.0.0',
      '1.3.0',
      '1.2.0',
      '1.1.1',
      '1.1.0',
      '1.0.0',
    ]);
    await page.getByRole('link', { name: '2.0.0' }).click();
    await page.locator('.cause').first().waitFor();
    expect(await texts(page, '.cause')).toHaveLength(3);
    await page.getByRole('link', { name: 'Public API' }).click();
    expect(page.url()).toBe(`${site.url}${GROUP}/versions.html`);
    await page.getByRole('link', { name: 'API catalogue' }).click();
    expect(page.url()).toBe(`${site.url}index.html`);
  });

  test('given the chart, then it says in words what it draws', async () => {
    await using opened = await open(browser, site, `${GROUP}/versions.html`);
    const charts = opened.page.getByRole('img');

    expect(await charts.count()).toBe(3);
    expect(await charts.first().getAttribute('aria-label')).toBe(
      'Operations: 6. From 1.0.0, 2 Sep 2026: 4 operations to 2.0.1, 25 Nov 2026: 6 operations',
    );
    expect(await charts.nth(1).locator('title').allTextContents()).toEqual([
      '1.2.0, 19 Oct 2026: 1 breaking change',
      '2.0.0, 20 Nov 2026: 3 breaking changes',
    ]);
  });

  test('given the week, then it tells each change with its cause', async () => {
    await using opened = await open(browser, site, 'week.html');
    const { page } = opened;

    expect(await texts(page, '.day > h2')).toEqual(['25 Nov 2026', '23 Nov 2026', '20 Nov 2026']);
    await page.getByRole('link', { name: 'Breaking: 3 breaking' }).click();
    expect(page.url()).toBe(site.url + report);
  });
});

describe('the keys', () => {
  test.each([
    ['index.html', ['Sign-in', 'Back office']],
    ['week.html', ['shop / Book Shop / Public API', 'shop / Book Shop / Payments']],
    [`${GROUP}/versions.html`, ['2.0.1', '2.0.0']],
    [`${GROUP}/index.html`, ['GET/book', 'POST/book']],
    ['search.html?q=book', ['GET/book', 'POST/book']],
  ])(
    'given j and k on %s, then the focus goes from one entry to the next, and back',
    async (path, [first = '', second = '']) => {
      await using opened = await open(browser, site, path);
      const { page } = opened;
      await page.locator('.to-group, .version-name, .card-head, .hit').first().waitFor();
      await page.evaluate('document.activeElement.blur()');
      const focused = async (keys: string) => {
        for (const key of keys) await page.keyboard.press(key);
        return page.evaluate<string>('document.activeElement.textContent');
      };

      const [one, two] = [expect.stringContaining(first), expect.stringContaining(second)];
      expect([await focused('j'), await focused('j'), await focused('jkk'), await focused('k')]).toEqual([
        one,
        two,
        one,
        one,
      ]);
    },
  );
});

describe('a reference', () => {
  test('given an operation that is opened, then it shows what a caller must know, and parts open in turn', async () => {
    await using opened = await open(browser, site, `${GROUP}/index.html`);
    const { page } = opened;
    await page.getByRole('button', { name: 'GET /book/{book_id}' }).click();
    const card = page.locator('.card.open');
    expect(await card.locator('.part-line > .part').first().textContent()).toMatch(
      /^book_idintegerin pathrequiredat least 1$/,
    );
    await card.getByRole('button', { name: 'author' }).click();
    await card.getByRole('button', { name: 'books' }).click();
    expect(await card.locator('.parts-inner .parts-inner .part-name').first().textContent()).toBe('id');
    await page.getByRole('button', { name: 'Close all' }).click();
    expect(await page.locator('.details').count()).toBe(0);
  });

  test('given a link to an operation, then it is open, seen and in focus', async () => {
    await using opened = await open(browser, site, `${GROUP}/index.html#post-order`);
    const { page } = opened;
    await page.locator('#head-post-order:focus').waitFor();

    expect(await page.locator('.card.open').getAttribute('id')).toBe('post-order');
    await page.evaluate("location.hash = 'get-review'");
    await page.locator('#head-get-review:focus').waitFor();
  });

  test('given the filter and keys, then operations are found and walked through', async () => {
    await using opened = await open(browser, site, `${GROUP}/index.html`);
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.type('delete boo');
    expect(await texts(page, '.card .path bdi')).toEqual(['/book/{book_id}']);
    expect(await page.getByRole('status').textContent()).toBe('1 operation');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').blur();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    expect(await page.locator('.card.open').getAttribute('id')).toBe('get-book');
  });
});

describe('the search', () => {
  test('given words, then operations of all groups are found, and Enter leads to one', async () => {
    await using opened = await open(browser, site, 'index.html');
    const { page } = opened;
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('post bo');
    await page.getByRole('status').getByText('1 operation', { exact: true }).waitFor();
    expect(await texts(page, '.hit .path')).toEqual(['/book']);
    expect(page.url()).toBe(`${site.url}search.html?q=post%20bo`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#head-post-book:focus').waitFor();
    await page.goBack();
    expect(await page.getByRole('searchbox').inputValue()).toBe('post bo');
  });

  test('given the name of a group, or words that nothing has, then the page says so', async () => {
    await using opened = await open(browser, site, 'search.html?q=stock');
    const { page } = opened;
    expect(await texts(page, '.hit-groups a')).toEqual(['warehouse / Stock / Stock']);
    await page.getByRole('searchbox').fill('nothing such');
    expect(await page.getByRole('status').textContent()).toBe('0 operations');
  });

  test('given many operations, then only the parts of the index that may match are read', async () => {
    const large = new MemoryFolder();
    const paths = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, index) => [
        `/thing${index}/of/${index % 2 === 0 ? 'wood' : 'stone'}`,
        { get: { summary: 'Query all records of this kind', responses: {} } },
      ]),
    );
    const text = JSON.stringify({ openapi: '3.0.3', info: { title: 'x', version: '1' }, paths });
    await build(
      [{ at: '2026-11-01T00:00:00Z', groups: { 'a/b/c.json': { id: 1, name: 'C', text } } }],
      large,
    );
    await using served = await serve(large.files);
    await using opened = await open(browser, served, 'search.html');
    const asked: string[] = [];
    opened.page.on('request', (request) => asked.push(request.url().slice(served.url.length)));
    await opened.page.locator('input:focus').waitFor();
    await opened.page.keyboard.type('thing2999 stone');
    await opened.page.locator('.hit').first().waitFor();

    expect(await texts(opened.page, '.hit .path')).toEqual(['/thing2999/of/stone']);
    expect(asked.length).toBeLessThan(12);
    expect(asked.every((path) => path.startsWith('search/'))).toBe(true);
    expect(opened.complaints).toEqual([]);
  });
});

describe('the theme of a site', () => {
  test('given one that is chosen on a page, then every other page has it, reports too', async () => {
    await using opened = await open(browser, site, 'index.html', { colorScheme: 'light' });
    const { page } = opened;
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(248, 248, 246)');
    await page.keyboard.press('t');
    await page.keyboard.press('t');
    for (const path of Object.values(pages())) {
      await page.goto(site.url + path);
      expect(await ground()).toBe('rgb(18, 19, 21)');
    }
  });
});
