import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { documentOf } from '../../../../actions/pr-diff/test/page/hostile-document.ts';
import { HOSTILE_TEXTS } from '../../../../actions/pr-diff/test/page/hostile-texts.ts';
import { startBrowser } from '../../../report/test/browser/open-page.ts';
import { build, MemoryFolder } from '../support/memory-site.ts';
import { open, serve } from './serve.ts';

/** What a browser sees of the pages of a site, with everything opened. */
interface Seen {
  /** Their elements with the names of their attributes, each once. */
  readonly kinds: readonly string[];
  /** The elements that could load or run something. */
  readonly active: readonly number[];
  /** The hosts that links lead to. */
  readonly hosts: readonly string[];
  /** Pages that scroll sideways. */
  readonly wide: readonly string[];
  /** Dialogs, requests, errors and whatever else they did. */
  readonly deeds: readonly string[];
}

const LOOK = `(() => {
  const all = [...document.querySelectorAll('*')];
  const kind = (element) => [element.localName, ...[...element.attributes].map(({ name }) => name).sort()].join(' ');
  const active = 'script, style, link, meta, img, iframe, object, embed, form, base, video, audio, template';
  return {
    kinds: all.map(kind),
    active: document.querySelectorAll(active).length,
    hosts: [...document.links].map(({ href }) => new URL(href).hostname),
    isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
})()`;

const PATH = 'shop/shop/api.json';

async function seen(text: string): Promise<Seen> {
  const { base, head } = documentOf(text);
  const group = { id: 1, name: text, workspace: [1, text] as const, instance: text };
  const folder = new MemoryFolder();
  await build(
    [
      { at: '2026-11-01T00:00:00Z', groups: { [PATH]: { ...group, text: base } } },
      { at: '2026-11-02T00:00:00Z', groups: { [PATH]: { ...group, text: head } } },
    ],
    folder,
    { title: text.slice(0, 500) },
  );
  await using site = await serve(folder.files);
  const pages = [...folder.files.keys()].filter((path) => path.endsWith('.html'));
  const looks = [];
  await using opened = await open(browser, site, 'index.html', { viewport: { width: 360, height: 780 } });
  const { page, complaints, strays } = opened;
  for (const path of pages) {
    await page.goto(`${site.url}${path}${path === 'search.html' ? '?q=x' : ''}`);
    await page.locator('main').waitFor();
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const heads = await page.locator('.card-head').count();
    await page.evaluate("for (const head of document.querySelectorAll('.card-head')) head.click()");
    if (heads > 0) await page.locator('.card:last-child .details').last().waitFor();
    await page.evaluate("for (const part of document.querySelectorAll('.part-open')) part.click()");
    looks.push({ path, ...(await page.evaluate<Look>(LOOK)) });
  }
  return {
    kinds: [...new Set(looks.flatMap(({ kinds }) => kinds))].sort(),
    active: looks.map(({ active }) => active),
    hosts: [...new Set(looks.flatMap(({ hosts }) => hosts))].sort(),
    wide: looks.filter(({ isWide }) => isWide).map(({ path }) => path),
    deeds: [...complaints, ...strays],
  };
}

interface Look {
  readonly kinds: readonly string[];
  readonly active: number;
  readonly hosts: readonly string[];
  readonly isWide: boolean;
}

let browser: Browser;
/** Long enough for a value to be shown below its sentence too, with slashes, behind which names may break. */
const PLAIN = 'some/text '.repeat(12);

let plain: Seen;
beforeAll(async () => {
  browser = await startBrowser();
  plain = await seen(PLAIN);
});
afterAll(() => browser.close());

describe('a site in a browser', () => {
  test('given a harmless document, then the pages do nothing but what they are for', () => {
    expect(plain).toMatchObject({ deeds: [], wide: [], hosts: ['127.0.0.1', 'checks.example'] });
    expect(plain.kinds.length).toBeGreaterThan(60);
  });

  test.each(Object.entries(HOSTILE_TEXTS))(
    'given %s in every string, then no page makes an element that a harmless document doesn’t, nor does anything',
    async (_, text) => {
      const { kinds, active, hosts, wide, deeds } = await seen(text);

      expect(kinds.filter((kind) => !plain.kinds.includes(kind))).toEqual([]);
      expect({ active, hosts, wide, deeds }).toEqual({
        active: plain.active,
        hosts: plain.hosts,
        wide: [],
        deeds: [],
      });
    },
  );
});
