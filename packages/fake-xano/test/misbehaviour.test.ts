import { describe, expect, test } from '@jest/globals';
import { type FakeXano, type MisbehaviourName, misbehave, startFakeXano } from '../src/index.ts';
import { apispecUrl, arrived, exchange, get, getJson, groups, metaBase, type Reply } from './client.ts';
import { EXPLORE_DOMAIN, PRIVATE_DOMAIN } from './places.ts';

/** What a client meets: an answer, or null where none came whole. */
type Met = Reply | null;

interface Expectation {
  /** How the misbehaviour is asked for, where not by its name alone. */
  readonly make?: () => ReturnType<(typeof misbehave)[MisbehaviourName]>;
  readonly check: (met: Met, fake: FakeXano) => Promise<void> | void;
  /** How the same request goes afterwards; well by default. */
  readonly afterwards?: number;
}

function status(expected: number, rest: object = {}): Expectation['check'] {
  return (met) => expect(met).toMatchObject({ status: expected, ...rest });
}

const code = (name: string) => ({ text: expect.stringContaining(`"${name}"`) });
const broken: Expectation['check'] = (met) => expect(met).toBeNull();
const healthy: Expectation['check'] = async (met, fake) =>
  expect(met).toMatchObject({
    status: 200,
    text: (await get(apispecUrl(fake, PRIVATE_DOMAIN, 'YkBUXX?type=json'))).text,
  });

function headerOf(met: Met, name: string): string | null {
  return met?.headers.get(name) ?? null;
}

const expectations: Record<MisbehaviourName, Expectation> = {
  tooManyRequests: {
    check: (met) => {
      expect(met).toMatchObject({ status: 429, ...code('ERROR_CODE_TOO_MANY_REQUESTS') });
      expect(headerOf(met, 'retry-after')).toBeNull();
    },
  },
  tooManyRequestsWithRetryAfter: {
    check: (met) => {
      expect(met).toMatchObject({ status: 429 });
      expect(headerOf(met, 'retry-after')).toBe('1');
    },
  },
  serverError: { check: status(500, code('ERROR_FATAL')) },
  badGateway: { check: status(502, { text: expect.stringContaining('<!doctype html>') }) },
  slowAnswer: { make: () => misbehave.slowAnswer(1), check: healthy },
  slowBody: { make: () => misbehave.slowBody(1, 4), check: healthy },
  cutBody: { check: broken },
  htmlPage: { check: status(200, { text: expect.stringContaining('<title>Sign in</title>') }) },
  notOpenApi: { check: status(200, { text: '{"status":"ok","hello":"world"}' }) },
  brokenJson: {
    check: (met) => {
      expect(met).toMatchObject({ status: 200 });
      expect(() => JSON.parse(met?.text ?? '')).toThrow();
    },
  },
  emptyBody: { check: status(200, { text: '' }) },
  redirectElsewhere: {
    check: (met, fake) => {
      const elsewhere = fake.origins.find(({ role }) => role === 'elsewhere');
      expect(met).toMatchObject({ status: 302, text: '' });
      expect(headerOf(met, 'location')).toBe(`${elsewhere?.url}/api:meta/workspace/2/apigroup/5/openapi`);
    },
  },
  unauthorized: { check: status(401, code('ERROR_CODE_UNAUTHORIZED')) },
  accessDenied: { check: status(403, code('ERROR_CODE_ACCESS_DENIED')) },
  tokenExpires: { check: status(401, code('ERROR_CODE_UNAUTHORIZED')), afterwards: 401 },
  groupVanishes: {
    check: async (met, fake) => {
      expect(met).toMatchObject({ status: 404 });
      expect((await groups(fake)).map(({ name }) => name)).not.toContain('Private API');
    },
    afterwards: 404,
  },
  wrongShape: {
    check: (met) => {
      expect(met).toMatchObject({ status: 200 });
      expect(JSON.parse(met?.text ?? '')).toMatchObject({
        openapi: { text: 5 },
        info: { title: { text: 11 } },
      });
    },
  },
  hugeBody: {
    make: () => misbehave.hugeBody(300_000),
    check: (met) => {
      expect(met).toMatchObject({ status: 200 });
      expect(met?.text.length).toBeGreaterThan(300_000);
      expect(headerOf(met, 'content-length')).toBeNull();
    },
  },
  connectionReset: { check: broken },
  silence: { check: broken },
  documentationDisabled: { check: status(404, code('ERROR_CODE_NOT_FOUND')) },
  documentationNeedsToken: { check: status(403, code('ERROR_CODE_ACCESS_DENIED')) },
};

