import { describe, expect, test } from '@jest/globals';
import { type FakeXano, type FaultRule, misbehave, startFakeXano } from '../src/index.ts';
import { apispecUrl, get, metaBase } from './client.ts';
import { EXPLORE_DOMAIN, PRIVATE_DOMAIN } from './places.ts';

const ASKS: Readonly<Record<string, (fake: FakeXano) => Promise<{ readonly status: number }>>> = {
  instances: (fake) => get(`${fake.masterUrl}/api:meta/instance`, fake.accessToken),
  workspaces: (fake) => get(`${metaBase(fake)}/workspace`, fake.accessToken),
  groups: (fake) => get(`${metaBase(fake)}/workspace/2/apigroup`, fake.accessToken),
  'public document': (fake) => get(`${metaBase(fake)}/workspace/2/apigroup/4/openapi`, fake.accessToken),
  'private document': (fake) => get(`${metaBase(fake)}/workspace/2/apigroup/5/openapi`, fake.accessToken),
  'public apispec': (fake) => get(apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX')),
  'private apispec': (fake) => get(apispecUrl(fake, PRIVATE_DOMAIN, 'YkBUXX')),
  'other workspaces': (fake) => get(`${metaBase(fake, 'starter-instance')}/workspace`, fake.accessToken),
};

async function whatMet(fake: FakeXano): Promise<string[]> {
  const met: string[] = [];
  for (const [name, ask] of Object.entries(ASKS)) if ((await ask(fake)).status === 503) met.push(name);
  return met;
}

const scopes: [string, Omit<FaultRule, 'misbehave'>, string[]][] = [
  ['no condition', {}, Object.keys(ASKS)],
  ['an operation', { on: 'list-groups' }, ['groups']],
  ['several operations', { on: ['list-instances', 'list-groups'] }, ['instances', 'groups']],
  ['an API', { api: 'apispec' }, ['public apispec', 'private apispec']],
  ['a group', { group: 'Private API' }, ['private document', 'private apispec']],
  ['an instance', { instance: 'starter-instance' }, ['other workspaces']],
  ['a workspace', { workspace: 'Book Marketplace', on: 'list-groups' }, ['groups']],
  ['a condition of one’s own', { when: ({ origin }) => origin.role === 'group-host' }, ['private apispec']],
  ['what never happens', { group: 'Private API', instance: 'starter-instance' }, []],
];

describe('rules of misbehaviour', () => {
  test.each(scopes)('given %s, then just the requests that fit meet it', async (_, scope, expected) => {
    await using fake = await startFakeXano();
    fake.faults.add({ ...scope, misbehave: misbehave.serverError(503), times: Infinity });

    expect(await whatMet(fake)).toStrictEqual(expected);
  });

  test('given a rule from the third request on, for two of them, then five requests go so', async () => {
    await using fake = await startFakeXano();
    const fault = fake.faults.add({
      misbehave: misbehave.serverError(),
      on: 'list-workspaces',
      after: 2,
      times: 2,
    });
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      statuses.push((await get(`${metaBase(fake)}/workspace`, fake.accessToken)).status);
    }

    expect(statuses).toStrictEqual([200, 200, 500, 500, 200]);
    expect(fault.met).toBe(2);
  });

  test('given two rules for one request, then the first acts until it is used up', async () => {
    await using fake = await startFakeXano();
    fake.faults.add({ misbehave: misbehave.accessDenied() });
    fake.faults.add({ misbehave: misbehave.serverError() });
    const ask = async () => (await get(`${metaBase(fake)}/workspace`, fake.accessToken)).status;

    expect([await ask(), await ask(), await ask()]).toStrictEqual([403, 500, 200]);
  });

  test('given rules for all requests, when one is removed, or all are, then they end', async () => {
    await using fake = await startFakeXano();
    const denied = fake.faults.add({ misbehave: misbehave.accessDenied(), times: Infinity });
    fake.faults.add({ misbehave: misbehave.serverError(), times: Infinity });
    const ask = async () => (await get(`${metaBase(fake)}/workspace`, fake.accessToken)).status;

    expect(await ask()).toBe(403);
    denied.remove();
    expect(await ask()).toBe(500);
    fake.faults.clear();
    expect(await ask()).toBe(200);
  });
});
