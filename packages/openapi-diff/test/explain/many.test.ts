import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import type { Change } from '../../src/report/report.ts';
import { changesOf } from './changes-of.ts';
import { object } from './rows/row.ts';

/** The most differences of one place that are proven one by one. */
const MOST_PROVEN = 2_000;

const properties = (many: number, schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Array.from({ length: many }, (_, index) => [`p${String(index).padStart(4, '0')}`, schema]),
  );

const of = (changes: readonly Change[], direction: string) =>
  changes.filter(({ places }) => places[0]?.direction === direction);

/** How many changes there are of each id and level. */
function counted(changes: readonly Change[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { level, id } of changes) counts[`${level} ${id}`] = (counts[`${level} ${id}`] ?? 0) + 1;
  return counts;
}

const TEXT = { type: 'string' };
const SHORT = { type: 'string', maxLength: 3 };

describe('more differences than are looked at one by one', () => {
  const more = async (many: number, before: JsonObject, after: JsonObject) =>
    of(await changesOf(object(properties(many, before)), object(properties(many, after))), 'request');

  test('are none up to two thousand', async () => {
    expect(counted(await more(MOST_PROVEN, TEXT, SHORT))).toEqual({
      'error request-property-max-length-set': MOST_PROVEN,
    });
  });

  test('are told as one, which breaks as those do that were looked at', async () => {
    const changes = await more(MOST_PROVEN + 7, TEXT, SHORT);
    expect(counted(changes)).toEqual({
      'error request-property-max-length-set': MOST_PROVEN,
      'error request-body-schema-narrowed': 1,
    });
    const rest = changes.find(({ id }) => id === 'request-body-schema-narrowed');
    expect([rest?.cause, rest?.proof, rest?.places[0]?.head?.pointer.endsWith('/schema')]).toEqual([
      'the request body has 7 further changes that are not listed one by one',
      'witness',
      true,
    ]);
  });

  test('are told as one beside others that break nothing', async () => {
    const narrowed = properties(MOST_PROVEN + 7, SHORT);
    const changes = await changesOf(
      object({ ...properties(MOST_PROVEN + 7, TEXT), a: SHORT }),
      object({ ...narrowed, a: TEXT }),
    );
    expect(counted(of(changes, 'request'))).toEqual({
      'error request-property-max-length-set': MOST_PROVEN,
      'error request-body-schema-narrowed': 1,
      'info request-property-max-length-unset': 1,
    });
  });

  test('count only those that may break', async () => {
    expect(counted(await more(MOST_PROVEN + 7, SHORT, TEXT))).toEqual({
      'info request-property-max-length-unset': MOST_PROVEN + 7,
    });
  });
});
