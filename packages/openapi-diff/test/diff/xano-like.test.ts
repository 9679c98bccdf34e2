import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import { readPair } from '../../src/read/read-pair.ts';
import { operationsOf } from '../../src/report/summary.ts';
import { type TableEdit, xanoLike } from './xano-like.ts';

const NOW = new Date('2026-11-25T00:00:00Z');
/** The operations that answer with the edited table, one or a list of them. */
const SHARING = 20;

async function changesAfter(...edits: TableEdit[]) {
  const source = (document: object) => ({ uri: 'api.json', load: async () => JSON.stringify(document) });
  const { base, head } = await readPair(source(xanoLike([])), source(xanoLike(edits)));
  return (await diff(base, head, { now: NOW })).changes;
}

describe('a hundred operations in the manner of Xano, with every table written out in every answer', () => {
  test('are a hundred', () => {
    expect(Object.values(xanoLike([]).paths ?? {})).toHaveLength(100);
  });

  test('show a column added, one removed and one retyped as three changes with all their operations', async () => {
    const changes = await changesAfter('add', 'remove', 'retype');
    expect(changes.map(({ id, level }) => `${level} ${id}`).sort()).toEqual([
      'error response-optional-property-removed',
      'error response-property-type-changed',
      'info response-optional-property-added',
    ]);
    for (const change of changes) expect(operationsOf(change)).toHaveLength(SHARING);
  });

  test.each<[TableEdit, string]>([
    ['add', '`isbn`'],
    ['remove', '`note`'],
    ['retype', '`price`'],
  ])('show a column that someone did this to as one change: %s', async (edit, column) => {
    const changes = await changesAfter(edit);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.cause).toContain(column);
  });

  test('show an answer that breaks, as a client would get it', async () => {
    const [change] = await changesAfter('retype');
    expect(change?.witness).toMatchObject({ direction: 'response', acceptedBy: 'head' });
    expect(change?.message).toMatch(/may now answer `.*"price": .*`, which was not announced: `.*price`/);
  });
});
