import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { answers, documentOf, objectOf, pageOf, renderReport, shopPage } from '../support/shop.ts';
import { openPage, startBrowser } from './open-page.ts';

/** The part of axe-core's result that is looked at: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md */
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let shop: string;
beforeAll(async () => {
  browser = await startBrowser();
  const page = await shopPage();
  shop = renderReport({
    ...page,
    notes: ['A note.'],
    subject: { text: 'Pull request 7', url: 'https://github.example/7' },
  });
});
afterAll(() => browser.close());

/** What axe-core finds in the page as it is now. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<readonly Violation[]>('axe.run().then(({ violations }) => violations)');
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

function isWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}

const WIDTHS = [360, 768, 1440];
const THEMES = ['light', 'dark'] as const;
const SIZES = WIDTHS.flatMap((width) => THEMES.map((colorScheme) => ({ width, colorScheme })));

describe('the look of a report', () => {
  test.each(SIZES)(
    'given a window of $width pixels and a $colorScheme theme, then it is accessible and never scrolls sideways',
    async ({ width, colorScheme }) => {
      await using opened = await openPage(browser, shop, { colorScheme, viewport: { width, height: 800 } });
      const { page } = opened;
      expect(await violations(page)).toEqual([]);
      expect(await isWide(page)).toBe(false);
      for (const card of await page.locator('.card-head').all()) await card.click();
      await page.getByRole('button', { name: 'Breaking 2' }).click();
      expect(await violations(page)).toEqual([]);
      expect(await isWide(page)).toBe(false);
      await page.keyboard.press('?');
      expect(await violations(page)).toEqual([]);
    },
  );

  test('given names that are longer than a narrow window, then it never scrolls sideways', async () => {
    const name = 'a_very_long_name_without_any_place_to_break_it_'.repeat(5);
    const version = (type: string) =>
      documentOf({ [`/${name}`]: { get: answers(objectOf({ [name]: { type } })) } });
    const page = await pageOf(version('number'), version('string'), `specs/${name}.json`);
    await using opened = await openPage(browser, renderReport(page), {
      viewport: { width: 360, height: 700 },
    });
    await opened.page.locator('.card-head').click();

    expect(await isWide(opened.page)).toBe(false);
  });
});
