import { describe, expect, test } from '@jest/globals';
import { bookShop, type FakeXano, misbehave, startFakeXano } from '@xano-specs/fake-xano';
import { compileFilters, type DiagnoseOptions, type Diagnosis, diagnose } from '../../src/index.ts';
import { QUICK, secretsIn } from '../fetch/against-fake.ts';

const DAY_MS = 24 * 3_600_000;

async function examine(
  fake: FakeXano,
  env: Record<string, string>,
  options: DiagnoseOptions = {},
): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  const patient = { env, sourceOptions: { masterUrl: fake.masterUrl } };
  for await (const diagnosis of diagnose(patient, { ...QUICK, ...options })) found.push(diagnosis);
  expect(secretsIn(fake.secrets(), found)).toEqual([]);
  for (const { status, remedy } of found)
    if (status !== 'ok') expect(remedy).toEqual(expect.stringMatching(/\.$/));
  return found;
}

function lines(found: readonly Diagnosis[]): string[] {
  return found.map(({ status, step }) => `${status} ${step}`);
}

const token = (fake: FakeXano, options: Parameters<FakeXano['issueAccessToken']>[0] = {}) => ({
  XANO_ACCESS_TOKEN: fake.issueAccessToken(options),
});
const key = (fake: FakeXano) => ({ XANO_DEVELOPER_API_KEY: fake.developerApiKey });

describe('given a healthy account, every step is well', () => {
  test('with an access token', async () => {
    await using fake = await startFakeXano();
    const found = await examine(fake, token(fake));
    expect(lines(found)).toEqual([
      'ok credential',
      'ok expiry',
      'ok master',
      'ok instances',
      'ok instance',
      'ok instance',
    ]);
    expect(found.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'XANO_ACCESS_TOKEN is a Metadata API token',
        expect.stringContaining('expires in 6 days, on '),
        '2 instances',
        'explore-instance: 1 workspace, 2 API groups',
        'starter-instance: 1 workspace, 1 API group',
      ]),
    );
  });

  test('with a developer key, but for a warning that it is deprecated', async () => {
    await using fake = await startFakeXano();
    const found = await examine(fake, key(fake));
    expect(found[0]).toMatchObject({
      detail: 'the Developer API is deprecated, and Xano may switch it off',
      remedy: expect.stringMatching(/^To move to the Metadata API, make a new access token in Xano under /),
    });
    expect(lines(found)).toEqual([
      'warning credential',
      'ok master',
      'ok instances',
      'ok instance',
      'ok instance',
    ]);
  });
});

describe('a credential', () => {
  test('that is missing ends the examination, and the remedy says how to make one', async () => {
    await using fake = await startFakeXano();
    const found = await examine(fake, {});
    expect(lines(found)).toEqual(['problem credential']);
    expect(found[0]?.remedy).toContain('Metadata API');
    expect(fake.log.all()).toEqual([]);
  });

  test('given for both APIs is told', async () => {
    await using fake = await startFakeXano();
    expect(lines(await examine(fake, { ...token(fake), ...key(fake) }))).toEqual(['problem credential']);
  });

  test.each([
    [
      'a developer key in XANO_ACCESS_TOKEN',
      (fake: FakeXano) => ({ XANO_ACCESS_TOKEN: fake.developerApiKey }),
      'XANO_DEVELOPER_API_KEY',
    ],
    [
      'an access token in XANO_DEVELOPER_API_KEY',
      (fake: FakeXano) => ({ XANO_DEVELOPER_API_KEY: fake.accessToken }),
      'XANO_ACCESS_TOKEN',
    ],
  ])('that is %s is told with where it belongs', async (_, env, belongs) => {
    await using fake = await startFakeXano();
    const found = await examine(fake, env(fake));
    expect(lines(found)).toEqual(['problem credential', 'ok master', 'problem instances']);
    expect(found[0]?.remedy?.toLowerCase()).toContain(`put it into ${belongs.toLowerCase()}`);
  });

  test.each([
    [36 * 3_600_000, 'warning expiry', 'in 1 day'],
    [5 * 3_600_000, 'warning expiry', 'in less than a day'],
    [30 * DAY_MS, 'ok expiry', 'in 29 days'],
    [-2 * DAY_MS, 'problem expiry', 'expired on '],
  ])('that is good for %d ms gives %s', async (lifeMs, line, said) => {
    await using fake = await startFakeXano();
    const found = await examine(fake, token(fake, { lifeMs }));
    expect(lines(found)).toContain(line);
    expect(found.find(({ step }) => step === 'expiry')?.what).toContain(said);
  });

  test('that is good for ten days is warned of by whoever wants to know so early', async () => {
    await using fake = await startFakeXano();
    const env = token(fake, { lifeMs: 10.5 * DAY_MS });
    expect(lines(await examine(fake, env, { warnTokenDays: 12 }))).toContain('warning expiry');
    expect(lines(await examine(fake, env))).toContain('ok expiry');
  });

  test('without the permission to list branches is told, and the live branch is still looked at', async () => {
    await using fake = await startFakeXano();
    const found = await examine(fake, token(fake, { scopes: ['workspace-api:read'] }));
    const problem = found.find(({ status }) => status === 'problem');
    expect(problem).toMatchObject({
      step: 'workspace',
      remedy: expect.stringContaining('Instance Workspace: Read'),
    });
    expect(found.map(({ what }) => what)).toContain('explore-instance: 1 workspace, 2 API groups');
  });

  test('that is pinned to another workspace is told', async () => {
    await using fake = await startFakeXano();
    const found = await examine(fake, token(fake, { workspace: 2 }));
    expect(lines(found)).toContain('problem workspace');
    expect(found.find(({ status }) => status === 'problem')?.what).toContain('403');
  });
});

