import { describe, expect, test } from '@jest/globals';
import { type Comparison, compareTexts } from '@xano-specs/openapi-diff';
import { pullRequestReport } from '../../src/change-log/pull-request-report.ts';
import { documentChange } from './documents.ts';

const get = { get: { responses: { 200: { description: 'ok' } } } };

function api(paths: object): string {
  return JSON.stringify({ openapi: '3.0.0', info: { title: 'a', version: '1' }, paths });
}

const compare = (before: object, after: object | null) =>
  compareTexts(
    { name: 'e/b/public.json', text: api(before) },
    after === null ? null : { name: 'e/b/public.json', text: api(after) },
    { now: new Date('2026-01-01') },
  );

const PUBLIC = documentChange('Public', 'changed', { version: '2.0.0' });
const NEW = documentChange('New API', 'added');
const GONE = documentChange('Gone API!', 'removed');

describe('the report of a pull request', () => {
  test('gives the verdict, the version of each API group, what breaks, and the rest folded', async () => {
    const text = pullRequestReport(
      [PUBLIC, NEW],
      new Map([[PUBLIC.key, await compare({ '/book': get }, { '/author': get })]]),
      { budget: 65_536, footer: '<sub>made by a run</sub>' },
    );
    expect(text).toMatch(/^### ✗ 1 breaking change in 1 API group · 1 safe change\n/);
    expect(text).toContain('- `Book Marketplace / Public` 1.4.2 → 2.0.0\n');
    expect(text).toContain('- `Book Marketplace / New API` 1.0.0, new\n');
    expect(text).toContain('| `Book Marketplace / New API` | – | – | – | new |');
    expect(text).toContain('`GET /book`');
    expect(text).toContain('<details><summary>1 safe change</summary>');
    expect(text.endsWith('<sub>made by a run</sub>')).toBe(true);
  });

  test('given a group that is gone, names the operations that went with it', async () => {
    const text = pullRequestReport([GONE], new Map([[GONE.key, await compare({ '/book': get }, null)]]), {
      budget: 65_536,
    });
    expect(text).toMatch(/^### ✗ 1 breaking change in 1 API group/);
    expect(text).toContain('- `Book Marketplace / Gone API!` 1.4.2, removed');
    expect(text).toContain('`GET /book`');
  });

  test('given one that was not compared, says why', () => {
    const text = pullRequestReport([PUBLIC], new Map([[PUBLIC.key, 'before is no OpenAPI document']]), {
      budget: 65_536,
    });
    expect(text).toContain('1.4.2 → 2.0.0, not compared: before is no OpenAPI document');
  });

  test('given two groups of one name, tells them apart by their paths', async () => {
    const other = documentChange('Public', 'changed', { key: 'other', path: 'e/c/public.json' });
    const text = pullRequestReport([PUBLIC, other], new Map(), { budget: 65_536 });
    expect(text).toContain('`Book Marketplace / Public (e/b/public.json)`');
    expect(text).toContain('`Book Marketplace / Public (e/c/public.json)`');
  });

  test('given names that GitHub would act on, it does not', () => {
    const name = '</details> @ada #1 <img src=x> `![x](http://a.b)`';
    const text = pullRequestReport([documentChange(name, 'added')], new Map(), { budget: 65_536 });
    const outside = text.replaceAll(/`[^`]*`/g, '');
    expect(outside).not.toMatch(/@ada|#1|<img|<\/details>|http/);
  });

  test('given more than fits, stays within the budget and counts what it leaves out', async () => {
    const paths = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`/book-${index}`, get]));
    const documents = Array.from({ length: 60 }, (_, index) => documentChange(`Group ${index}`, 'changed'));
    const comparison: Comparison = await compare(paths, { '/other': get });
    const comparisons = new Map(documents.map(({ key }) => [key, comparison]));
    const text = pullRequestReport(documents, comparisons, { budget: 20_000 });
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text).toContain('- and 30 more');
    expect(text).toMatch(/…and [\d,]+ more breaking changes, in the full report/);
  });
});
