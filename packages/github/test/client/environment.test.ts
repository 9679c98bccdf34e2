import { describe, expect, test } from '@jest/globals';
import { gitHubUrls, repositoryOf } from '../../src/index.ts';

describe('where GitHub is', () => {
  const places: [string, Record<string, string>, string, string][] = [
    ['github.com without any variable', {}, 'https://api.github.com', 'https://api.github.com/graphql'],
    [
      'an Enterprise Server that names both',
      { GITHUB_API_URL: 'https://git.acme.io/api/v3', GITHUB_GRAPHQL_URL: 'https://git.acme.io/api/graphql' },
      'https://git.acme.io/api/v3',
      'https://git.acme.io/api/graphql',
    ],
    [
      'an Enterprise Server that names REST alone',
      { GITHUB_API_URL: 'https://git.acme.io/api/v3/' },
      'https://git.acme.io/api/v3',
      'https://git.acme.io/api/graphql',
    ],
    [
      'GHE.com',
      { GITHUB_API_URL: 'https://api.acme.ghe.com' },
      'https://api.acme.ghe.com',
      'https://api.acme.ghe.com/graphql',
    ],
    [
      'a loopback address without TLS',
      { GITHUB_API_URL: 'http://127.0.0.1:8080' },
      'http://127.0.0.1:8080',
      'http://127.0.0.1:8080/graphql',
    ],
  ];
  test.each(places)('%s', (_name, env, apiUrl, graphqlUrl) => {
    expect(gitHubUrls(env)).toMatchObject({ apiUrl, graphqlUrl });
  });

  test.each([
    'http://api.github.com',
    'https://user:pw@api.github.com',
    'ftp://127.0.0.1',
    'api.github.com',
    '::',
  ])('an address that a token must not go to is refused: %s', (GITHUB_API_URL) => {
    expect(() => gitHubUrls({ GITHUB_API_URL })).toThrow(
      expect.objectContaining({
        code: 'INVALID_ENVIRONMENT',
        message: expect.stringContaining('GITHUB_API_URL'),
      }),
    );
  });

  test('the refusal of an address does not print the password in it', () => {
    expect(() => gitHubUrls({ GITHUB_API_URL: 'https://user:hunter2@x.io' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });
});

describe('the repository of the run', () => {
  test('is read from GITHUB_REPOSITORY', () => {
    expect(repositoryOf({ GITHUB_REPOSITORY: 'acme/shop' })).toEqual({ owner: 'acme', repo: 'shop' });
  });

  test.each([undefined, '', 'shop', '/shop', 'acme/', 'a/b/c', '../x', 'a/..', 'a b/c', 'a/b?x'])(
    '%p names none',
    (GITHUB_REPOSITORY) => {
      expect(() => repositoryOf({ GITHUB_REPOSITORY })).toThrow(
        expect.objectContaining({ code: 'INVALID_ENVIRONMENT' }),
      );
    },
  );
});