test('a master service that can’t be reached ends the examination', async () => {
  const fake = await startFakeXano();
  const env = token(fake);
  await fake.close();
  const found = await examine(fake, env);
  expect(lines(found)).toEqual(['ok credential', 'ok expiry', 'problem master']);
});

test('an address that answers with a page is no Xano', async () => {
  await using fake = await startFakeXano();
  fake.faults.add({ misbehave: misbehave.htmlPage(), on: 'list-instances', times: Number.POSITIVE_INFINITY });
  const found = await examine(fake, token(fake));
  expect(found.at(-1)).toMatchObject({
    status: 'problem',
    step: 'master',
    what: expect.stringContaining('page'),
  });
});

test('an instance that refuses everything doesn’t hide the other', async () => {
  await using fake = await startFakeXano();
  fake.faults.add({
    misbehave: misbehave.accessDenied(),
    on: 'list-workspaces',
    instance: 'starter-instance',
    times: Number.POSITIVE_INFINITY,
  });
  const found = await examine(fake, token(fake));
  expect(lines(found).slice(-2)).toEqual(['ok instance', 'problem instance']);
});

test.each([
  ['disabled', token, 'disabled'],
  ['disabled', key, 'disabled'],
  ['token', key, 'token'],
] as const)('documentation that is %s is told with the setting', async (documentation, env, said) => {
  const account = bookShop();
  const group = account.instances[0]?.workspaces[0]?.branches[0]?.groups[0];
  if (group !== undefined) group.documentation = documentation;
  await using fake = await startFakeXano({ account });
  const found = await examine(fake, env(fake));
  expect(found.filter(({ step }) => step === 'group')).toEqual([
    expect.objectContaining({
      status: 'warning',
      what: expect.stringMatching(new RegExp(`^explore-instance / Book Marketplace / Public API: .*${said}`)),
      remedy: expect.stringContaining('settings → Swagger'),
    }),
  ]);
});

test('a limited instance says how long a run takes', async () => {
  const account = bookShop();
  const [explore] = account.instances;
  if (explore !== undefined) explore.limited = true;
  await using fake = await startFakeXano({ account, rateLimit: { requests: 2, windowMs: 60 } });
  const rateLimit = { requests: 2, windowMs: 60 };
  const found = await examine(fake, token(fake), { rateLimit });
  // Workspaces, branches, groups and two documents: five requests, in the third window.
  expect(found.find(({ what }) => what.startsWith('explore-instance'))?.detail).toBe(
    'limited to 2 requests in 60 ms (free plan): a run takes about 120 ms; 1 document of 2 tried',
  );
});

test('filters narrow the examination, and one that selects nothing is told', async () => {
  await using fake = await startFakeXano();
  const one = await examine(fake, token(fake), { filters: compileFilters({ instances: ['starter*'] }) });
  expect(one.filter(({ step }) => step === 'instance')).toHaveLength(1);
  const none = await examine(fake, token(fake), { filters: compileFilters({ instances: ['nothing'] }) });
  expect(lines(none).at(-1)).toBe('problem instances');
});

test('filters that leave no API group are told, and every time is in whole milliseconds', async () => {
  await using fake = await startFakeXano();
  const found = await examine(fake, token(fake), { filters: compileFilters({ groups: ['Pulbic API'] }) });
  expect(lines(found).slice(-3)).toEqual(['ok instance', 'ok instance', 'warning group']);
  for (const { ms } of found) expect(ms === null || Number.isInteger(ms)).toBe(true);
});

test('given a signal to stop, the examination throws that it was interrupted', async () => {
  await using fake = await startFakeXano();
  await expect(examine(fake, token(fake), { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'INTERRUPTED',
  });
});
