import { describe, expect, test } from '@jest/globals';
import { normaliseRange, rangeCovers } from '../../src/contract/media-range.ts';

describe('media ranges', () => {
  test.each([
    ['Application/JSON', 'application/json'],
    ['application/json; charset=utf-8', 'application/json'],
    ['multipart/form-data;boundary="x"', 'multipart/form-data'],
    ['text/plain; Q=0.5;', 'text/plain'],
    ['application/json; Version=1 ; profile=A', 'application/json;profile=A;version=1'],
    ['application/json;x="a=b"', 'application/json;x="a=b"'],
  ])('%s is %s', (name, range) => {
    expect(normaliseRange(name)).toBe(range);
  });

  test.each([
    ['*/*', 'text/plain', true],
    ['text/*', 'text/plain', true],
    ['text/*', 'image/png', false],
    ['text/plain', 'text/*', false],
    ['application/json', 'application/hal+json', true],
    ['application/hal+json', 'application/json', false],
    ['application/hal+json', 'application/problem+json', false],
    ['application/json', 'text/json', false],
    ['application/json', 'application/json;version=1', true],
    ['application/json;version=1', 'application/json', false],
    ['application/json;version=1', 'application/json;version=1;profile=a', true],
    ['application/xml', 'application/atom+xml', true],
  ])('%s covers %s: %s', (wide, narrow, covers) => {
    expect(rangeCovers(wide, narrow)).toBe(covers);
  });
});
