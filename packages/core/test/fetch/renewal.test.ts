import { expect, test } from '@jest/globals';
import { documentedExample, misbehave, startFakeXano } from '@xano-specs/fake-xano';
import { told, walk } from './against-fake.ts';

const ALL = ['Private API: document', 'Public API: document'];

function requests(fake: Awaited<ReturnType<typeof startFakeXano>>, operation: string): number {
  return fake.log.all().filter((request) => request.operation === operation).length;
}

test.each(['unauthorized', 'accessDenied', 'tokenExpires'] as const)(
  'given an instance that answers %s, its token is renewed once through a fresh list of instances',
  async (name) => {
    await using fake = await startFakeXano({ account: documentedExample() });
    fake.faults.add({ misbehave: misbehave[name](), on: 'list-workspaces', instance: 'explore-instance' });
    expect(told(await walk(fake, 'developer-api'))).toEqual(ALL);
    expect([requests(fake, 'list-instances'), requests(fake, 'exchange-token')]).toEqual([2, 3]);
    expect(fake.log.strays()).toEqual([]);
  },
);

test('given an instance that refuses every token, it is asked twice and the other one is read', async () => {
  await using fake = await startFakeXano({ account: documentedExample() });
  fake.faults.add({
    misbehave: misbehave.unauthorized(),
    on: 'list-workspaces',
    instance: 'explore-instance',
    times: Number.POSITIVE_INFINITY,
  });
  const { outcomes } = await walk(fake, 'developer-api');
  expect(requests(fake, 'list-workspaces')).toBe(3);
  expect(outcomes).toContainEqual(
    expect.objectContaining({
      kind: 'listed',
      scope: expect.objectContaining({ instance: 'starter-instance' }),
    }),
  );
  expect(outcomes).toContainEqual(
    expect.objectContaining({
      kind: 'listing-failed',
      error: expect.objectContaining({ code: 'CREDENTIAL_REFUSED' }),
    }),
  );
});

test.each(['connectionReset', 'serverError', 'cutBody', 'brokenJson'] as const)(
  'given a tokenUrl whose answer is lost by %s, it is not asked again: a fresh list gives another',
  async (name) => {
    await using fake = await startFakeXano({ account: documentedExample() });
    fake.faults.add({ misbehave: misbehave[name](), on: 'exchange-token' });
    expect(told(await walk(fake, 'developer-api'))).toEqual(ALL);
    expect([requests(fake, 'list-instances'), requests(fake, 'exchange-token')]).toEqual([2, 3]);
  },
);

test('given a token that runs out before the document of the instance’s own API, it is renewed', async () => {
  await using fake = await startFakeXano({ account: documentedExample() });
  fake.faults.add({ misbehave: misbehave.tokenExpires(), on: 'instance-document' });
  const walked = await walk(fake, 'developer-api', {}, { includeInstanceApi: true });
  expect(told(walked).filter((line) => line === 'Developer API: document')).toHaveLength(2);
});
