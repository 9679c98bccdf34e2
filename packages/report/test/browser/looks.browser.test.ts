import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { answers, documentOf, objectOf, pageOf, renderReport, shopPage } from '../support/shop.ts';
import { isWide, SIZES, violations } from './looks.ts';
import { openPage, startBrowser } from './open-page.ts';

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
