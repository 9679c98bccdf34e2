import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { renderReport } from '../src/index.ts';
import { BLOCK, type PageDetails, type PageIndex } from '../src/page-data.ts';
import { documentOf, manyChanges, pageOf, publicApi, shopPage } from './support/shop.ts';

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** Every element of a page in order, without its text. */
function elementsOf(html: string): Node[] {
  const all: Node[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'element') all.push(node);
    for (const child of node.children ?? []) visit(child);
  };
  visit(fromHtml(html) as Node);
  return all;
}

function textOf(node: Node | undefined): string {
  return node?.value ?? (node?.children ?? []).map(textOf).join('');
}

function byId(html: string, id: string): unknown {
  return JSON.parse(textOf(elementsOf(html).find(({ properties }) => properties?.id === id)));
}

function indexOf(html: string): PageIndex {
  return byId(html, 'report-index') as PageIndex;
}

describe('the page of a report', () => {
  test('given a report, then the page holds its numbers, groups and changes in its order', async () => {
    const page = await shopPage();
    const index = indexOf(renderReport(page));

    expect(index.counts).toEqual(page.report.summary);
    expect(index.groups.map(({ name, counts }) => [name, counts])).toEqual(
      page.report.documents?.map(({ name, summary }) => [page.names?.get(name), summary]),
    );
    expect(index.changes.map(([, cause]) => cause)).toEqual(page.report.changes.map(({ cause }) => cause));
    expect(index.changes.map(([, , , anchor]) => anchor)).toEqual(
      page.report.changes.map(({ fingerprint }) => fingerprint),
    );
  });

  test('given the same report twice, then the bytes are the same', async () => {
    expect(renderReport(await shopPage())).toBe(renderReport(await shopPage()));
  });

  test('given more changes than a block holds, then each block has its own', async () => {
    const page = await manyChanges(BLOCK + 1);
    const html = renderReport(page);
    const [first, second] = [
      byId(html, 'report-details-0'),
      byId(html, 'report-details-1'),
    ] as PageDetails[][];

    expect([first?.length, second?.length]).toEqual([BLOCK, 1]);
    expect(second?.[0]?.fingerprint).toBe(page.report.changes.at(-1)?.fingerprint);
  });

  test('given two changes with one fingerprint, then each has a link of its own', async () => {
    const page = await shopPage();
    const [change] = page.report.changes;
    const changes = change === undefined ? [] : [change, change, change];
    const index = indexOf(renderReport({ ...page, report: { ...page.report, changes } }));

    expect(index.changes.map(([, , , anchor]) => anchor)).toEqual([
      change?.fingerprint,
      `${change?.fingerprint}-2`,
      `${change?.fingerprint}-3`,
    ]);
  });

  test('given a reader without scripts, then the verdict is there all the same', async () => {
    const html = renderReport(await shopPage());
    const heading = elementsOf(html).find(({ tagName }) => tagName === 'h1');

    expect(textOf(heading)).toBe('2 breaking changes');
    expect(html).toContain('<title>2 breaking changes · specs</title>');
  });

  test('given addresses that are none of the web, then they lead nowhere', async () => {
    const page = await shopPage();
    const url = 'javascript:alert(1)';
    const html = renderReport({
      ...page,
      subject: { text: 'x', url },
      describe: () => ({ meaning: 'x', url }),
      placeUrl: () => url,
    });

    expect(html).not.toContain('javascript:');
  });
});

describe('the policy of a page', () => {
  test('given its scripts and its style, then the policy names just them by their hashes and lets nothing else in', async () => {
    const elements = elementsOf(renderReport(await shopPage()));
    const policy = String(
      elements.find(({ properties }) => properties?.httpEquiv !== undefined)?.properties?.content,
    );
    const hashes = (tag: string) =>
      elements
        .filter(({ tagName, properties }) => tagName === tag && properties?.type === undefined)
        .map((node) => `'sha256-${createHash('sha256').update(textOf(node)).digest('base64')}'`);

    expect(policy).toContain("default-src 'none'; ");
    expect(policy).toContain(`script-src ${hashes('script').join(' ')}; `);
    expect(policy).toContain(`style-src ${hashes('style').join(' ')}; `);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

/** The elements of a page with the names of their attributes. */
function structureOf(html: string): string[] {
  return elementsOf(html).map(({ tagName, properties }) =>
    [tagName, ...Object.keys(properties ?? {})].join(' '),
  );
}

/** A page all of whose names are this text, in the documents and around them. */
async function pageWith(text: string): Promise<string> {
  const schema = { type: 'string', enum: [text] };
  const page = await pageOf(
    publicApi({ [text]: { type: 'number' } }, {}),
    publicApi({ [text]: schema }, { title: text }),
    `${text}.json`,
  );
  return renderReport({
    ...page,
    notes: [text],
    subject: { text, url: text },
    sides: { base: text, head: text },
    placeUrl: () => text,
  });
}

describe('hostile words', () => {
  test.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]></style><img src=x onerror=alert(1)>',
    '"><b>\'',
    '\u2028\u0000\uD800',
  ])('given %j in every name, then the page has the elements that it always has', async (text) => {
    expect(structureOf(await pageWith(text))).toEqual(structureOf(await pageWith('harmless')));
  });

  test('given any text in every name, then it comes back from the page as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (text) => {
        const html = await pageWith(text);
        expect(structureOf(html)).toEqual(structureOf(await pageWith('harmless')));
        expect(indexOf(html).base).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  test('given a name of a megabyte, then it is cut wherever it stands', async () => {
    const name = 'W'.repeat(1_000_000);
    const version = (type: string) =>
      documentOf({ [`/${name}`]: { get: { responses: { [type]: { description: name } } } } });
    const html = renderReport(await pageOf(version('200'), version('201'), name));

    expect(html.length).toBeLessThan(200_000);
  });
});
