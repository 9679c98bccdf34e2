import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkPages } from '../../scripts/check-pages.ts';
import { sentences } from '../../scripts/example-findings.ts';
import { checks } from '../../src/classify/catalogue.ts';

const FOLDER = join(import.meta.dirname, '../../../../docs/checks');
const AGAIN = 'run: node packages/openapi-diff/scripts/write-check-pages.ts';

describe('docs/checks', () => {
  test('given the catalogue, then the pages are what it says', async () => {
    const pages = checkPages(await sentences(checks()));
    const stale = [...pages].filter(([file, text]) => !isWritten(file, text)).map(([file]) => file);
    const files = new Set(readdirSync(FOLDER));
    expect({ stale, [AGAIN]: [...files].filter((file) => !pages.has(file)) }).toEqual({
      stale: [],
      [AGAIN]: [],
    });
  });

  test('given a check, then its page holds its example and the index leads there', async () => {
    const pages = checkPages(await sentences(checks()));
    const index = pages.get('README.md') ?? '';
    const lost = checks().filter(
      ({ id, page }) =>
        !index.includes(`[${id}](${page}.md)`) || !pages.get(`${page}.md`)?.includes(`\`${id}\``),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});

function isWritten(file: string, text: string): boolean {
  try {
    return readFileSync(join(FOLDER, file), 'utf8') === text;
  } catch {
    return false;
  }
}
