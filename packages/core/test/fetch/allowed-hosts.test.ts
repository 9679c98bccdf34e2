import { describe, expect, test } from '@jest/globals';
import { bookShop, type FakeXano, startFakeXano } from '@xano-specs/fake-xano';
import { withAllowedHosts } from '../../src/http/allowed-hosts.ts';
import type { ClientRequest, HttpClient } from '../../src/http/client.ts';
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

describe('a host that is left out', () => {
  test.each([
    ['!evil.example', 'https://evil.example./'],
    ['!evil.example.', 'https://evil.example/'],
    ['!*.internal', 'https://vault.internal../'],
    ['!EVIL.example', 'https://evil.example/'],
    ['!evil.example:443', 'https://evil.example/'],
    ['!evil.example:80', 'http://evil.example./'],
    ['!evil.example:*', 'https://evil.example/'],
    ['!münchen.example', 'https://münchen.example/'],
    ['!*.münchen.example', 'https://api.xn--mnchen-3ya.example/'],
    ['!169.254.169.254', 'http://[::ffff:169.254.169.254]/'],
    ['!169.254.169.254', 'http://2852039166/'],
  ])('as %s is not asked as %s', async (pattern, address) => {
    await expect(get([pattern], address)).rejects.toMatchObject({ code: 'HOST_NOT_ALLOWED' });
  });

  test.each([
    ['münchen.example', 'https://münchen.example/'],
    ['*.xano.io', 'https://a.xano.io./'],
    ['!evil.example:8443', 'https://evil.example/'],
    ['!evil.example', 'https://not-evil.example/'],
  ])('as %s does not keep from %s', async (pattern, address) => {
    await expect(get([pattern], address)).resolves.toBe(address);
  });
});

/** Asks an address of a client that answers with the address that it was asked for. */
function get(patterns: readonly string[], address: string): Promise<unknown> {
  const http = { get: () => Promise.resolve(address) } as unknown as HttpClient;
  const request = { url: new URL(address), purpose: 'a list' } as unknown as ClientRequest;
  return withAllowedHosts(http, { patterns, named: [] }).get(request);
}
