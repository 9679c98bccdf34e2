import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { changesOf } from './changes-of.ts';
import { object } from './rows/row.ts';
import { TABLES } from './rows/tables.ts';
import { EXAMPLES } from './shown.ts';

type Schema = JsonObject | boolean;

/** Schemas that hold two others apart from each other. */
const HOLDERS: readonly (readonly [string, (one: Schema, other: Schema) => Schema])[] = [
  ['two properties', (one, other) => object({ p: one, q: other }, { required: ['p', 'q'] })],
  ['two properties that may be missing', (one, other) => object({ p: one, q: other })],
  ['two first items', (one, other) => ({ type: 'array', prefixItems: [one, other], minItems: 2 })],
  [
    'two branches',
    (one, other) => ({
      oneOf: [
        object({ k: { const: 1 }, p: one }, { required: ['k', 'p'] }),
        object({ k: { const: 2 }, p: other }, { required: ['k', 'p'] }),
      ],
    }),
  ],
  ['a property and all others', (one, other) => object({ p: one }, { additionalProperties: other })],
  ['items of a property and another', (one, other) => object({ p: { type: 'array', items: one }, q: other })],
];

/** Rows that bear on what stands beside them: an overlap is the lesser break only where it is the only one. */
const FAR_REACHING: ReadonlySet<string> = new Set(['a branch that fits what another one fits']);

/** Where nothing fits, on one side, or nobody knows what does, no value shows another change. */
function isOpen(name: string): boolean {
  const examples = EXAMPLES[name] ?? [];
  return !examples.some((line) => /: undecided|became-(?:not-)?forbidden/.test(line));
}

const ROWS = TABLES.flatMap(([, rows]) => rows).filter(([name]) => isOpen(name) && !FAR_REACHING.has(name));

/** Each row beside two others, and held in another way each time. */
const PAIRS = ROWS.flatMap((row, index) =>
  [1, 2].flatMap((round) => {
    const other = ROWS[(index * 2 + round) % ROWS.length];
    const holder = HOLDERS[(index + 2 * round) % HOLDERS.length];
    return other === undefined || holder === undefined ? [] : [{ row, other, holder }];
  }),
);

async function lines(before: Schema, after: Schema): Promise<readonly string[]> {
  const changes = await changesOf(before, after);
  return changes
    .map(({ level, id, cause, proof, places: [place] }) => {
      const at = place?.head?.pointer ?? place?.base?.pointer;
      return `${place?.direction} ${level} ${id}: ${cause} (${at}, ${proof})`;
    })
    .sort();
}

describe('two changes at once are told as each of them alone', () => {
  test.each(PAIRS.map((pair) => [pair.holder[0], pair.row[0], pair.other[0], pair] as const))(
    'in %s: %s, and %s',
    async (_, __, ___, {
      row: [, oneBefore, oneAfter],
      other: [, otherBefore, otherAfter],
      holder: [, held],
    }) => {
      const before = held(oneBefore, otherBefore);
      const both = await lines(before, held(oneAfter, otherAfter));
      const alone = [
        ...(await lines(before, held(oneAfter, otherBefore))),
        ...(await lines(before, held(oneBefore, otherAfter))),
      ].sort();
      expect(both).toEqual(alone);
    },
  );
});
