import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMarker, writeMarker } from '../../src/index.ts';

describe('the hidden line of a comment', () => {
  test('law: what is written is read again, whatever the key and the digest', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (key, digest) => {
        const marker = { key: key.toWellFormed(), digest: digest.toWellFormed() };
        expect(readMarker(`${writeMarker({ key, digest })}\nbody`)).toEqual(marker);
      }),
    );
  });

  test('law: no key ends the HTML comment early or opens another line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('-', '>', '<', '!', '"', '\n', '\r', 'a') }), (key) => {
        const line = writeMarker({ key, digest: key });
        expect(line.indexOf('--', 4)).toBe(line.length - 3);
        expect(line).toMatch(/^<!--.*-->$/);
      }),
    );
  });

  test.each([undefined, '', 'text', '<!-- other -->', '<!-- xano-specs key="%E0%A4%A" digest="x" -->'])(
    '%j has none',
    (body) => {
      expect(readMarker(body)).toBeNull();
    },
  );
});
