import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { TABLES } from './rows/tables.ts';
import { found } from './rules.ts';

/** By the name of the row, in requests and in responses. */
const FOUND: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = JSON.parse(
  readFileSync(new URL('rows/found.json', import.meta.url), 'utf8'),
);

describe.each(TABLES)('what the rules find in %s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (name, row) => {
    expect([found(row, 'request'), found(row, 'response')]).toEqual(FOUND[name]);
  });
});