/** Asks for the document of the Private API, until the signal ends it. */
async function ask(fake: FakeXano, signal?: AbortSignal): Promise<Met> {
  const url = `${metaBase(fake)}/workspace/2/apigroup/5/openapi`;
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { authorization: `Bearer ${fake.accessToken}` },
      ...(signal && { signal }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch {
    return null;
  }
}

describe('misbehaviour', () => {
  test.each(Object.keys(expectations) as MisbehaviourName[])(
    'given %s, then the request meets it once, the log names it, and what follows goes as it should',
    async (name) => {
      await using fake = await startFakeXano();
      const { make, check, afterwards = 200 } = expectations[name];
      const fault = fake.faults.add({
        misbehave: make === undefined ? misbehave[name]() : make(),
        on: 'group-document',
        group: 'Private API',
        api: 'metadata',
      });

      const patience = new AbortController();
      const asked = ask(fake, patience.signal);
      if (name === 'silence') {
        await arrived(fake);
        patience.abort();
      }
      const met = await asked;
      expect(fault.met).toBe(1);
      expect(fake.log.all()[0]).toMatchObject({ operation: 'group-document', fault: name });
      expect(await ask(fake)).toMatchObject({ status: afterwards });
      await check(met, fake);
    },
  );

  test('given a 429 with a date, then Retry-After is that date', async () => {
    await using fake = await startFakeXano();
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    fake.faults.add({ misbehave: misbehave.tooManyRequests(date) });

    expect(headerOf(await ask(fake), 'retry-after')).toBe(date);
  });

  test('given a cut body, then its length was announced in full', async () => {
    await using fake = await startFakeXano();
    const url = apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX?type=json');
    const whole = (await get(url)).headers.get('content-length');
    fake.faults.add({ misbehave: misbehave.cutBody() });
    const response = await fetch(url);

    expect(response.headers.get('content-length')).toBe(whole);
    await expect(response.text()).rejects.toThrow();
  });

  test('given a huge body that the client leaves, then the fake lets go of it', async () => {
    await using fake = await startFakeXano();
    fake.faults.add({ misbehave: misbehave.hugeBody() });
    const url = apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX');
    const response = await fetch(url);
    await response.body?.cancel();
    while (fake.log.all()[0]?.status === 0) await get(url);

    expect(fake.log.all().at(-1)?.inFlight).toBeLessThanOrEqual(2);
  });

  test('given the token of an instance expires in the middle, when a fresh one is exchanged, then it is good', async () => {
    await using fake = await startFakeXano();
    const { api, authToken } = await exchange(fake, 'explore-instance');
    fake.faults.add({ misbehave: misbehave.tokenExpires(), on: 'list-workspaces', after: 1 });

    expect((await get(`${api}/workspace`, authToken)).status).toBe(200);
    expect((await get(`${api}/workspace`, authToken)).status).toBe(401);
    expect((await get(`${api}/workspace`, authToken)).status).toBe(401);
    const renewed = await exchange(fake, 'explore-instance');
    expect((await get(`${api}/workspace`, renewed.authToken)).status).toBe(200);
  });

  test('given the wrong shape of a YAML document or of a list, then both come misshapen', async () => {
    await using fake = await startFakeXano();
    fake.faults.add({ misbehave: misbehave.wrongShape(), times: 2 });
    const yaml = await get(apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX'));

    expect(JSON.parse(yaml.text)).toMatchObject({ openapi: { text: 5 } });
    expect(await getJson(`${metaBase(fake)}/workspace`, fake.accessToken)).toMatchObject([
      { id: '2', name: { text: 16 } },
    ]);
  });

  test('given a change of one’s own, then the answer has just that shape', async () => {
    await using fake = await startFakeXano();
    fake.faults.add({
      misbehave: misbehave.wrongShape((answer) => ({ data: answer })),
      on: 'list-workspaces',
    });

    expect(await getJson(`${metaBase(fake)}/workspace`, fake.accessToken)).toMatchObject({
      data: [{ id: 2 }],
    });
  });
});
