import { describe, expect, test } from '@jest/globals';
import { apiGroup, type FakeXano, misbehave, startFakeXano } from '../src/index.ts';
import { apispecUrl, get, metaBase } from './client.ts';
import { branchOf, EXPLORE_DOMAIN, groupOf, instanceOf } from './places.ts';

type Arrange = (fake: FakeXano) => Promise<{ readonly url: string; readonly bearer?: string }>;

const cases: [string, number, string, Arrange][] = [
  [
    'a sort that does not exist',
    400,
    'ERROR_CODE_INPUT_ERROR',
    async (fake) => ({ url: `${metaBase(fake)}/workspace/2/apigroup?sort=colour`, bearer: fake.accessToken }),
  ],
  [
    'a request without a credential',
    401,
    'ERROR_CODE_UNAUTHORIZED',
    async (fake) => ({ url: `${metaBase(fake)}/workspace` }),
  ],
  [
    'a token that may not',
    403,
    'ERROR_CODE_ACCESS_DENIED',
    async (fake) => ({
      url: `${metaBase(fake)}/workspace/2/branch`,
      bearer: fake.issueAccessToken({ scopes: [] }),
    }),
  ],
  [
    'a workspace that does not exist',
    404,
    'ERROR_CODE_NOT_FOUND',
    async (fake) => ({ url: `${metaBase(fake)}/workspace/99/apigroup`, bearer: fake.accessToken }),
  ],
  [
    'a group that does not exist',
    404,
    'ERROR_CODE_NOT_FOUND',
    async (fake) => ({ url: `${metaBase(fake)}/workspace/2/apigroup/99/openapi`, bearer: fake.accessToken }),
  ],
  [
    'a document that does not exist',
    404,
    'ERROR_CODE_NOT_FOUND',
    async (fake) => ({ url: apispecUrl(fake, EXPLORE_DOMAIN, 'nothing?type=json') }),
  ],
  [
    'a path that no API has',
    404,
    'ERROR_CODE_NOT_FOUND',
    async (fake) => ({ url: `${fake.masterUrl}/api:developer/nothing` }),
  ],
  [
    'one request too many in the window of the free plan',
    429,
    'ERROR_CODE_TOO_MANY_REQUESTS',
    async (fake) => {
      instanceOf(fake.account).limited = true;
      const request = { url: `${metaBase(fake)}/workspace`, bearer: fake.accessToken };
      for (let count = 0; count < 10; count += 1) await get(request.url, request.bearer);
      return request;
    },
  ],
  [
    'a document that Xano fails to make',
    500,
    'ERROR_FATAL',
    async (fake) => {
      for (const endpoint of groupOf(fake.account).endpoints)
        endpoint.answer = { kind: 'record', table: 'gone' };
      return { url: apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX?type=json') };
    },
  ],
];

describe('error answers', () => {
  test.each(cases)('given %s, then the answer is %i with %s', async (_, status, code, arrange) => {
    await using fake = await startFakeXano();
    const { url, bearer } = await arrange(fake);
    const reply = await get(url, bearer);

    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(reply.text)).toMatchObject({ code, message: expect.any(String) });
  });

  test('given an input error, then its payload names the parameter', async () => {
    await using fake = await startFakeXano();
    const url = `${metaBase(fake)}/workspace/2/apigroup?order=up`;

    expect(JSON.parse((await get(url, fake.accessToken)).text)).toMatchObject({
      payload: { param: 'order' },
    });
  });

  test('given a request that is no GET, then no API knows it', async () => {
    await using fake = await startFakeXano();
    const reply = await fetch(`${metaBase(fake)}/workspace`, {
      method: 'POST',
      headers: { authorization: `Bearer ${fake.accessToken}` },
      body: '{}',
    });

    expect(reply.status).toBe(404);
    expect(fake.log.all().at(-1)).toMatchObject({ method: 'POST', operation: 'unknown', api: null });
  });

  test('given a document that can’t be made, then every other document still comes', async () => {
    await using fake = await startFakeXano();
    branchOf(fake.account).groups.push(
      apiGroup(40, 'Broken', [
        {
          verb: 'GET',
          path: '/gone',
          summary: 'Shows a table that is gone',
          authenticated: false,
          inputs: [],
          answer: { kind: 'record', table: 'gone' },
        },
      ]),
    );
    const document = (id: number) =>
      get(`${metaBase(fake)}/workspace/2/apigroup/${id}/openapi`, fake.accessToken);

    expect((await document(40)).status).toBe(500);
    expect((await document(4)).status).toBe(200);
    expect((await document(5)).status).toBe(200);
  });

  test('given a misbehaviour that itself fails, then the connection ends and the log says so', async () => {
    await using fake = await startFakeXano();
    const failing = () => {
      throw new Error('a test’s own mistake');
    };
    fake.faults.add({ misbehave: misbehave.wrongShape(failing), on: 'list-workspaces' });

    await expect(get(`${metaBase(fake)}/workspace`, fake.accessToken)).rejects.toThrow();
    expect(fake.log.all()).toMatchObject([{ status: 0, inFlight: 1 }]);
    await get(`${metaBase(fake)}/workspace`, fake.accessToken);
    expect(fake.log.all()).toMatchObject([{ status: 0 }, { status: 200, inFlight: 1 }]);
  });
});
