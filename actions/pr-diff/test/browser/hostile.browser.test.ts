import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { githubHtml, rawHtml } from '../page/github-page.ts';
import { shownOf } from '../page/hostile-comment.ts';
import { anyHostileText, HOSTILE_TEXTS, harmless } from '../page/hostile-texts.ts';
import { piecesOfLines } from '../page/structure.ts';
import { showPage, startBrowser } from './browser-page.ts';
import { look, type Seen } from './look.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** From here on, what is shown of a name is cut, and a harmless name is cut elsewhere. */
const LONG = 10_000;

describe('a report in a browser', () => {
  test.each(Object.entries(HOSTILE_TEXTS))(
    'given %s in every string, then comment, summary and file show nothing that a harmless document’s do not',
    async (_, text) => {
      await expectSamePages(text);
    },
  );

  test('given any text in every string, then the pages show nothing that a harmless document’s do not', async () => {
    await fc.assert(fc.asyncProperty(anyHostileText, expectSamePages), { numRuns: 5 });
  });
});

describe('the look at a page', () => {
  test('given a script, an image, a request and something that leaves its place, then each is seen', async () => {
    const html =
      '<script>alert(1)</script><img src="https://evil.example/a.png"></div><p>x</p><div style="position:fixed">y</div>';
    await using shown = await showPage(browser, html);
    const { structure, besides } = await look(shown.page);

    expect(shown.dialogs).toEqual(['1']);
    expect(shown.requests).toEqual(['https://evil.example/a.png']);
    expect(structure).toEqual(['script', 'img src']);
    expect(besides).toEqual(['p', 'div']);
  });

  test('given an element that is moved out of the comment and one that is too wide, then both are seen', async () => {
    const html =
      '<p style="position:relative;left:-200px">x</p><p style="white-space:nowrap;width:5000px">y</p>';
    await using shown = await showPage(browser, html);

    expect(await look(shown.page)).toMatchObject({
      outside: [expect.anything(), expect.anything()],
      isWide: true,
    });
  });
});

async function expectSamePages(text: string): Promise<void> {
  const hostile = await shownOf(text);
  const plain = await shownOf(text.length < LONG ? harmless(text) : 'x'.repeat(text.length));
  const parts = new Set([hostile.file, hostile.comment, hostile.summary.trimEnd()]);
  for (const htmlOf of [rawHtml, githubHtml]) {
    const plainFile = await seen(htmlOf(plain.file));
    const plainCut = await seen(htmlOf(plain.cut));
    const known = piecesOfLines(plainFile.structure).union(piecesOfLines(plainCut.structure));
    for (const markdown of parts) {
      const page = await seen(htmlOf(markdown));
      if (markdown === hostile.file) expect(page.structure).toEqual(plainFile.structure);
      expect([...piecesOfLines(page.structure).difference(known)]).toEqual([]);
      expect(page).toMatchObject({ besides: [], outside: [], isWide: false });
    }
  }
}

/** What is seen of a page, of which nothing opened a dialog and nothing asked for anything. */
async function seen(html: string): Promise<Seen> {
  await using shown = await showPage(browser, html);
  const result = await look(shown.page);
  expect(shown.dialogs).toEqual([]);
  expect(shown.requests).toEqual([]);
  return result;
}
