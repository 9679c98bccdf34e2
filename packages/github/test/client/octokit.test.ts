import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createOctokit, explainGitHubError, type RateLimitWait } from '../../src/index.ts';
import { startProxy, startServer, stopServers } from '../support/servers.ts';
import { environmentOf, rejection, startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await stopWorlds();
  stopServers();
});

describe('rate limits', () => {
  test.each([403, 429] as const)(
    'a secondary limit (%d) is waited out for as long as Retry-After says',
    async (status) => {
      const waits: RateLimitWait[] = [];
      world.fake.faults.next(
        { path: /\/branches$/ },
        { kind: 'secondary-rate-limit', retryAfterSeconds: 7, status },
        2,
      );
      const octokit = world.client({ onWait: (wait) => waits.push(wait) });
      const { data } = await octokit.rest.repos.listBranches({ ...world.repository, per_page: 5 });
      expect(data.map(({ name }) => name)).toEqual(['main']);
      const wait = { seconds: 7, limit: 'secondary', request: 'GET /repos/{owner}/{repo}/branches' };
      expect(waits).toEqual([wait, wait]);
    },
  );

  test('a secondary limit without Retry-After is waited out for a minute, as GitHub asks', async () => {
    const waits: number[] = [];
    world.fake.faults.next({ path: /\/branches$/ }, { kind: 'secondary-rate-limit' });
    await world
      .client({ onWait: ({ seconds }) => waits.push(seconds) })
      .rest.repos.listBranches(world.repository);
    expect(waits).toEqual([60]);
  });

  test("a 429 in a gateway's own words is waited out too", async () => {
    const waits: number[] = [];
    const headers = { 'retry-after': '3' };
    world.fake.faults.next(
      { path: /\/branches$/ },
      { kind: 'status', status: 429, message: 'Slow down', headers },
    );
    await world
      .client({ onWait: ({ seconds }) => waits.push(seconds) })
      .rest.repos.listBranches(world.repository);
    expect(waits).toEqual([3]);
  });

  test('an allowance that is used up is waited for until its reset', async () => {
    const waits: RateLimitWait[] = [];
    world.fake.faults.next({ path: /\/branches$/ }, { kind: 'primary-rate-limit', resetInSeconds: 40 });
    await world.client({ onWait: (wait) => waits.push(wait) }).rest.repos.listBranches(world.repository);
    expect(waits).toEqual([expect.objectContaining({ limit: 'primary' })]);
  });

  test.each([
    ['passed long ago', '1'],
    ['is no moment', '99999999999999'],
    ['is no number', 'soon'],
  ])('an allowance whose reset %s is not asked for again without end', async (_, reset) => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const message = 'API rate limit exceeded';
    world.fake.faults.next({ path: /\/branches$/ }, { kind: 'status', status: 403, message, headers }, 1000);
    const before = world.fake.requests.length;
    const error = await rejection(world.client().rest.repos.listBranches(world.repository));
    expect(world.fake.requests.length - before).toBeLessThan(20);
    expect(explainGitHubError(error).code).toBe('RATE_LIMITED');
    world.fake.faults.clear();
  });

  test('given waits that would exceed the budget, the run ends with an error that says when to come back', async () => {
    world.fake.faults.next(
      { path: /\/branches$/ },
      { kind: 'secondary-rate-limit', retryAfterSeconds: 50 },
      9,
    );
    const lines: string[] = [];
    const octokit = world.client({ waitBudgetSeconds: 120, log: (line) => lines.push(line) });
    const before = world.fake.requests.length;
    const error = await rejection(octokit.rest.repos.listBranches(world.repository));
    expect(world.fake.requests.length - before).toBe(3);
    expect(explainGitHubError(error)).toMatchObject({
      code: 'RATE_LIMITED',
      hint: expect.stringContaining('in 50 seconds'),
    });
    expect(lines.join('\n')).toContain('20 s are left');
    world.fake.faults.clear();
  });
});

