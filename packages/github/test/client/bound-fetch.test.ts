import { afterAll, describe, expect, test } from '@jest/globals';
import { boundFetch, createOctokit } from '../../src/index.ts';
import { startServer, stopServers } from '../support/servers.ts';
import { rejection } from '../support/world.ts';

afterAll(stopServers);

const TOKEN = 'ghs_secret0000000000000000000000';

/** A server that is not GitHub's, and the credentials that it was shown. */
async function stranger() {
  const seen: (string | undefined)[] = [];
  const url = await startServer((incoming, outgoing) => {
    seen.push(incoming.headers.authorization);
    outgoing.end('[]');
  });
  return { url, seen };
}

describe('the token stays with the origin of the API', () => {
  test('given a redirect within the origin, it is followed with the token', async () => {
    const seen: (string | undefined)[] = [];
    const api = await startServer((incoming, outgoing) => {
      seen.push(incoming.headers.authorization);
      if (incoming.url === '/repos/acme/old') outgoing.writeHead(301, { location: '/repositories/7' }).end();
      else outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"id":7}');
    });
    const octokit = createOctokit({ token: TOKEN, env: { GITHUB_API_URL: api } });
    const { data } = await octokit.rest.repos.get({ owner: 'acme', repo: 'old' });
    expect(data.id).toBe(7);
    expect(seen).toEqual([`token ${TOKEN}`, `token ${TOKEN}`]);
  });

  test.each([301, 302, 307, 308])(
    'given a redirect %d to another origin, nothing is sent there',
    async (status) => {
      const other = await stranger();
      const api = await startServer((_, outgoing) =>
        outgoing.writeHead(status, { location: other.url }).end(),
      );
      const octokit = createOctokit({ token: TOKEN, env: { GITHUB_API_URL: api } });
      const error = await rejection(octokit.rest.repos.get({ owner: 'acme', repo: 'shop' }));
      expect(error).toMatchObject({ code: 'FOREIGN_ORIGIN', message: expect.stringContaining(other.url) });
      expect(other.seen).toEqual([]);
    },
  );

  test('given a Link header to another origin, the next page is not asked for', async () => {
    const other = await stranger();
    const api = await startServer((_, outgoing) =>
      outgoing
        .writeHead(200, { 'content-type': 'application/json', link: `<${other.url}/page2>; rel="next"` })
        .end('[{"id":1}]'),
    );
    const octokit = createOctokit({ token: TOKEN, env: { GITHUB_API_URL: api } });
    const error = await rejection(
      octokit.paginate(octokit.rest.issues.listComments, { owner: 'acme', repo: 'shop', issue_number: 1 }),
    );
    expect(error).toMatchObject({ code: 'FOREIGN_ORIGIN' });
    expect(other.seen).toEqual([]);
  });

  test('given a call that names another host itself, it is refused', async () => {
    const other = await stranger();
    const octokit = createOctokit({ token: TOKEN, env: { GITHUB_API_URL: 'http://127.0.0.1:9' } });
    expect(await rejection(octokit.request(`GET ${other.url}/x`))).toMatchObject({ code: 'FOREIGN_ORIGIN' });
    expect(other.seen).toEqual([]);
  });

  test('given redirects without end, the request ends in an error', async () => {
    const api = await startServer((_, outgoing) => outgoing.writeHead(302, { location: '/again' }).end());
    expect(await rejection(boundFetch(fetch, [api])(api))).toMatchObject({ code: 'UNEXPECTED' });
  });

  test('given a redirected write that must not be repeated, the redirect itself is the answer', async () => {
    const api = await startServer((_, outgoing) => outgoing.writeHead(302, { location: '/login' }).end());
    expect((await boundFetch(fetch, [api])(api, { method: 'POST' })).status).toBe(302);
  });

  test('given a caller that wants to see redirects, it gets them', async () => {
    const api = await startServer((_, outgoing) =>
      outgoing.writeHead(302, { location: 'https://x.io/' }).end(),
    );
    expect((await boundFetch(fetch, [api])(api, { redirect: 'manual' })).status).toBe(302);
  });
});
