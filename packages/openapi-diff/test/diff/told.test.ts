import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import { AROUND } from './rows/around.ts';

/** The lines of a report: level, id, the number of places where there are several, and the whole sentence. */
async function told(before: JsonObject, after: JsonObject): Promise<string[]> {
  const read = (document: JsonObject) => readDocumentSet('api.json', async () => JSON.stringify(document));
  const now = new Date('2026-11-25T00:00:00Z');
  const { changes } = await diff(await read(before), await read(after), { now });
  return changes.map(({ level, id, message, places: { length } }) => {
    return `${level} ${id}${length > 1 ? ` ×${length}` : ''}: ${message}`;
  });
}

describe('what a report says of what stands around schemas', () => {
  test.each(AROUND.map((row) => [row[0], row] as const))('%s', async (_, [, before, after, lines]) => {
    expect(await told(before, after)).toEqual(lines);
  });
});
