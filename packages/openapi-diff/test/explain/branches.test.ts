import { describe, expect, test } from '@jest/globals';
import { matchBranches } from '../../src/compare/explain/branches.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { pairOf } from './pair-of.ts';
import { array, CAT, DOG, free, integer, need, number, object, text } from './rows/row.ts';

/** Which branches are matched, by their places in the two lists, and those that are gone and come. */
function matched(before: readonly Json[], after: readonly Json[], isClean = false): string {
  const choice = (branches: readonly Json[]): JsonObject => ({ oneOf: branches });
  const { sides } = pairOf(choice(before), choice(after), 'request', () => isClean);
  const [base, head] = [sides.base.shape.groups[0], sides.head.shape.groups[0]];
  if (base === undefined || head === undefined) throw new Error('both sides have a choice');
  const { pairs, removed, added } = matchBranches(sides, base, head);
  const key = (branch: (typeof removed)[number]) => branch.site.key;
  return [
    ...pairs.map(([from, to]) => `${key(from)}=${key(to)}`),
    ...removed.map((branch) => `-${key(branch)}`),
    ...added.map((branch) => `+${key(branch)}`),
  ].join(' ');
}

const kind = (name: string, more: JsonObject) => object({ kind: { const: name }, ...more }, need('kind'));
const [A, B, C] = [text(), integer(), array()];

