import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../../src/compare/relate/shape.ts';
import { relation } from './relation.ts';
import { ARRAYS } from './rows/arrays.ts';
import { COMPOSITIONS } from './rows/compositions.ts';
import { CONDITIONS } from './rows/conditions.ts';
import { PROPERTY_NAMES } from './rows/names.ts';
import { NUMBERS } from './rows/numbers.ts';
import { OBJECTS } from './rows/objects.ts';
import { REFERENCES } from './rows/references.ts';
import { COMMON, type Row } from './rows/row.ts';
import { STRINGS } from './rows/strings.ts';
import { TYPES } from './rows/types.ts';
import { UNKNOWN } from './rows/unknown.ts';
import { VERSIONS } from './rows/versions.ts';

const TABLES: readonly (readonly [string, readonly Row[]])[] = [
  ['types and values', TYPES],
  ['numbers', NUMBERS],
  ['texts', STRINGS],
  ['lists', ARRAYS],
  ['objects', OBJECTS],
  ['names of properties', PROPERTY_NAMES],
  ['compositions', COMPOSITIONS],
  ['conditions', CONDITIONS],
  ['references', REFERENCES],
  ['versions', VERSIONS],
  ['what is not known', UNKNOWN],
];

describe.each(TABLES)('%s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (__, row) => {
    const [, base, head, request, response, versions] = row;
    const { verdict } = relation(
      { Subject: base, ...COMMON },
      { Subject: head, ...COMMON },
      versions === undefined ? {} : { version: versions.base, headVersion: versions.head },
    );
    const said = { request: verdict('request'), response: verdict('response') };
    expect({ request: said.request.kind, response: said.response.kind, ...proofs(said) }).toEqual({
      request,
      response,
      ...proofs(said),
    });
  });
});

/** Witnesses and reasons, so that a failing row shows them. */
function proofs(said: { readonly [key: string]: Verdict }): { readonly [key: string]: unknown } {
  return Object.fromEntries(
    Object.entries(said).map(([direction, verdict]) => [
      `${direction} because`,
      verdict.kind === 'breaking' ? verdict.witness : verdict.kind === 'undecided' ? verdict.reason : '',
    ]),
  );
}
