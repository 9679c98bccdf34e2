import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { oracle } from '../relate/ajv-oracle.ts';
import { type Approved, changesIn, lineOf, namedIn } from './corpus.ts';

/** Changes that no one would think of, one a line; each is there because an engine with a small mistake told it otherwise. */
const CORPUS: readonly Approved[] = readFileSync(new URL('corpus/schemas.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('reports on schemas put together at random', () => {
  test.each(CORPUS.map((one) => [JSON.stringify([one.before, one.after]), one] as const))(
    'say what was approved, and ajv agrees with each example: %s',
    async (_, one) => {
      const changes = await changesIn(one);
      const objected = changes.flatMap((change) =>
        objections(one, change).map((text) => `${lineOf(change)}: ${text}`),
      );
      expect([changes.map(lineOf), objected]).toEqual([one.says, []]);
    },
  );
});

/** What ajv has against an example: that its sender does not send it, or that the receiver takes it. */
function objections(
  one: Approved,
  { witness }: Awaited<ReturnType<typeof changesIn>>[number],
): readonly string[] {
  // That a property is promised is the policy's word, and no schema's.
  if (witness === null || 'cut' in witness || one.promised === true) return [];
  const { direction, value } = witness;
  const [before, after] = namedIn(one);
  const sides = [
    { ...before, Changed: one.before },
    { ...after, Changed: one.after },
  ] as const;
  const [sender, receiver] = direction === 'request' ? sides : ([sides[1], sides[0]] as const);
  const view = { version: one.version === '3.0.3' ? '3.0' : '3.1', direction, world: 'declared' } as const;
  return [
    ...(oracle(sender, 'Changed', { ...view, role: 'may-send' })(value) ? [] : ['it is not sent']),
    ...(oracle(receiver, 'Changed', { ...view, role: 'receives' })(value) ? ['it is taken'] : []),
  ];
}
