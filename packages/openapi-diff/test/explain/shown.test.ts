import { describe, expect, test } from '@jest/globals';
import { TABLES } from './rows/tables.ts';
import { EXAMPLES, shown } from './shown.ts';

describe.each(TABLES)('the examples that a report shows of %s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', async (name, row) => {
    expect(await shown(row)).toEqual(EXAMPLES[name] ?? []);
  });
});
