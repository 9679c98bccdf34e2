import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type MarkdownLinks, type MarkdownOptions, renderMarkdown } from '../../src/render/markdown.ts';
import { codeSpan } from '../../src/render/markdown-text.ts';
import { combineReports } from '../../src/report/combine.ts';
import type { Report } from '../../src/report/report.ts';
import { change, report } from '../report-fixture.ts';
import { anyReport, twoOperations } from './any-report.ts';
import { HOSTILE } from './hostile.ts';

const links: MarkdownLinks = {
  place: (file, side, line) => `https://git.example/${side}/${file}#L${line}`,
  check: (id) => `https://docs.example/checks/${id}`,
  document: (name) => `https://git.example/changes?of=${name}`,
  report: 'https://git.example/report',
};

/** The report as a page, as GitHub renders it but for what it looks for in the finished page. */
function page(given: Report, options: MarkdownOptions = {}): string {
  return micromark(renderMarkdown(given, options), {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** The text of a page that stands outside of code: where GitHub looks for mentions, references and addresses. */
function bareText(html: string): string {
  return html
    .replace(/<(pre|code)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const OWN_TAGS = new Set(
  'h3 table thead tbody tr th td p strong code pre br ul li details summary'.split(' '),
);

describe('markdown', () => {
  test('given a breaking change that operations share, then verdict, cause, sentence, operations and links stand in order', () => {
    const given = report([
      change({ places: twoOperations }),
      change({ level: 'warning' }),
      change({ level: 'info' }),
    ]);
    expect(renderMarkdown(given, { links, footer: '<sub>compared</sub>' })).toBe(
      [
        '### ✗ 1 breaking change · 1 warning · 1 safe change',
        '',
        '**1. `price` became text in a response that 2 operations share**  ',
        '`GET /book` may now answer `{"price":"19.99"}`, which was not announced: `price` was a number',
        '',
        '`GET /book` · `GET /book/{book_id}` · [`new/api.json#L12`](https://git.example/head/new/api.json#L12) · [`response-property-type-changed`](https://docs.example/checks/response-property-type-changed) · `0123456789abcdef`',
        '',
        '<details><summary>1 warning, 1 safe change</summary>',
        '',
        '- ! `GET /book`: `price` became text in a response · [`new/api.json#L12`](https://git.example/head/new/api.json#L12) · [`response-property-type-changed`](https://docs.example/checks/response-property-type-changed) · `0123456789abcdef`',
        '- ✓ `GET /book`: `price` became text in a response · [`new/api.json#L12`](https://git.example/head/new/api.json#L12) · [`response-property-type-changed`](https://docs.example/checks/response-property-type-changed) · `0123456789abcdef`',
        '',
        '</details>',
        '',
        '<sub>compared</sub>',
        '',
      ].join('\n'),
    );
  });

  test('given several documents, then a table shows the changed ones, the broken first', () => {
    const given = combineReports('old', 'new', [
      { name: 'a.json', report: report([change({ level: 'info' })]) },
      { name: 'b|c.json', report: report([change()]) },
      { name: 'd.json', report: report([]) },
    ]);
    expect(renderMarkdown(given, { documentWord: 'API group', links }).split('\n').slice(0, 9)).toEqual([
      '### ✗ 1 breaking change in 1 API group · 1 safe change',
      '',
      '| API group | breaking | warnings | safe changes | |',
      '|---|---|---|---|---|',
      '| `b¦c.json` | **1** | – | – | [what changed](https://git.example/changes?of=b%7Cc.json) |',
      '| `a.json` | – | – | 1 | [what changed](https://git.example/changes?of=a.json) |',
      '',
      '1 without a change',
      '',
    ]);
  });

  test('given words of the caller, then they stand below the verdict', () => {
    const text = renderMarkdown(report([change()]), { lead: '> accepted by a label' });
    expect(text.split('\n').slice(0, 4)).toEqual([
      '### ✗ 1 breaking change',
      '',
      '> accepted by a label',
      '',
    ]);
  });

  test('given nothing that breaks, then the verdict says so', () => {
    expect(renderMarkdown(report([]))).toBe('### ✓ No breaking change\n');
    expect(renderMarkdown(report([change({ level: 'info' })]))).toMatch(
      /^### ✓ No breaking change · 1 safe change\n/,
    );
  });

  test('given a new document that no link leads to, then the line of the old one is shown; with neither, no line', () => {
    const onBase = (side: string) => (side === 'base' ? 'https://git.example/old' : null);
    const place = (_file: string, side: 'base' | 'head') => onBase(side);
    const given = report([change({ places: twoOperations })]);
    expect(renderMarkdown(given, { links: { place } })).toMatch(
      /\[`old\/api\.json#L\d+`\]\(https:\/\/git\.example\/old\)/,
    );
    const nowhere = renderMarkdown(given, { links: { place: () => null } });
    expect(nowhere).toContain('`new/api.json`');
    expect(nowhere).not.toContain('#L');
  });

  test('given what the exceptions file accepts, then it is folded with its reason, and what of the file does nothing is told', () => {
    const entry = { line: 2, matches: 'x', reason: '@octocat said so', expires: null };
    const exceptions = {
      accepted: [{ ...change(), acceptedBy: entry }],
      expired: [{ ...entry, line: 7 }],
      unused: [],
    };
    const text = renderMarkdown({ ...report([]), exceptions });
    expect(text).toContain('<details><summary>1 change accepted by the exceptions file</summary>');
    expect(text).toContain('- `GET /book`: `price` became text in a response: `@octocat said so`');
    expect(text).toContain('Entries of the exceptions file that have expired: line 7');
  });

  test('given many operations, then all but the first three are folded', () => {
    const places = Array.from({ length: 200 }, (_, index) => ({
      ...change().places[0],
      operation: { method: 'GET', path: `/book/${index}` },
      direction: null,
      base: null,
      head: null,
    }));
    const text = renderMarkdown(report([change({ places })]));
    expect(text).toContain('<details><summary>197 more operations</summary>');
    expect(text).toContain('- and 97 more');
  });

  test('given a long witness, then the whole of it is folded in a block', () => {
    const value = { note: 'x'.repeat(200), fence: '```' };
    const text = renderMarkdown(
      report([change({ witness: { direction: 'response', value, acceptedBy: 'head' } })]),
    );
    expect(text).toContain('<details><summary>the whole response</summary>\n\n````json\n{\n  "note"');
  });

  test('given 5,000 breaking changes, then it keeps within its budget and says how many are left out', () => {
    const many = Array.from({ length: 5_000 }, () => change({ places: twoOperations }));
    const text = renderMarkdown(report(many), { links, footer: '<sub>x</sub>' });
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(60_000);
    const shown = text.match(/^\*\*\d+\. /gm)?.length ?? 0;
    expect(text).toContain(
      `…and ${(5_000 - shown).toLocaleString('en-US')} more breaking changes: [full report](https://git.example/report)`,
    );
    expect(text).toMatch(/<sub>x<\/sub>\n$/);
  });

  test('given more warnings than there is room for, then the rest is counted below the list', () => {
    const many = Array.from({ length: 5_000 }, () => change({ level: 'warning' }));
    const text = renderMarkdown(report(many), { links });
    const shown = text.match(/^- ! /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(100);
    expect(text).toContain(
      `\n\n…and ${(5_000 - shown).toLocaleString('en-US')} more: [full report](https://git.example/report)\n\n</details>`,
    );
  });

  test('whatever a report holds and however small the budget, the text keeps within it', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 3_000, max: 20_000 }), (any, budget) => {
        expect(renderMarkdown(any, { budget, links }).length).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 200 },
    );
  });

  test('given a text of control characters, then its code span is no longer than that of any other', () => {
    expect(codeSpan('\u0000'.repeat(1_000), 100)).toHaveLength(102);
    expect(codeSpan('x'.repeat(1_000), 100)).toHaveLength(102);
  });

  test.each(HOSTILE)('given %j in every text, then it becomes nothing but text', (text) => {
    expectInert(
      report(
        [
          change({
            cause: text,
            message: text,
            places: [
              {
                operation: { method: 'GET', path: text },
                direction: null,
                base: null,
                head: { pointer: text, line: 1, column: 1 },
              },
            ],
          }),
          change({ level: 'warning', cause: text }),
        ],
        { base: text, head: text },
      ),
    );
  });

  test('whatever a report holds, no element, link, mention or reference comes of it', () => {
    fc.assert(fc.property(anyReport, expectInert), { numRuns: 500 });
  });
});

function expectInert(given: Report): void {
  const html = page(given, { links });
  for (const [, tag = ''] of html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)) {
    if (tag !== 'a') expect(OWN_TAGS).toContain(tag);
  }
  for (const [, href] of html.matchAll(/<a href="([^"]*)"/g)) {
    expect(href).toMatch(/^https:\/\/(?:git|docs)\.example\//);
  }
  expect(html).not.toMatch(/<!--|<img/);
  expect(html).not.toMatch(/<code>\s*(?:#[0-9a-f]{6}|(?:rgb|hsl)a?\([^<]*\))\s*<\/code>/i);
  expect(bareText(html)).not.toMatch(/@|#\d|GH-\d|www\.|:\/\/|\b[0-9a-f]{7,40}\b|:\w+:|\$|\||\[|\]|\p{Cf}/u);
  const rows = [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(
    ([, row = '']) => row.match(/<t[hd]/g)?.length,
  );
  expect(rows.every((cells) => cells === 5)).toBe(true);
}
