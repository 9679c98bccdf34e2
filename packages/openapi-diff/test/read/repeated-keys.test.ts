import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDocument } from '../../src/read/read-document.ts';
import { repeatedKeys } from '../../src/read/repeated-keys.ts';

const repeatedIn = async (text: string) => repeatedKeys(await readDocument(text, { uri: 'a.json' }));

describe('keys that a document writes twice', () => {
  test.each([
    ['{"openapi":"3.0.0","paths":{},"paths":{"/a":{}}}', 1],
    ['{"openapi":"3.0.0","\\u0070aths":{},"paths":{},"paths":{}}', 2],
    ['{"openapi" \n:\t"3.0.0","info":{"a":[{"b":1,"b":2}],"a":[]}}', 3],
    ['{"openapi":"3.0.0","paths":{"a\\":":":","b":":\\"\\\\"},"a":[":","a:"]}', 0],
    ['{"openapi":"3.0.0","__proto__":{"a":1},"__proto__":{"a":2}}', 2],
    ['openapi: 3.0.0\npaths: {}\n', 0],
  ])('in %s are %i', async (text, count) => {
    expect(await repeatedIn(text)).toBe(count);
  });

  test('are none in what JSON.stringify writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(0, 2), async (value, indent) => {
        expect(await repeatedIn(JSON.stringify({ openapi: '3.0.0', value }, null, indent))).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
