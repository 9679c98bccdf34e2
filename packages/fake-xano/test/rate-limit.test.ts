import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RateLimit } from '../src/http/rate-limit.ts';
import { type FakeXano, type FakeXanoOptions, startFakeXano } from '../src/index.ts';
import { apispecUrl, exchange, get, metaBase } from './client.ts';
import { EXPLORE_DOMAIN, instanceOf, PRIVATE_DOMAIN } from './places.ts';

/** A fake whose first instance is on the free plan, and whose clock the test turns. */
async function limitedFake(
  options: FakeXanoOptions = {},
): Promise<{ fake: FakeXano; turn: (ms: number) => void }> {
  let now = 1_000_000;
  const fake = await startFakeXano({ clock: () => now, ...options });
  instanceOf(fake.account).limited = true;
  return {
    fake,
    turn: (ms) => {
      now += ms;
    },
  };
}

async function statuses(count: number, ask: () => Promise<{ readonly status: number }>): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) all.push((await ask()).status);
  return all;
}

describe('the limit of the free plan', () => {
  test('given ten requests in twenty seconds, when an eleventh comes, then it is 429 until the first is old', async () => {
    const { fake, turn } = await limitedFake();
    await using _ = fake;
    const ask = () => get(`${metaBase(fake)}/workspace`, fake.accessToken);

    expect(await statuses(10, ask)).toStrictEqual(Array(10).fill(200));
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.has('retry-after')).toBe(false);
    turn(19_999);
    expect((await ask()).status).toBe(429);
    turn(1);
    expect((await ask()).status).toBe(200);
  });

  test('given both APIs, documents and the group’s own host, then all share one limit', async () => {
    const { fake } = await limitedFake({ rateLimit: { requests: 4 } });
    await using _ = fake;
    const { api, authToken } = await exchange(fake, 'explore-instance');
    const all = [
      () => get(`${api}/workspace`, authToken),
      () => get(`${metaBase(fake)}/workspace`, fake.accessToken),
      () => get(apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX')),
      () => get(apispecUrl(fake, PRIVATE_DOMAIN, 'YkBUXX')),
    ];
    for (const ask of all) expect((await ask()).status).toBe(200);
    for (const ask of all) expect((await ask()).status).toBe(429);
  });

  test('given one limited instance, then the master service and another instance are not limited', async () => {
    const { fake } = await limitedFake({ rateLimit: { requests: 1 } });
    await using _ = fake;
    const list = () => get(`${fake.masterUrl}/api:meta/instance`, fake.accessToken);
    const other = () => get(`${metaBase(fake, 'starter-instance')}/workspace`, fake.accessToken);

    expect(await statuses(3, list)).toStrictEqual([200, 200, 200]);
    expect(await statuses(3, other)).toStrictEqual([200, 200, 200]);
  });

  test('given a request without a good credential, then it counts as well', async () => {
    const { fake } = await limitedFake({ rateLimit: { requests: 2 } });
    await using _ = fake;

    expect(await statuses(3, () => get(`${metaBase(fake)}/workspace`))).toStrictEqual([401, 401, 429]);
  });

  test('given a limit that says when to come back, then Retry-After is the whole seconds until then', async () => {
    const { fake, turn } = await limitedFake({ rateLimit: { requests: 1, retryAfter: true } });
    await using _ = fake;
    const ask = () => get(`${metaBase(fake)}/workspace`, fake.accessToken);
    await ask();
    turn(4_500);
    const refused = await ask();

    expect(refused.headers.get('retry-after')).toBe('16');
    turn(16_000);
    expect((await ask()).status).toBe(200);
  });

  test('given any requests at any times, then no window holds more than allowed, and none waits longer than told', () => {
    const gaps = fc.array(fc.nat({ max: 60 }), { maxLength: 80 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 5 }), (steps, requests) => {
        let now = 0;
        const windowMs = 100;
        const limit = new RateLimit({ requests, windowMs }, () => now);
        const answered: number[] = [];
        for (const step of steps) {
          now += step;
          const wait = limit.take('shop');
          expect(wait).toBeLessThanOrEqual(windowMs);
          if (wait > 0) {
            now += wait;
            expect(limit.take('shop')).toBe(0);
          }
          answered.push(now);
        }
        for (const at of answered) {
          expect(answered.filter((other) => other > at - windowMs && other <= at).length).toBeLessThanOrEqual(
            requests,
          );
        }
      }),
    );
  });
});
