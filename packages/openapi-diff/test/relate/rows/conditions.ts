import { B, type Row, S } from './row.ts';

const STRING = { type: 'string' };
const INTEGER = { type: 'integer' };
/** Not written out: an object with this key could be taken for a promise. */
const THEN = 'then';

/** `if`, `then` and `else`. */
export const CONDITIONS: readonly Row[] = [
  [
    'a condition more',
    { type: 'string' },
    { type: 'string', if: { maxLength: 2 }, [THEN]: { pattern: '^a' } },
    B,
    S,
  ],
  ['a condition that always holds', { if: {}, [THEN]: STRING, else: INTEGER }, STRING, S, S],
  ['a condition that never holds', { if: false, [THEN]: STRING, else: INTEGER }, INTEGER, S, S],
  ['a condition without a consequence', { type: 'string', if: { maxLength: 2 } }, STRING, S, S],
  ['consequences without a condition', { type: 'string', [THEN]: false, else: false }, STRING, S, S],
  [
    'a condition as branches',
    { if: STRING, [THEN]: { maxLength: 2 }, else: INTEGER },
    { anyOf: [{ type: 'string', maxLength: 2 }, INTEGER] },
    S,
    S,
  ],
  [
    'a condition on a property',
    {
      type: 'object',
      properties: { k: STRING, x: STRING },
      required: ['k'],
      if: { properties: { k: { const: 'a' } } },
      [THEN]: { required: ['x'] },
    },
    { type: 'object', properties: { k: STRING, x: STRING }, required: ['k'] },
    S,
    B,
  ],
  [
    'a condition as a dependency',
    { type: 'object', if: { required: ['a'] }, [THEN]: { required: ['b'] } },
    { type: 'object', dependentRequired: { a: ['b'] } },
    S,
    S,
  ],
];
