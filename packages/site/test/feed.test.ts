import { describe, expect, test } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { build, MemoryFolder, type Moment } from './support/memory-site.ts';
import { SHOP } from './support/shop.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly author: { readonly name: string };
  readonly link: { readonly '@href': string };
  readonly content: { readonly '#text': string; readonly '@type': string };
}

interface Feed {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: readonly { readonly '@rel': string; readonly '@href': string }[];
  readonly entry: readonly Entry[];
}

async function feedOf(moments: readonly Moment[], url: string | null = null): Promise<Feed> {
  const folder = new MemoryFolder();
  await build(moments, folder, { url });
  const xml = folder.files.get('feed.xml') ?? '';
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'entry',
    parseTagValue: false,
  });
  const { feed } = parser.parse(xml) as { feed: Feed };
  return feed;
}

describe('the feed', () => {
  test('given changes, then it is Atom with what RFC 4287 requires, the newest first', async () => {
    const feed = await feedOf(SHOP, 'https://example.github.io/specs/');

    expect(feed).toMatchObject({ id: 'https://example.github.io/specs/', updated: '2026-11-25T09:30:00Z' });
    expect(feed.link.map((link) => [link['@rel'], link['@href']])).toEqual([
      ['self', 'https://example.github.io/specs/feed.xml'],
      ['alternate', 'https://example.github.io/specs/index.html'],
    ]);
    expect(new Set(feed.entry.map(({ id }) => id)).size).toBe(feed.entry.length);
    for (const { id, updated, author, link } of feed.entry) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(updated).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(author.name).not.toBe('');
      expect(link['@href']).toMatch(/^https:\/\/example\.github\.io\/specs\/(?:apis\/|index\.html)/);
    }
    const times = feed.entry.map(({ updated }) => updated);
    expect(times).toEqual(times.toSorted().reverse());
    expect(feed.entry[4]?.title).toBe(
      'shop / Book Shop / Public API 1.3.0 → 2.0.0: 3 breaking changes, 4 operations touched',
    );
    expect(feed.entry[4]?.content).toMatchObject({
      '@type': 'text',
      '#text': expect.stringContaining('breaks: `price` became text in a response that 3 operations share'),
    });
  });

  test('given no address, then links lead from the feed to the pages beside it', async () => {
    const feed = await feedOf(SHOP);

    expect(feed.entry[2]?.link['@href']).toMatch(
      /^apis\/shop\/book-shop\/public-api\/changes\/2\.0\.1-[0-9a-f]{12}\.html$/,
    );
  });

  test('given another commit, then entries that were there keep their ids', async () => {
    const before = await feedOf(SHOP.slice(0, -2));
    const after = await feedOf(SHOP.slice(0, -1));

    expect(after.entry.map(({ id }) => id)).toEqual(expect.arrayContaining(before.entry.map(({ id }) => id)));
  });

  test.each(['</title><script>alert(1)</script>', ']]> &amp; "x"', 'a\u0000\u0008\uFFFF\uD800b'])(
    'given a name such as %j, then it is text, and the feed is well-formed',
    async (name) => {
      const [first] = SHOP;
      const groups = { 'shop/book-shop/a.json': { id: 1, name, text: '{}' } };
      const feed = await feedOf([{ at: first?.at ?? '', groups }]);

      expect(feed.entry).toHaveLength(1);
      expect(Object.keys(feed.entry[0] ?? {}).sort()).toEqual([
        'author',
        'content',
        'id',
        'link',
        'title',
        'updated',
      ]);
    },
  );
});
