import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Root } from 'hast';
import { githubTree, rawTree } from './github-page.ts';
import { type Shown, shownOf } from './hostile-comment.ts';
import { anyHostileText, HOSTILE_TEXTS, harmless, MEGABYTE } from './hostile-texts.ts';
import { piecesOf, structureOf } from './structure.ts';

/** Names of a megabyte take seconds a document: they are in the browser's tests. */
const texts = Object.entries(HOSTILE_TEXTS).filter(([, text]) => text.length < MEGABYTE / 2);

describe('a report as GitHub shows it', () => {
  test.each(texts)(
    'given %s in every string, then the page is made of what a harmless document’s is made of',
    async (_, text) => {
      const [hostile, plain] = await Promise.all([shownOf(text), shownOf(harmless(text))]);

      expectSamePages(hostile, plain);
    },
  );

  test('given any text in every string, then the page is made of what a harmless document’s is made of', async () => {
    await fc.assert(
      fc.asyncProperty(anyHostileText, async (text) => {
        expectSamePages(await shownOf(text), await shownOf(harmless(text)));
      }),
      { numRuns: 25 },
    );
  });
});

/** Holds for the HTML that is asked for, and for what GitHub leaves of it and adds to it. */
function expectSamePages(hostile: Shown, plain: Shown): void {
  const others = new Set([hostile.comment, hostile.summary.trimEnd(), hostile.cut]);
  others.delete(hostile.file);
  const file = pagesOf(hostile.file);
  const plainFile = pagesOf(plain.file);
  const plainCut = pagesOf(plain.cut);
  const pages = [...others].map(pagesOf);
  for (const kind of ['asked', 'shown'] as const) {
    expect(structureOf(file[kind])).toEqual(structureOf(plainFile[kind]));
    const known = piecesOf(plainFile[kind]).union(piecesOf(plainCut[kind]));
    for (const page of pages) expect([...piecesOf(page[kind]).difference(known)]).toEqual([]);
  }
}

function pagesOf(markdown: string): { readonly asked: Root; readonly shown: Root } {
  const asked = rawTree(markdown);
  return { asked, shown: githubTree(asked) };
}
