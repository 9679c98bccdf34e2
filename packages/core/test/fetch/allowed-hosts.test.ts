import { describe, expect, test } from '@jest/globals';
import { bookShop, type FakeXano, startFakeXano } from '@xano-specs/fake-xano';
import { BOTH, told, walk } from './against-fake.ts';

const hostsOf = ({ origins }: FakeXano, ...roles: string[]) =>
  origins.filter(({ role }) => roles.includes(role)).map(({ url }) => new URL(url).host);

const asked = (fake: FakeXano) => new Set(fake.log.all().map(({ origin }) => new URL(origin.url).host));

describe.each(BOTH)('with the %s and hosts that are allowed', (api) => {
  test('given all that the account names, everything is read', async () => {
    await using fake = await startFakeXano();
    const walked = await walk(fake, api, {}, { allowedHosts: ['127.0.0.*'] });
    expect(told(walked)).toEqual(['Billing: document', 'Private API: document', 'Public API: document']);
  });

  test('given an instance on another host, it is told so, and neither it nor its credential is heard of', async () => {
    await using fake = await startFakeXano();
    const [first, second] = hostsOf(fake, 'instance');
    const { outcomes } = await walk(fake, api, {}, { allowedHosts: ['127.0.0.1:*', `!${second}`] });
    const failed = outcomes.filter(({ kind }) => kind === 'listing-failed');
    expect(failed).toEqual([
      expect.objectContaining({
        error: expect.objectContaining({
          code: 'HOST_NOT_ALLOWED',
          message: expect.stringMatching(
            new RegExp(
              `^${second} is not among the allowed hosts, and the workspaces of the instance "[^"]+" would have been read from it\\. Nothing was sent to it\\.$`,
            ),
          ),
          hint: expect.stringContaining('add it to allowed-hosts (--allow-host)'),
        }),
      }),
    ]);
    expect(asked(fake)).toContain(first);
    expect(asked(fake)).not.toContain(second);
  });

  test('given none of them, only the service that was named is asked', async () => {
    await using fake = await startFakeXano();
    const walked = await walk(fake, api, {}, { allowedHosts: ['*.xano.io'] });
    expect(new Set(told(walked))).toEqual(new Set(['list: HOST_NOT_ALLOWED']));
    expect([...asked(fake)]).toEqual([new URL(fake.masterUrl).host]);
  });
});

test('given an API group that names another host, its document alone failed, and the host heard nothing', async () => {
  const account = bookShop();
  const groups = account.instances.flatMap(({ workspaces }) =>
    workspaces.flatMap(({ branches }) => branches.flatMap((branch) => branch.groups)),
  );
  for (const group of groups) if (group.name === 'Billing') group.domain = 'api.elsewhere.example';
  await using fake = await startFakeXano({ account });
  const origin = fake.origins.find(({ domain }) => domain === 'api.elsewhere.example');
  const elsewhere = new URL(origin?.url ?? '').host;
  const walked = await walk(fake, 'developer-api', {}, { allowedHosts: [`!${elsewhere}`] });
  expect(told(walked)).toEqual([
    'Billing: HOST_NOT_ALLOWED',
    'Private API: document',
    'Public API: document',
  ]);
  expect(asked(fake)).not.toContain(elsewhere);
});

test('given a self-hosted instance, the address that was named is always allowed', async () => {
  await using fake = await startFakeXano({ selfHosted: true });
  const instanceUrls = fake.origins.filter(({ role }) => role === 'instance').map(({ url }) => url);
  const walked = await walk(fake, 'metadata-api', {}, { instanceUrls, allowedHosts: ['*.xano.io'] });
  expect(told(walked)).toEqual(['Billing: document', 'Private API: document', 'Public API: document']);
});
