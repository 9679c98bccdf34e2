import { describe, expect, test } from '@jest/globals';
import { bookShop, misbehave, type Operation, startFakeXano } from '@xano-specs/fake-xano';
import type { SourceApi } from '../../src/index.ts';
import { BOTH, secretsIn, sourceOf, told, walk } from '../fetch/against-fake.ts';

type Change = (answer: unknown) => unknown;

const entry =
  (index: number, change: Record<string, unknown>): Change =>
  (answer) =>
    (answer as object[]).map((value, at) => (at === index ? { ...value, ...change } : value));
const whole =
  (value: unknown): Change =>
  () =>
    value;

/** Which answer is changed, how, and what the message says of it. */
const SHAPES: readonly [SourceApi, Operation, string, Change, string][] = [
  [
    'developer-api',
    'list-instances',
    'a missing name',
    entry(1, { name: undefined }),
    '[1].name is missing where a text was expected',
  ],
  [
    'developer-api',
    'list-instances',
    'a tokenUrl of another kind',
    entry(1, { tokenUrl: 7 }),
    '[1].tokenUrl is a number where a text was expected',
  ],
  [
    'developer-api',
    'list-instances',
    'no list',
    whole({ error: 'x' }),
    'a list was expected, and it is an object with error',
  ],
  [
    'metadata-api',
    'list-instances',
    'more entries than an account has',
    whole(Array.from({ length: 100_001 }, () => 0)),
    'it has 100001 entries, and more than 100000 are not read',
  ],
  [
    'developer-api',
    'exchange-token',
    'a missing authToken',
    whole({ api: 'https://x.example' }),
    'authToken is missing where a text was expected',
  ],
  [
    'developer-api',
    'exchange-token',
    'a token with a line break',
    whole({ api: 'https://x.example', authToken: 'abc\r\nx: y' }),
    'authToken is a text of 9 characters',
  ],
  [
    'developer-api',
    'list-workspaces',
    'a missing id',
    entry(0, { id: null }),
    '[0].id is null where a number was expected',
  ],
  [
    'developer-api',
    'list-workspaces',
    'groups that are no list',
    entry(0, { apigroups: {} }),
    '[0].apigroups is an empty object where a list was expected',
  ],
  [
    'metadata-api',
    'list-instances',
    'a meta_api of another kind',
    entry(0, { meta_api: ['x'] }),
    '[0].meta_api is a list of 1 entry where a text was expected',
  ],
  [
    'metadata-api',
    'list-instances',
    'two of the same name',
    (answer) => (answer as object[]).map((value) => ({ ...value, name: 'same' })),
    'is a second entry with the id or name of another',
  ],
  [
    'metadata-api',
    'list-branches',
    'live of another kind',
    entry(0, { live: 'yes' }),
    '[0].live is a text of 3 characters where true or false was expected',
  ],
  [
    'metadata-api',
    'list-groups',
    'no items',
    whole({ items: 'none', nextPage: null }),
    'items is a text of 4 characters where a list was expected',
  ],
  [
    'metadata-api',
    'list-groups',
    'a page of another kind',
    whole({ items: [], nextPage: 'two' }),
    'nextPage is a text of 3 characters',
  ],
];

test.each(SHAPES)(
  'by the %s, %s with %s: the error names the field and what was found',
  async (api, on, _, change, said) => {
    await using fake = await startFakeXano();
    fake.faults.add({ misbehave: misbehave.wrongShape(change), on, times: Number.POSITIVE_INFINITY });
    const walked = await walk(fake, api);
    const errors = walked.outcomes.flatMap((outcome) =>
      outcome.kind === 'listing-failed' ? [outcome.error] : [],
    );
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]).toMatchObject({ code: 'WRONG_SHAPE', message: expect.stringContaining(said) });
    expect(secretsIn(fake.secrets(), walked)).toEqual([]);
  },
);

test.each(BOTH)(
  'by the %s, a server that gives back what it was sent, as keys: no part of a secret is shown',
  async (api) => {
    await using fake = await startFakeXano();
    const secret = api === 'metadata-api' ? fake.accessToken : fake.developerApiKey;
    const echo = whole({ [`Bearer ${secret}`]: 1, [secret]: 2, message: 'x' });
    fake.faults.add({ misbehave: misbehave.wrongShape(echo), on: 'list-instances' });
    const [outcome] = (await walk(fake, api)).outcomes;
    const message = outcome?.kind === 'listing-failed' ? outcome.error.message : '';
    expect(message).toContain('it is an object with message and 2 further fields');
    expect(message).not.toContain(secret.slice(0, 8));
  },
);

