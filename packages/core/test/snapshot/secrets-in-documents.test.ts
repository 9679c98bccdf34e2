import { expect, test } from '@jest/globals';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { memoryStaging, reduceOutcomes, Secrets } from '../../src/index.ts';
import { documentOutcome } from './account.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.handed.out';

/** A walk that gives two documents, the first of which holds a token, and learns of that token before or between them. */
async function reducedWith(learnt: 'before' | 'between' | 'never') {
  const secrets = new Secrets();
  async function* outcomes(): AsyncGenerator<FetchOutcome> {
    if (learnt === 'before') secrets.add(TOKEN);
    yield documentOutcome({ id: 1 }, `Call it with ${TOKEN}`);
    if (learnt === 'between') secrets.add(TOKEN);
    yield documentOutcome({ id: 2 });
  }
  const told: string[] = [];
  const { groups } = await reduceOutcomes(outcomes(), {
    staging: memoryStaging(),
    secrets,
    onOutcome: ({ kind }) => told.push(kind),
  });
  const kinds = [...groups.values()].map((one) => (one.kind === 'failed' ? one.error.code : one.kind));
  return { kinds, told };
}

test('given a document that holds a secret of the run, then it has failed, and the others are written', async () => {
  const { kinds, told } = await reducedWith('before');
  expect(kinds).toEqual(['CREDENTIAL_IN_DOCUMENT', 'document']);
  expect(told).toEqual(['failed', 'document']);
});

test('given a secret that Xano hands out after it gave a document that holds it, then that one has failed as well', async () => {
  const { kinds, told } = await reducedWith('between');
  expect(kinds).toEqual(['CREDENTIAL_IN_DOCUMENT', 'document']);
  expect(told).toEqual(['document', 'document', 'failed']);
});

test('given the same text that is no secret of the run, then it is written', async () => {
  expect((await reducedWith('never')).kinds).toEqual(['document', 'document']);
});
