import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { FakeGitHub } from '../src/index.ts';
import { clientOf, refusalOf, SHOP, startFake, stopFakes } from './support/world.ts';

let fake: FakeGitHub;
let octokit: Octokit;
beforeAll(async () => {
  fake = await startFake();
  octokit = clientOf(fake);
});
beforeEach(() => {
  fake.faults.clear();
  fake.settings.archived = false;
});
afterAll(stopFakes);

const label = (name: string, client = octokit) => client.rest.issues.createLabel({ ...SHOP, name });

describe('tokens', () => {
  test.each([
    ['no token', '', '401 Requires authentication'],
    ['a wrong token', 'ghp_wrong', '401 Bad credentials'],
  ])('%s is refused', async (_, token, words) => {
    expect(await refusalOf(clientOf(fake, token).rest.repos.get(SHOP))).toBe(words);
  });

  test('a token that only reads reads everything, and is told which permission a write needs', async () => {
    const reader = clientOf(fake, fake.readOnlyToken);
    expect((await reader.rest.repos.get(SHOP)).data.full_name).toBe('acme/shop');
    expect((await reader.rest.repos.listBranches(SHOP)).data).toHaveLength(1);
    await expect(label('x', reader)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
      response: { headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' } },
    });
  });

  test("a workflow's permissions open what they name and nothing else", async () => {
    const commenter = clientOf(fake, fake.addToken({ pull_requests: 'write' }));
    await label('allowed', commenter);
    const forbidden = '403 Resource not accessible by integration';
    expect(await refusalOf(commenter.rest.repos.listBranches(SHOP))).toBe(forbidden);
    expect(await refusalOf(commenter.rest.checks.create({ ...SHOP, name: 'x', head_sha: 'x' }))).toBe(
      forbidden,
    );
  });

  test('any other repository, path or method is not found', async () => {
    expect(await refusalOf(octokit.rest.repos.get({ owner: 'acme', repo: 'other' }))).toBe('404 Not Found');
    expect(await refusalOf(octokit.request('GET /rate_limit_of_another_kind'))).toBe('404 Not Found');
    expect(await refusalOf(octokit.request('PUT /repos/acme/shop'))).toBe('404 Not Found');
  });

  test('an archived repository is read and not written', async () => {
    fake.settings.archived = true;
    expect((await octokit.rest.repos.get(SHOP)).data.archived).toBe(true);
    expect(await refusalOf(label('late'))).toBe('403 Repository was archived so is read-only.');
  });
});

describe('faults', () => {
  test('meet the next requests that match, as many as asked for', async () => {
    fake.faults.next(
      { method: 'GET', path: /\/branches$/ },
      { kind: 'status', status: 503, message: 'Busy' },
      2,
    );
    expect((await octokit.rest.repos.get(SHOP)).status).toBe(200);
    expect(await refusalOf(octokit.rest.repos.listBranches(SHOP))).toBe('503 Busy');
    expect(await refusalOf(octokit.rest.repos.listBranches(SHOP))).toBe('503 Busy');
    expect((await octokit.rest.repos.listBranches(SHOP)).status).toBe(200);
  });

  test('a lost answer is one of a request that was carried out, a bad gateway is not', async () => {
    fake.faults.next({ path: /labels$/ }, { kind: 'bad-gateway' });
    expect(await refusalOf(label('lost'))).toMatch(/^502/);
    fake.faults.next({ path: /labels$/ }, { kind: 'lost-answer' });
    expect(await refusalOf(label('lost'))).toMatch(/^502/);
    expect(await refusalOf(label('lost'))).toMatch(/already_exists/);
  });

  test('a cut connection has no answer', async () => {
    fake.faults.next({}, { kind: 'cut' });
    await expect(octokit.rest.repos.get(SHOP)).rejects.toMatchObject({ status: 500, response: undefined });
  });

  test.each([
    [{ kind: 'primary-rate-limit', resetInSeconds: 60 }, 403, { 'x-ratelimit-remaining': '0' }],
    [{ kind: 'primary-rate-limit', resetInSeconds: 60, status: 429 }, 429, { 'x-ratelimit-remaining': '0' }],
    [{ kind: 'secondary-rate-limit', retryAfterSeconds: 5 }, 403, { 'retry-after': '5' }],
    [{ kind: 'secondary-rate-limit', status: 429 }, 429, {}],
  ] as const)('%j answers as GitHub does', async (fault, status, headers) => {
    fake.faults.next({}, fault);
    await expect(octokit.rest.repos.get(SHOP)).rejects.toMatchObject({
      status,
      message: expect.stringMatching(/rate limit/),
      response: { headers },
    });
  });

  test('something can happen between two requests', async () => {
    fake.faults.before({ path: /git\/ref\// }, () =>
      fake.commit('main', { 'x.txt': 'x' }, { message: 'Someone' }),
    );
    const { data } = await octokit.rest.git.getRef({ ...SHOP, ref: 'heads/main' });
    expect(data.object.sha).toBe(await fake.git('rev-parse', 'main'));
    expect((await fake.log('main'))[0]?.message).toBe('Someone');
  });

  test('that were cleared do not happen', async () => {
    fake.faults.next({}, { kind: 'cut' });
    fake.faults.clear();
    expect((await octokit.rest.repos.get(SHOP)).status).toBe(200);
  });
});

describe('the log of requests', () => {
  test('holds what was asked, with which credential, and what was answered', async () => {
    const before = fake.requests.length;
    await octokit.rest.repos.listBranches({ ...SHOP, per_page: 7 });
    await refusalOf(label('x', clientOf(fake, fake.readOnlyToken)));
    await octokit.graphql('{ repository(owner: "acme", name: "shop") { id } }');
    const common = { graphql: null, query: '' };
    expect(fake.requests.slice(before)).toMatchObject([
      {
        ...common,
        method: 'GET',
        path: '/repos/acme/shop/branches',
        query: 'per_page=7',
        token: fake.token,
        status: 200,
      },
      {
        ...common,
        method: 'POST',
        path: '/repos/acme/shop/labels',
        token: fake.readOnlyToken,
        status: 403,
        body: { name: 'x' },
      },
      { method: 'POST', path: '/graphql', graphql: 'repository', status: 200 },
    ]);
  });

  test.each(['{', '[]', '"text"'])('a body that is no JSON object (%s) is a 400', async (body) => {
    const answer = await fetch(`${fake.apiUrl}/repos/acme/shop/labels`, { method: 'POST', body });
    expect([answer.status, (await answer.json()) as unknown]).toEqual([
      400,
      expect.objectContaining({ status: '400' }),
    ]);
  });

  test("a GraphQL query that is none is refused in GraphQL's own form", async () => {
    await expect(octokit.graphql('{ nothing }')).rejects.toMatchObject({
      errors: [{ message: expect.stringContaining('nothing') }],
    });
  });
});

test('git in the repository waits for what a client that hung up has asked for', async () => {
  const hangUp = new AbortController();
  fake.faults.before({ method: 'POST', path: /\/git\/blobs$/ }, () => hangUp.abort());
  const asked = octokit.rest.git.createBlob({
    ...SHOP,
    content: 'one',
    request: { signal: hangUp.signal },
  });
  await expect(asked).rejects.toThrow();
  expect(hangUp.signal.aborted).toBe(true);
  expect(await fake.git('cat-file', '-t', '43dd47ea691c90a5fa7827892c70241913351963')).toBe('blob');
});
