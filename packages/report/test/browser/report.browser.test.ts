import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { manyChanges, pageOf, publicApi, renderReport, shopPage } from '../support/shop.ts';
import { causes, openPage, startBrowser } from './open-page.ts';

let browser: Browser;
let shop: string;
let fingerprints: readonly string[];
beforeAll(async () => {
  browser = await startBrowser();
  const page = await shopPage();
  shop = renderReport(page);
  fingerprints = page.report.changes.map(({ fingerprint }) => fingerprint);
});
afterAll(() => browser.close());

/** The cause of the change that has the focus; null where none has. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate<string | null>(
    "document.activeElement.closest('.card-head')?.querySelector('.cause').textContent ?? null",
  );
}

function ground(page: Page): Promise<string> {
  return page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
}

const LIGHT = 'rgb(248, 248, 246)';
const DARK = 'rgb(18, 19, 21)';

describe('a report that is opened from disk', () => {
  test('given no network, then it says the verdict, the counts and the groups, complains of nothing and asks for nothing', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;

    expect(await page.locator('h1').textContent()).toBe('2 breaking changes');
    expect(await page.locator('.facts').textContent()).toBe(
      '1 warning · 2 safe changes · 5 operations touched · 2 of 3 API groups changed',
    );
    expect(await page.locator('.groups tbody tr').allTextContents()).toEqual([
      'Book Shop / Public API211',
      'Book Shop / Private API––1',
    ]);
    expect(await causes(page)).toHaveLength(5);
    expect(opened.complaints).toEqual([]);
    expect(opened.requests).toEqual([]);
  });

  test('given scripts, handlers, styles and markup that get into the page all the same, then its policy stops them', async () => {
    await using opened = await openPage(browser, shop);
    const { page, complaints, requests } = opened;
    await page.evaluate(`for (const [name, key, value] of [
      ['script', 'textContent', 'window.ran = 1'],
      ['script', 'src', 'https://evil.example/x.js'],
      ['style', 'textContent', 'body { display: none }'],
      ['img', 'src', 'https://evil.example/x.png'],
      ['iframe', 'src', 'https://evil.example/'],
    ]) {
      const element = document.createElement(name);
      try { element[key] = value; } catch { continue; }
      document.body.append(element);
    }`);
    await page.evaluate(`try { document.body.innerHTML = '<b>x</b>'; } catch {}`);
    await page.evaluate(`const link = document.createElement('a'); document.body.append(link);
      link.href = 'javascript:window.ran = 1'; link.click();
      try { link.setAttribute('onclick', 'window.ran = 1'); } catch {}
      link.click();`);
    await page.waitForTimeout(50);

    expect(await page.evaluate('window.ran ?? null')).toBeNull();
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(requests).toEqual([]);
    expect(complaints.length).toBeGreaterThan(3);
    expect(
      complaints.filter((text) => !/Content Security Policy|TrustedHTML|TrustedScript/.test(text)),
    ).toEqual([]);
  });

  test('given a change that is opened, then its proof, both schemas with the change marked, and its operations are there', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;
    await page.getByRole('button', { name: /price.*became text/ }).click();
    const card = page.locator('.card.open');

    expect(await card.locator('.message').textContent()).toContain('`price`'.replaceAll('`', ''));
    expect(await card.locator('.sides del').allTextContents()).toEqual(['number']);
    expect(await card.locator('.sides ins').allTextContents()).toEqual(['string']);
    expect(await card.locator('tr.row-changed, tr.row-added, tr.row-removed').count()).toBe(1);
    expect(await card.locator('.operations li').allTextContents()).toEqual([
      'GET /book',
      'GET /book/{book_id}',
    ]);
    expect(await card.locator('.check a').getAttribute('href')).toBe(
      'https://checks.example/response-property-type-changed',
    );
    await page.getByRole('button', { name: /price.*became text/ }).click();
    expect(await page.locator('.details').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  test('given a report without a change, then it says so and has no list', async () => {
    const same = publicApi({}, {});
    await using opened = await openPage(browser, renderReport(await pageOf(same, same)));

    expect(await opened.page.locator('h1').textContent()).toBe('No change');
    expect(await opened.page.locator('#changes').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});

describe('the filters', () => {
  test('given a level, then its changes are shown, and those of a second one beside them', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;
    await page.getByRole('button', { name: 'Breaking 2' }).click();
    expect(await page.locator('.level h2').allTextContents()).toEqual(['Breaking 2']);
    await page.getByRole('button', { name: 'Warning 1' }).click();
    expect(await page.locator('.level h2').allTextContents()).toEqual(['Breaking 2', 'Warnings 1']);
    expect(await page.getByRole('status').textContent()).toBe('3 of 5 changes');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await page.getByRole('status').textContent()).toBe('5 changes');
  });

  test('given a group, by its row or by the list, then its changes are shown', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;
    const row = page.getByRole('row').getByRole('button', { name: 'Book Shop / Private API' });
    await row.click();
    expect(await causes(page)).toEqual(['PUT /sales is new']);
    await row.click();
    expect(await causes(page)).toHaveLength(5);
    await page.getByRole('combobox', { name: 'API group' }).selectOption('Book Shop / Public API');
    expect(await causes(page)).toHaveLength(4);
  });

  test('given an operation, typed or chosen in a change, then what touches it is shown', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;
    await page.getByLabel('Operation', { exact: true }).fill('post /ord');
    expect(await causes(page)).toEqual(['A request now needs currency']);
    await page.getByLabel('Operation', { exact: true }).fill('');
    await page.getByRole('button', { name: /became text/ }).click();
    await page.locator('.operations').getByRole('button', { name: 'GET /book/{book_id}' }).click();
    expect(await page.getByLabel('Operation', { exact: true }).inputValue()).toBe('GET /book/{book_id}');
    expect(await causes(page)).toHaveLength(2);
  });

  test.each([
    ['words of the cause', 'TEXT became', 1],
    ['an operation', '/review', 1],
    ['a check', 'enum-value-added', 1],
    ['a group', 'private', 1],
    ['nothing that is there', 'no such thing', 0],
  ])('given %s, then what holds it is found', async (_, text, count) => {
    await using opened = await openPage(browser, shop);
    await opened.page.getByRole('searchbox', { name: /Search/ }).fill(text);

    expect(await causes(opened.page)).toHaveLength(count);
    expect(await opened.page.getByText('No change matches these filters.').count()).toBe(count === 0 ? 1 : 0);
  });
});

describe('a link to a change', () => {
  test('given its fingerprint at the start, then the change is open, seen and in focus', async () => {
    await using opened = await openPage(browser, shop, { hash: `#${fingerprints[1]}` });
    const { page } = opened;

    expect(await page.locator('.card.open').getAttribute('id')).toBe(fingerprints[1]);
    expect(await focused(page)).toBe('A request now needs currency');
    await page.getByRole('button', { name: 'Copy link' }).click();
    expect(page.url()).toBe(`${opened.url}#${fingerprints[1]}`);
  });

  test('given one that filters hide, when the address changes, then they give way', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;
    await page.getByRole('button', { name: 'Safe 2' }).click();
    await page.evaluate(`location.hash = '${fingerprints[0]}'`);
    await page.locator('.card.open').waitFor();

    expect(await page.locator('.card.open').getAttribute('id')).toBe(fingerprints[0]);
    expect(await causes(page)).toHaveLength(5);
  });

  test('given one that leads nowhere, then the page is as without it', async () => {
    await using opened = await openPage(browser, shop, { hash: '#0123456789abcdef' });

    expect(await opened.page.locator('.card.open').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('given j, k, arrows, o and Enter, then they walk through the changes and open them', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;
    const [first, second, third] = await causes(page);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(third);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(second);
    await page.keyboard.press('o');
    expect(await page.locator('.card.open .cause').textContent()).toBe(second);
    await page.keyboard.press('Enter');
    expect(await page.locator('.card.open').count()).toBe(0);
  });

  test('given / , then what is typed is searched for, and keys do nothing else meanwhile', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.type('jox');
    expect(await page.getByRole('searchbox', { name: /Search/ }).inputValue()).toBe('jox');
    expect(await focused(page)).toBe(null);
  });

  test('given 1, x and ?, then they filter, clear and help, and Escape closes the help', async () => {
    await using opened = await openPage(browser, shop);
    const { page } = opened;
    await page.keyboard.press('1');
    expect(await causes(page)).toHaveLength(2);
    await page.keyboard.press('x');
    expect(await causes(page)).toHaveLength(5);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
  });
});

describe('the theme', () => {
  test.each([
    ['light' as const, LIGHT],
    ['dark' as const, DARK],
  ])('given a system that is %s, then so is the page', async (colorScheme, expected) => {
    await using opened = await openPage(browser, shop, { colorScheme });
    expect(await ground(opened.page)).toBe(expected);
  });

  test('given a theme that is chosen, then it wins over the system, and stays', async () => {
    await using opened = await openPage(browser, shop, { colorScheme: 'light' });
    const { page } = opened;
    await page.getByRole('button', { name: 'Theme: Auto' }).click();
    await page.getByRole('button', { name: 'Theme: Light' }).click();
    expect(await ground(page)).toBe(DARK);
    await page.reload();
    expect(await ground(page)).toBe(DARK);
    await page.keyboard.press('t');
    await page.getByRole('button', { name: 'Theme: Auto' }).waitFor();
    expect(await ground(page)).toBe(LIGHT);
  });
});

describe('a report of many changes', () => {
  test('given 3,000, then a few are rendered, and others when they are come to', async () => {
    await using opened = await openPage(browser, renderReport(await manyChanges(3_000)));
    const { page } = opened;
    const cards = page.locator('.card');
    expect(await page.getByRole('status').textContent()).toBe('3,000 changes');
    expect(await cards.count()).toBeLessThan(150);
    await page.keyboard.press('End');
    await page.locator('.card').filter({ hasText: '/thing/999 ' }).first().waitFor();
    expect(await cards.count()).toBeLessThan(300);
    await page.getByRole('searchbox', { name: /Search/ }).fill('/thing/1234');
    expect(await causes(page)).toHaveLength(1);
    expect(opened.complaints).toEqual([]);
  });

  test('given a link to one of them, then it is there', async () => {
    const many = await manyChanges(600);
    const last = many.report.changes.at(-1);
    await using opened = await openPage(browser, renderReport(many), { hash: `#${last?.fingerprint}` });
    const { page } = opened;

    expect(await page.locator('.card.open .cause').textContent()).toBe(
      last?.cause.replaceAll('`', '').replace(/^p/, 'P'),
    );
    expect(
      await page.evaluate<boolean>(
        "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('.card.open').getBoundingClientRect())",
      ),
    ).toBe(true);
  });

  test('given paper, then all of them are on it, in light colours, and nothing to press', async () => {
    await using opened = await openPage(browser, renderReport(await manyChanges(200)), {
      colorScheme: 'dark',
    });
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");

    expect(await page.locator('.card').count()).toBe(200);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.evaluate<string>("getComputedStyle(document.querySelector('h1')).color")).toBe(
      'rgb(26, 27, 30)',
    );
  });
});