describe('failures on the way', () => {
  test.each(['bad-gateway', 'cut'] as const)('a read that meets %s is sent again', async (kind) => {
    world.fake.faults.next({ path: /\/branches$/ }, { kind }, 2);
    const { data } = await world.octokit.rest.repos.listBranches(world.repository);
    expect(data).toHaveLength(1);
  });

  test('a write that may have been carried out is not sent again', async () => {
    const issue = (await pull()).number;
    world.fake.faults.next({ method: 'POST', path: /comments$/ }, { kind: 'lost-answer' });
    await rejection(
      world.octokit.rest.issues.createComment({ ...world.repository, issue_number: issue, body: 'Hello' }),
    );
    expect(world.fake.state.comments.filter((comment) => comment.issue === issue)).toHaveLength(1);
  });

  test('nothing that is logged or thrown holds the token', async () => {
    const lines: string[] = [];
    const octokit = world.client({
      token: 'ghs_wrong000000000000000000000',
      log: (line) => lines.push(line),
    });
    const error = await rejection(octokit.rest.repos.get(world.repository));
    const { code, what, hint } = explainGitHubError(error);
    expect(code).toBe('BAD_CREDENTIALS');
    expect([...lines, what, hint, String(error), JSON.stringify(error)].join('\n')).not.toContain(
      'ghs_wrong',
    );
  });
});

describe('where requests go', () => {
  test('an Enterprise Server gets REST below /api/v3 and GraphQL beside it', async () => {
    const paths: string[] = [];
    const server = await startServer((incoming, outgoing) => {
      paths.push(`${incoming.method} ${incoming.url}`);
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}');
    });
    const octokit = createOctokit({ token: 'x', env: { GITHUB_API_URL: `${server}/api/v3` }, secondMs: 1 });
    await octokit.rest.repos.get({ owner: 'acme', repo: 'shop' });
    await octokit.graphql('{ viewer { login } }');
    expect(paths).toEqual(['GET /api/v3/repos/acme/shop', 'POST /api/graphql']);
  });

  test('a GraphQL address of its own is kept to', async () => {
    const paths: string[] = [];
    const server = await startServer((incoming, outgoing) => {
      paths.push(`${incoming.method} ${incoming.url}`);
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}');
    });
    const env = { GITHUB_API_URL: `${server}/rest`, GITHUB_GRAPHQL_URL: `${server}/elsewhere/graphql` };
    await createOctokit({ token: 'x', env, secondMs: 1 }).graphql('{ viewer { login } }');
    expect(paths).toEqual(['POST /elsewhere/graphql']);
  });

  test.each(['http_proxy', 'HTTP_PROXY'])('requests go through the proxy that %s names', async (name) => {
    const proxy = await startProxy();
    const octokit = world.client({ env: { ...environmentOf(world.fake), [name]: proxy.url } });
    await octokit.rest.repos.get(world.repository);
    expect(proxy.seen).toEqual([new URL(world.fake.apiUrl).host]);
  });

  test.each(['user:hunter22@proxy:8080', 'hunter22 ::'])(
    'a proxy given as %j is refused in words, without its password',
    (url) => {
      const open = () => createOctokit({ token: 'x', env: { HTTPS_PROXY: url } });
      expect(open).toThrow(expect.objectContaining({ code: 'INVALID_ENVIRONMENT' }));
      expect(open).not.toThrow(/hunter22/);
    },
  );

  test('hosts of NO_PROXY are asked directly', async () => {
    const proxy = await startProxy();
    const env = { ...environmentOf(world.fake), HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' };
    await world.client({ env }).rest.repos.get(world.repository);
    expect(proxy.seen).toEqual([]);
  });
});

async function pull() {
  await world.fake.commit('topic', { 'a.txt': 'a' });
  return world.fake.openPullRequest({ head: 'topic' });
}
