import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { TABLES } from './rows/tables.ts';
import { shown } from './shown.ts';

/**
 * The examples by the name of the row. They are small, and nothing in them is there by chance:
 * an example that becomes longer or stranger is worse, even where it still proves the change.
 */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('rows/examples.json', import.meta.url), 'utf8'),
);

describe.each(TABLES)('the examples that a report shows of %s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', async (name, row) => {
    expect(await shown(row)).toEqual(EXAMPLES[name] ?? []);
  });
});
