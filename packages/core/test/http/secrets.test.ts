import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { REDACTED, Secrets } from '../../src/index.ts';

function secretsOf(...texts: readonly string[]): Secrets {
  const secrets = new Secrets();
  for (const text of texts) secrets.add(text);
  return secrets;
}

describe('secrets in a text', () => {
  test.each([
    ['one', ['abcdef'], 'x abcdef y', `x ${REDACTED} y`],
    ['one beside itself', ['abcdef'], 'abcdefabcdef', `${REDACTED}${REDACTED}`],
    ['one within another', ['abcdef', '12abcdef34'], '-12abcdef34-', `-${REDACTED}-`],
    ['two that overlap', ['abcdef', 'defghi'], '-abcdefghi-', `-${REDACTED}-`],
    ['one that begins as a longer one does', ['abcdef', 'abcdefgh'], 'abcdefgx', `${REDACTED}gx`],
    ['one as it stands in a URL', ['a b/c+d'], '?token=a%20b%2Fc%2Bd', `?token=${REDACTED}`],
    ['one that is no text', ['abcde\ud800'], 'x abcde\ud800 y', `x ${REDACTED} y`],
    ['one too short to be one', ['abc'], 'abc', 'abc'],
  ])('given %s, are replaced whole, and nothing else is', (_, known, text, expected) => {
    expect(secretsOf(...known).redact(text)).toBe(expected);
  });

  test('whatever they are, no text holds one afterwards, and one without any stays as it is', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 6, maxLength: 9 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), text, (known, before) => {
        const after = secretsOf(...known).redact(before);
        expect(known.filter((secret) => after.includes(secret))).toEqual([]);
        if (!known.some((secret) => before.includes(secret))) expect(after).toBe(before);
      }),
    );
  });

  test('given as many as an account may have API groups with a token, a report of all of them is no wait', () => {
    const tokens = Array.from(
      { length: 100_000 },
      (_, index) => `${index.toString(36).padStart(6, '0')}-token-${'x'.repeat(30)}`,
    );
    const secrets = secretsOf(...tokens);
    const texts = tokens.slice(0, 10_000).map((token, index) => `The group ${index} has ${token}.`);
    expect(texts.map((text) => secrets.redact(text)).filter((text) => text.includes('token-'))).toEqual([]);
  });
});

describe('secrets in a document', () => {
  test.each([
    ['one', ['abcdefghijkl'], '{"a": "see abcdefghijkl."}', true],
    ['one at its end', ['abcdefghijkl'], '-abcdefghijkl', true],
    ['one as it stands in a URL', ['a b/c+defghi'], '?token=a%20b%2Fc%2Bdefghi', true],
    ['one as it stands in JSON', ['a\\b"cdefghijk'], String.raw`{"a": "a\\b\"cdefghijk"}`, true],
    ['the beginning of one', ['abcdefghijklm'], 'abcdefghijkl', false],
    ['one too short to stand there by design', ['operation'], '{"a": "operation"}', false],
    ['another case', ['abcdefghijkl'], 'ABCDEFGHIJKL', false],
  ])('given %s, it is found or not as it should be', (_, known, document, expected) => {
    expect(secretsOf(...known).isIn(document)).toBe(expected);
  });

  test('whatever they are, one is found exactly when it is there', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), minLength: 12, maxLength: 14 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 4 }),
        text,
        text,
        fc.boolean(),
        (known, before, after, holds) => {
          const document = `${before}${holds ? (known[0] ?? '') : ''}${after}`;
          expect(secretsOf(...known).isIn(document)).toBe(known.some((secret) => document.includes(secret)));
        },
      ),
    );
  });
});