describe('one bad entry of a list doesn’t cost the others', () => {
  const cases: readonly [SourceApi, Operation, Change, string[]][] = [
    [
      'developer-api',
      'list-instances',
      entry(0, { tokenUrl: null }),
      ['Billing: document', 'list: WRONG_SHAPE'],
    ],
    ['metadata-api', 'list-instances', entry(0, { name: 7 }), ['Billing: document', 'list: WRONG_SHAPE']],
    [
      'metadata-api',
      'list-instances',
      entry(0, { meta_api: 'http://xano.example/api:meta' }),
      ['Billing: document', 'list: URL_REFUSED'],
    ],
    [
      'developer-api',
      'list-instances',
      entry(0, { tokenUrl: 'https://evil.test/t?token=abcdefghij' }),
      ['Billing: document', 'list: URL_REFUSED'],
    ],
  ];
  test.each(cases)('by the %s, at %s', async (api, on, change, expected) => {
    await using fake = await startFakeXano();
    fake.faults.add({ misbehave: misbehave.wrongShape(change), on, times: Number.POSITIVE_INFINITY });
    expect(told(await walk(fake, api))).toEqual(expected);
    expect(fake.log.strays()).toEqual([]);
  });
});

describe('addresses that answers name', () => {
  const withGroup =
    (change: Record<string, unknown>): Change =>
    (answer) =>
      (answer as { apigroups: object[] }[]).map((workspace) => ({
        ...workspace,
        apigroups: workspace.apigroups.map((group, index) => (index === 0 ? { ...group, ...change } : group)),
      }));

  test.each([
    ['in the clear', 'http://xano.example/apispec:x'],
    ['with a password', 'https://a:b@xano.example/apispec:x'],
    ['that is none', 'apispec:x'],
    ['of a file', 'file:///etc/passwd'],
  ])('a document’s address %s is not asked', async (_, swaggerspec) => {
    await using fake = await startFakeXano();
    fake.faults.add({
      misbehave: misbehave.wrongShape(withGroup({ swaggerspec })),
      on: 'list-workspaces',
      instance: 'explore-instance',
    });
    expect(told(await walk(fake, 'developer-api'))).toEqual([
      'Billing: document',
      'Private API: document',
      'Public API: URL_REFUSED',
    ]);
  });

  test('a document’s address that already asks for JSON, or carries a token, is asked as it is', async () => {
    await using fake = await startFakeXano();
    const base = fake.origins.find(({ domain }) => domain === 'x8d0-doy0-xx99.n0.xano.io')?.url;
    const swaggerspec = `${base}/apispec:Wk_siXX?type=json&token=documentation-token-1`;
    fake.faults.add({
      misbehave: misbehave.wrongShape(withGroup({ swaggerspec })),
      on: 'list-workspaces',
      instance: 'explore-instance',
    });
    const secrets: string[] = [];
    const walked = await walk(fake, 'developer-api', {}, { onSecret: (secret) => secrets.push(secret) });
    expect(told(walked)).toContain('Public API: document');
    expect(fake.log.all().find(({ path }) => path === '/apispec:Wk_siXX')?.query).toEqual(['type', 'token']);
    expect(secrets).toContain('documentation-token-1');
  });

  test('an instance’s token goes nowhere but to the instance, wherever its document is said to be', async () => {
    await using fake = await startFakeXano();
    const elsewhere = fake.origins.find(({ role }) => role === 'elsewhere')?.url;
    fake.faults.add({
      misbehave: misbehave.wrongShape((answer) => ({
        ...(answer as object),
        swaggerspec: `${elsewhere}/apispec:developer`,
      })),
      on: 'exchange-token',
      times: Number.POSITIVE_INFINITY,
    });
    const walked = await walk(fake, 'developer-api', {}, { includeInstanceApi: true });
    expect(told(walked).filter((line) => line.startsWith('Developer API'))).toEqual([
      'Developer API: CREDENTIAL_MISDIRECTED',
      'Developer API: CREDENTIAL_MISDIRECTED',
    ]);
    expect(fake.log.all().some(({ origin }) => origin.role === 'elsewhere')).toBe(false);
  });
});

test.each(BOTH)('every secret of the %s is told of before a host sees it', async (api) => {
  const account = bookShop();
  const group = account.instances[0]?.workspaces[0]?.branches[0]?.groups[0];
  if (group !== undefined) group.documentation = 'token';
  await using fake = await startFakeXano({ account });
  const secrets: string[] = [];
  await walk(fake, api, {}, { onSecret: (secret) => secrets.push(secret) });
  const seen = new Set(fake.log.all().flatMap(({ credentials }) => credentials.map(({ secret }) => secret)));
  const handed = fake
    .secrets()
    .filter(({ label }) => seen.has(label) || (api === 'metadata-api' && label.startsWith('documentation')));
  expect(handed.length).toBeGreaterThan(api === 'metadata-api' ? 1 : 4);
  for (const { label, value } of handed)
    if (!label.startsWith('documentation') || api === 'metadata-api') expect(secrets).toContain(value);
});

test('a source prints no secret', async () => {
  await using fake = await startFakeXano();
  expect(secretsIn(fake.secrets(), ...BOTH.map((api) => sourceOf(fake, api)))).toEqual([]);
});
