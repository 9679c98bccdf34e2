import { describe, expect, test } from '@jest/globals';
import {
  ConfigurationError,
  RequestError,
  type SourceOptions,
  sourceFromEnvironment,
} from '../../src/index.ts';

const TOKEN = 'the-access-token-of-this-test';
const KEY = 'the-developer-key-of-this-test';

describe('the source is chosen by the credential', () => {
  test('an access token speaks to the Metadata API', () => {
    expect(sourceFromEnvironment({ XANO_ACCESS_TOKEN: TOKEN })).toMatchObject({
      api: 'metadata-api',
      variable: 'XANO_ACCESS_TOKEN',
      entry: 'https://app.xano.com/',
    });
  });

  test('a key speaks to the Developer API', () => {
    expect(sourceFromEnvironment({ XANO_DEVELOPER_API_KEY: KEY })).toMatchObject({
      api: 'developer-api',
      variable: 'XANO_DEVELOPER_API_KEY',
      entry: 'https://app.xano.com/',
    });
  });

  test('the master service is the one that is named: by the option, by the environment, by Xano', () => {
    const env = { XANO_ACCESS_TOKEN: TOKEN, XANO_MASTER_URL: 'https://xano.example' };
    expect(sourceFromEnvironment(env).entry).toBe('https://xano.example/');
    expect(sourceFromEnvironment(env, { masterUrl: 'https://other.example' }).entry).toBe(
      'https://other.example/',
    );
    expect(sourceFromEnvironment({ ...env, XANO_MASTER_URL: '' }).entry).toBe('https://app.xano.com/');
  });

  test('a master service in the environment that is no URL is told with the name of its variable', () => {
    const env = { XANO_ACCESS_TOKEN: TOKEN, XANO_MASTER_URL: 'not-a-url' };
    expect(() => sourceFromEnvironment(env)).toThrow('XANO_MASTER_URL is no URL');
  });

  test('white space that pasting left around it doesn’t count', () => {
    const told: string[] = [];
    sourceFromEnvironment({ XANO_ACCESS_TOKEN: ` ${TOKEN}\n` }, { onSecret: (secret) => told.push(secret) });
    expect(told).toEqual([TOKEN]);
  });
});

const REFUSED: readonly [string, Record<string, string>, SourceOptions, string][] = [
  ['no credential', {}, {}, 'NO_CREDENTIAL'],
  ['empty ones', { XANO_ACCESS_TOKEN: '', XANO_DEVELOPER_API_KEY: ' ' }, {}, 'NO_CREDENTIAL'],
  ['both', { XANO_ACCESS_TOKEN: TOKEN, XANO_DEVELOPER_API_KEY: KEY }, {}, 'TWO_CREDENTIALS'],
  ['one with a space', { XANO_ACCESS_TOKEN: `Bearer ${TOKEN}` }, {}, 'BAD_CREDENTIAL'],
  ['one in quotes', { XANO_ACCESS_TOKEN: `"${TOKEN}"` }, {}, 'BAD_CREDENTIAL'],
  ['one with a line break', { XANO_DEVELOPER_API_KEY: `${KEY}\nx: y` }, {}, 'BAD_CREDENTIAL'],
  [
    'instances by URL and a key',
    { XANO_DEVELOPER_API_KEY: KEY },
    { instanceUrls: ['https://x.example'] },
    'WRONG_SOURCE',
  ],
  [
    'the instance’s own API and a token',
    { XANO_ACCESS_TOKEN: TOKEN },
    { includeInstanceApi: true },
    'WRONG_SOURCE',
  ],
  [
    'a master service in the clear',
    { XANO_ACCESS_TOKEN: TOKEN },
    { masterUrl: 'http://app.xano.com' },
    'URL_REFUSED',
  ],
  [
    'two instances that share a host, which a snapshot would take for one',
    { XANO_ACCESS_TOKEN: TOKEN },
    { instanceUrls: ['https://x.example/a', 'https://y.example', 'https://x.example/b'] },
    'SAME_INSTANCE',
  ],
  [
    'an instance in the clear',
    { XANO_ACCESS_TOKEN: TOKEN },
    { instanceUrls: ['http://x.example'] },
    'URL_REFUSED',
  ],
];

test.each(REFUSED)(
  'given %s, an error says so and what to do, without the credential',
  (_, env, options, code) => {
    let thrown: unknown;
    try {
      sourceFromEnvironment(env, options);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code, hint: expect.stringMatching(/\.$/) });
    expect(thrown instanceof ConfigurationError || thrown instanceof RequestError).toBe(true);
    const shown = `${(thrown as Error).stack} ${JSON.stringify(thrown)}`;
    expect(shown).not.toContain(TOKEN);
    expect(shown).not.toContain(KEY);
  },
);

test('a secret is told of even when the settings are refused', () => {
  const told: string[] = [];
  expect(() =>
    sourceFromEnvironment(
      { XANO_ACCESS_TOKEN: TOKEN, XANO_DEVELOPER_API_KEY: KEY },
      { onSecret: (secret) => told.push(secret) },
    ),
  ).toThrow();
  expect(told.toSorted()).toEqual([TOKEN, KEY].toSorted());
});
