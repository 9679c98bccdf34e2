import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../../src/compare/relate/shape.ts';
import { because, verdictsOn } from './because.ts';
import { TABLES } from './rows/tables.ts';

/**
 * What the verdicts stand on, by table and row, as a request and as a response: the value that
 * shows a break with all that is objected to in it, or why nothing is known. The values are
 * small, and nothing in them is there by chance.
 */
const REASONS: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = JSON.parse(
  readFileSync(new URL('rows/reasons.json', import.meta.url), 'utf8'),
);

describe.each(TABLES)('%s', (table, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (name, row) => {
    const [, , , request, response] = row;
    const said: readonly Verdict[] = verdictsOn(row);
    expect([said.map(({ kind }) => kind), said.map(because)]).toEqual([
      [request, response],
      REASONS[table]?.[name] ?? ['safe', 'safe'],
    ]);
  });
});
