import { describe, expect, test } from '@jest/globals';
import { isLoose, wireForm } from '../../src/compare/parameters/wire.ts';
import type { ParameterIn } from '../../src/contract/contract.ts';

/** The table of styles of the specification (OpenAPI 3.2, 4.12.4), with `n` for `color`. */
const FORMS: readonly (readonly [string, boolean, ParameterIn, string, string, string])[] = [
  ['matrix', false, 'path', ';n=a', ';n=a,b', ';n=k,v'],
  ['matrix', true, 'path', ';n=a', ';n=a;n=b', ';k=v;k=v'],
  ['label', false, 'path', '.a', '.a,b', '.k,v'],
  ['label', true, 'path', '.a', '.a.b', '.k=v.k=v'],
  ['simple', false, 'header', 'a', 'a,b', 'k,v'],
  ['simple', true, 'path', 'a', 'a,b', 'k=v,k=v'],
  ['form', false, 'query', 'n=a', 'n=a,b', 'n=k,v'],
  ['form', true, 'query', 'n=a', 'n=a&n=b', 'k=v&k=v'],
  ['form', true, 'cookie', 'n=a', 'n=a&n=b', 'k=v&k=v'],
  ['cookie', true, 'cookie', 'n=a', 'n=a; n=b', 'k=v; k=v'],
  ['spaceDelimited', false, 'query', 'n=a', 'n=a%20b', 'n=k%20v'],
  ['pipeDelimited', false, 'query', 'n=a', 'n=a|b', 'n=k|v'],
  ['tsv', false, 'query', 'n=a', 'n=a%09b', 'n=k%09v'],
  ['deepObject', true, 'query', 'n=a', 'undefined', 'n[k]=v'],
];

describe('how a value is written', () => {
  test.each(FORMS)('%s, exploded %s, in %s', (style, explode, place, primitive, array, object) => {
    const serialisation = { style, explode, allowReserved: false, allowEmptyValue: false };
    expect(wireForm(serialisation, place, 'primitive')).toBe(primitive);
    expect(wireForm(serialisation, place, 'array')).toBe(array);
    expect(wireForm(serialisation, place, 'object')).toBe(object);
    expect(isLoose(serialisation, place)).toBe(object === 'k=v&k=v');
  });
});