describe('branches are matched', () => {
  test.each<[string, readonly Json[], readonly Json[], string]>([
    ['by their text, wherever they stand', [A, B, C], [C, A, B], '0=1 1=2 2=0'],
    [
      'by their text, though words differ',
      [text({ title: 'One' }), B],
      [B, text({ description: 'x' })],
      '0=1 1=0',
    ],
    [
      'by their text, though lists are in another order',
      [free(need('a', 'b')), B],
      [B, free(need('b', 'a'))],
      '0=1 1=0',
    ],
    ['one for each of two that read the same', [A, A, B], [A, B, A], '0=0 1=2 2=1'],
    ['one for one, where a third reads the same', [A, A, B], [B, A], '0=1 2=0 -1'],
    ['by their names, though what they lead to changed', [CAT, DOG], [DOG, CAT], '0=1 1=0'],
    [
      'by the name that a discriminator gives them',
      [kind('A', { a: A, b: A }), kind('B', { d: A, e: A })],
      [kind('B', { a: A, b: A, x: A }), kind('A', { d: A, e: A, x: A })],
      '0=1 1=0',
    ],
    [
      'by what they are told by alone where it must be there',
      [object({ kind: { const: 'A' }, a: A }), object({ kind: { const: 'B' }, b: A })],
      [object({ kind: { const: 'B' }, a: A, x: A }), object({ kind: { const: 'A' }, b: A, x: A })],
      '0=0 1=1',
    ],
    [
      'by no value that is one of several',
      [
        object({ kind: { enum: ['A', 'Z'] }, a: A }, need('kind')),
        object({ kind: { const: 'B' }, b: A }, need('kind')),
      ],
      [
        object({ kind: { const: 'C' }, b: A }, need('kind')),
        object({ kind: { enum: ['A', 'Z'] }, b: B }, need('kind')),
      ],
      '1=0 -0 +1',
    ],
    [
      'by two values, in whichever order they are declared',
      [
        object({ k: { const: 1 }, l: { const: 2 }, a: A }, need('k', 'l')),
        object({ k: { const: 2 }, l: { const: 1 }, b: A }, need('k', 'l')),
      ],
      [
        object({ l: { const: 1 }, k: { const: 2 }, a: B }, need('k', 'l')),
        object({ l: { const: 2 }, k: { const: 1 }, b: B }, need('k', 'l')),
      ],
      '0=1 1=0',
    ],
    [
      'by what one of them takes of the other',
      [text({ maxLength: 5 }), text({ pattern: 'a' })],
      [text({ pattern: 'b' }), text({ maxLength: 9 })],
      '0=1 1=0',
    ],
    [
      'by the values that both allow',
      [text({ minLength: 2 }), text({ pattern: 'a' })],
      [text({ pattern: 'a', maxLength: 3 }), text({ minLength: 2, maxLength: 1e9 })],
      '0=1 1=0',
    ],
    [
      'by the same meaning before one within the other',
      [integer({ minimum: 1 }), integer({ minimum: 2 })],
      [integer({ exclusiveMinimum: 1 }), integer({ exclusiveMinimum: 0 })],
      '0=1 1=0',
    ],
    [
      'by shared names',
      [object({ a: A, b: A, c: A }), object({ d: A, e: A, f: A })],
      [object({ d: B, e: B, f: B, x: B }), object({ a: B, b: B, c: B })],
      '0=1 1=0',
    ],
    [
      'by the properties that must be there, where the names are the same',
      [object({ a: A, b: B }, need('a')), object({ a: A, b: B }, need('b'))],
      [object({ a: B, b: A }, need('b')), object({ a: B, b: A }, need('a'))],
      '0=1 1=0',
    ],
    [
      'by the types of properties, where the names are the same',
      [object({ a: A, b: A }), object({ a: C, b: C })],
      [
        object({ a: array({ minItems: 1 }), b: A }, need('a', 'b')),
        object({ a: text({ minLength: 1 }), b: A }, need('a', 'b')),
      ],
      '0=1 1=0',
    ],
    [
      'not where they share less than a third',
      [object({ a: A, b: A, c: A })],
      [object({ a: B, d: A, e: A, f: A })],
      '-0 +0',
    ],
    ['where they share more than a third', [object({ a: A, b: A })], [object({ a: B, c: A })], '-0 +0'],
    ['where they share half', [object({ a: A, b: A, c: A })], [object({ a: B, b: B, d: A })], '0=0'],
    ['not where their types are others', [A], [B], '-0 +0'],
    ['whole numbers with numbers', [integer({ minimum: 1 })], [number({ maximum: 1 })], '0=0'],
    ['objects of no names by their type', [free({ minProperties: 1 })], [free({ minProperties: 2 })], '0=0'],
    [
      'not an object of no names with one of names',
      [free({ minProperties: 1 })],
      [object({ a: A })],
      '-0 +0',
    ],
    ['however null is spelt', [text({ maxLength: 3 })], [{ type: ['string', 'null'], maxLength: 4 }], '0=0'],
    [
      'those most alike first',
      [object({ a: A, b: A }), object({ a: A, b: A, c: A })],
      [object({ a: B, b: B, c: B }), object({ b: B, c: B })],
      '1=0 -0 +1',
    ],
    [
      'one of several, and the others are gone',
      [object({ a: A, b: A }), object({ a: A, b: A, c: A })],
      [object({ a: B, b: B, c: B })],
      '1=0 -0',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(matched(before, after)).toBe(expected);
  });

  test('in one place first, where they are known to be the same', () => {
    expect(matched([A, B], [B, A], true)).toBe('0=0 1=1');
    expect(matched([A, B], [B, A], false)).toBe('0=1 1=0');
  });

  test('not in one place where one of them leads nowhere, or lets nothing pass', () => {
    const nowhere = { $ref: '#/components/schemas/Nowhere' };
    expect(matched([nowhere, A], [A, nowhere], true)).toBe('0=1 1=0');
    expect(matched([false, A], [A, false], true)).toBe('0=1 1=0');
  });

  test('by meaning in groups of up to sixteen pairs, and by likeness beyond', () => {
    const patterns = (...list: readonly string[]) => list.map((pattern) => text({ pattern }));
    const before = patterns('m1', 'a', 'b', 'c');
    const after = patterns('m', 'x', 'y', 'w');
    expect(matched(before, after)).toMatch(/^0=0/);
    expect(matched([...before, ...patterns('d')], [...after, ...patterns('z')])).toMatch(/^1=0/);
  });
});
