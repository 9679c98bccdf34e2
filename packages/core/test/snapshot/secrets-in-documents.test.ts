import { expect, test } from '@jest/globals';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { XanoSpecsError } from '../../src/http/errors.ts';
import { memoryStaging, reduceOutcomes, Secrets } from '../../src/index.ts';
import { documentOutcome, group } from './account.ts';

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

test('given names that hold a secret which becomes known after they were read, then they are told without it', async () => {
  const secrets = new Secrets();
  const spec = { id: 1, name: `Books ${TOKEN}`, workspaceName: `Shop ${TOKEN}` };
  const { instance, workspace } = group(spec);
  async function* outcomes(): AsyncGenerator<FetchOutcome> {
    yield documentOutcome(spec, 'no secret');
    yield {
      kind: 'listing-failed',
      scope: { instance: { ...instance, display: TOKEN }, workspace, branch: 'v2' },
      error: new XanoSpecsError('TIMED_OUT', 'no answer'),
    };
    secrets.add(TOKEN);
  }
  const reduced = await reduceOutcomes(outcomes(), { staging: memoryStaging(), secrets });
  const names = [...reduced.groups.values()].map((one) => [one.group.workspace.name, one.group.group.name]);
  expect(names).toEqual([['Shop [redacted]', 'Books [redacted]']]);
  expect(reduced.unlisted.map(({ scope }) => [scope?.instance.display, scope?.workspace?.name])).toEqual([
    ['[redacted]', 'Shop [redacted]'],
  ]);
});

test('given a branch whose name is a secret that becomes known after it was read, then its documents have failed', async () => {
  const secrets = new Secrets();
  async function* outcomes(): AsyncGenerator<FetchOutcome> {
    yield documentOutcome({ id: 1, branch: TOKEN });
    yield documentOutcome({ id: 2 });
    secrets.add(TOKEN);
  }
  const { groups } = await reduceOutcomes(outcomes(), { staging: memoryStaging(), secrets });
  expect([...groups.values()].map((one) => (one.kind === 'failed' ? one.error.message : one.kind))).toEqual([
    'The name of the branch holds a credential of this run, and the document was not written.',
    'document',
  ]);
});
