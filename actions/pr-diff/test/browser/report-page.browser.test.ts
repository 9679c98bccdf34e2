import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { pageOf } from '../page/hostile-comment.ts';
import { HOSTILE_TEXTS } from '../page/hostile-texts.ts';
import { startBrowser } from './browser-page.ts';

let browser: Browser;
/** Long enough for a value to be shown below its sentence too, with slashes, behind which names may break. */
const PLAIN = 'some/text '.repeat(12);

let plain: Seen;
beforeAll(async () => {
  browser = await startBrowser();
  plain = await seen(await pageOf(PLAIN));
});
afterAll(() => browser.close());

/** What a browser sees of a page that was opened from disk, with every change opened. */
interface Seen {
  /** Its elements with the names of their attributes, each once. */
  readonly kinds: readonly string[];
  /** How many elements there are that could load or run something. */
  readonly active: number;
  /** The hosts that its links lead to. */
  readonly hosts: readonly string[];
  readonly isWide: boolean;
  /** Dialogs, requests, errors and whatever else it did. */
  readonly deeds: readonly string[];
}

const LOOK = `(() => {
  const all = [...document.querySelectorAll('*')];
  const kind = (element) => [element.localName, ...[...element.attributes].map(({ name }) => name).sort()].join(' ');
  const active = 'script, style, link, meta, img, iframe, object, embed, form, base, video, audio, template';
  return {
    kinds: [...new Set(all.map(kind))].sort(),
    active: document.querySelectorAll(active).length,
    hosts: [...new Set([...document.links].map(({ href }) => new URL(href).host))].sort(),
    isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
})()`;

async function seen(html: string): Promise<Seen> {
  const folder = await mkdtemp(join(tmpdir(), 'api-diff-page-'));
  const file = join(folder, 'report.html');
  await writeFile(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  try {
    const page = await context.newPage();
    const deeds: string[] = [];
    page.on('dialog', (dialog) => {
      deeds.push(dialog.message());
      return dialog.dismiss();
    });
    page.on('console', (message) => deeds.push(message.text()));
    page.on('pageerror', ({ message }) => deeds.push(message));
    await context.route('**/*', (route) => {
      if (route.request().url() === url) return route.continue();
      deeds.push(route.request().url());
      return route.abort();
    });
    await page.goto(url);
    // As on paper, so that every change is there, wherever it stands.
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.evaluate("for (const head of document.querySelectorAll('.card-head')) head.click()");
    await page.locator('.card:last-child .details').last().waitFor();
    await page.locator('.operation-field input').focus();
    return { ...(await page.evaluate<Omit<Seen, 'deeds'>>(LOOK)), deeds };
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

describe('the page of a report in a browser', () => {
  test('given a harmless document, then the page does nothing but what it is for', () => {
    expect(plain).toMatchObject({ isWide: false, deeds: [], hosts: ['', 'github.com', 'github.example'] });
    expect(plain.kinds.length).toBeGreaterThan(40);
  });

  test.each(Object.entries(HOSTILE_TEXTS))(
    'given %s in every string, then it makes no element that a harmless document doesn’t, and does nothing',
    async (_, text) => {
      const { kinds, active, hosts, isWide, deeds } = await seen(await pageOf(text));

      expect(kinds.filter((kind) => !plain.kinds.includes(kind))).toEqual([]);
      expect({ active, hosts, isWide, deeds }).toEqual({
        active: plain.active,
        hosts: plain.hosts,
        isWide: false,
        deeds: [],
      });
    },
  );
});
