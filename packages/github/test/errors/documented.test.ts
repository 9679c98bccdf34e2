import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** The codes that the type names, read from its source, since a type leaves nothing at run time. */
const CODES = [
  ...(readFileSync(new URL('../../src/errors/github-error.ts', import.meta.url), 'utf8')
    .split(';')[0]
    ?.matchAll(/'([A-Z_]+)'/g) ?? []),
].map(([, code]) => code);

test('every error code stands in the documentation, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/github.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(documented).toEqual(CODES);
  expect(CODES.length).toBeGreaterThan(20);
});
