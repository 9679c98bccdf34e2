import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pacer, type PacerOptions, TooLate } from '../../src/http/pacer.ts';
import { retryAfterMs } from '../../src/http/retry-after.ts';
import { retryDelayMs } from '../../src/http/retry-delay.ts';

/** A clock that moves when everything has come to rest, to the next moment that somebody waits for. */
class Clock {
  now = 0;
  readonly #waiting: { at: number; wake: () => void }[] = [];

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      this.#waiting.push({ at: this.now + ms, wake: resolve });
      signal.addEventListener('abort', () => reject(signal.reason));
    });

  async run(until: Promise<unknown>): Promise<void> {
    let over = false;
    const end = until.finally(() => {
      over = true;
    });
    while (!over) {
      await new Promise((resolve) => setImmediate(resolve));
      if (over) break;
      const next = this.#waiting.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) continue;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.wake();
    }
    await end;
  }
}

const NEVER = new AbortController().signal;

function pacer(clock: Clock, options: Partial<PacerOptions> = {}): Pacer {
  return new Pacer({
    concurrency: 8,
    concurrencyPerOrigin: 4,
    rateLimit: { requests: 10, windowMs: 20_000 },
    now: () => clock.now,
    deadline: Number.POSITIVE_INFINITY,
    sleep: clock.sleep,
    onWait: () => {},
    ...options,
  });
}

const turn = { origin: 'https://a.example', lane: 'a', limited: true, priority: 0, room: null };

describe('a limited lane', () => {
  test('never answers more requests in a window than the limit allows, however long each takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 45 }),
        async (durations) => {
          const clock = new Clock();
          const paced = pacer(clock);
          const arrivals: number[] = [];
          const all = durations.map(async (duration) => {
            const leave = await paced.acquire(turn, NEVER);
            // The other side counts it at any moment between the start and the answer.
            await clock.sleep(duration / 2, NEVER);
            arrivals.push(clock.now);
            await clock.sleep(duration / 2, NEVER);
            leave.end(true);
          });
          await clock.run(Promise.all(all));
          expect(arrivals).toHaveLength(durations.length);
          for (const at of arrivals) {
            const inWindow = arrivals.filter((other) => other > at - 20_000 && other <= at);
            expect(inWindow.length).toBeLessThanOrEqual(10);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('takes no longer than the limit imposes', async () => {
    const clock = new Clock();
    const paced = pacer(clock);
    const all = Array.from({ length: 33 }, async () => {
      const leave = await paced.acquire(turn, NEVER);
      await clock.sleep(20, NEVER);
      leave.end(true);
    });
    await clock.run(Promise.all(all));
    // Three windows, and the round trips of each.
    expect(clock.now).toBeLessThan(60_000 * 1.01);
    expect(clock.now).toBeGreaterThanOrEqual(60_000);
  });

  test('that refused a request opens when it said, and keeps to the limit from then on', async () => {
    const clock = new Clock();
    const paced = pacer(clock);
    const unlimited = { ...turn, limited: false };
    const first = await paced.acquire(unlimited, NEVER);
    paced.refused('a', 5000);
    first.end(false);
    expect([paced.isLimited('a'), paced.shutForMs('a')]).toEqual([true, 5000]);
    await clock.run(paced.acquire(unlimited, NEVER));
    expect(clock.now).toBe(5000);
  });

  test('that refused a request without saying more is left alone for a window', async () => {
    const clock = new Clock();
    const paced = pacer(clock);
    paced.refused('a', null);
    await clock.run(paced.acquire(turn, NEVER));
    expect(clock.now).toBe(20_000);
  });
});

describe('a lane that stays shut until the run ends', () => {
  test('given requests that wait and one that comes later, refuses them all at once', async () => {
    const paced = pacer(new Clock(), { concurrency: 1, deadline: 60_000 });
    const first = await paced.acquire(turn, NEVER);
    const waiting = [paced.acquire(turn, NEVER), paced.acquire(turn, NEVER)];
    const elsewhere = paced.acquire({ ...turn, lane: 'b', limited: false }, NEVER);
    paced.refused('a', 999_999_999_000);
    first.end(false);
    (await elsewhere).end(true);
    for (const request of [...waiting, paced.acquire(turn, NEVER)]) {
      await expect(request).rejects.toBeInstanceOf(TooLate);
    }
  });
});

describe('turns', () => {
  test('are never more than allowed at a time, in all and at one origin, and all come', async () => {
    const request = fc.record({
      origin: fc.constantFrom('https://a.example', 'https://b.example', 'https://c.example'),
      duration: fc.integer({ min: 1, max: 100 }),
      priority: fc.nat({ max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 40 }), async (requests) => {
        const clock = new Clock();
        const paced = pacer(clock, { concurrency: 5, concurrencyPerOrigin: 2 });
        const underWay: string[] = [];
        const all = requests.map(async ({ origin, duration, priority }) => {
          const leave = await paced.acquire(
            { origin, lane: origin, limited: false, priority, room: null },
            NEVER,
          );
          underWay.push(origin);
          expect(underWay.length).toBeLessThanOrEqual(5);
          expect(underWay.filter((other) => other === origin).length).toBeLessThanOrEqual(2);
          await clock.sleep(duration, NEVER);
          underWay.splice(underWay.indexOf(origin), 1);
          leave.end(true);
        });
        await clock.run(Promise.all(all));
      }),
      { numRuns: 60 },
    );
  });

  test('come by priority, then by arrival, and those that can’t go let others pass', async () => {
    const paced = pacer(new Clock(), { concurrency: 1 });
    const free = { ...turn, limited: false };
    const first = await paced.acquire(free, NEVER);
    const order: string[] = [];
    const wait = (name: string, priority: number) =>
      paced.acquire({ ...free, priority }, NEVER).then((leave) => {
        order.push(name);
        leave.end(true);
      });
    const all = [wait('low', 0), wait('high', 2), wait('also high', 2), wait('middle', 1)];
    first.end(true);
    await Promise.all(all);
    expect(order).toEqual(['high', 'also high', 'middle', 'low']);
  });

  test('that are given up are not taken', async () => {
    const paced = pacer(new Clock(), { concurrency: 1 });
    const first = await paced.acquire(turn, NEVER);
    const controller = new AbortController();
    const given = paced.acquire(turn, controller.signal);
    controller.abort(new Error('over'));
    await expect(given).rejects.toThrow('over');
    first.end(true);
    (await paced.acquire(turn, NEVER)).end(true);
  });
});

test.each([
  ['3', 3000],
  ['0', 0],
  [' 12 ', 12_000],
  ['0.5', 500],
  ['Wed, 21 Oct 2026 07:28:10 GMT', 10_000],
  ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
] as const)('Retry-After %j asks for %j ms', (header, expected) => {
  expect(retryAfterMs(header, Date.UTC(2026, 9, 21, 7, 28, 0))).toBe(expected);
});

test('a wait before another attempt is between half and the whole of a span that doubles up to a limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, random) => {
        const wait = retryDelayMs(failures, 500, random);
        const span = Math.min(500 * 2 ** (failures - 1), 10_000);
        return wait >= span / 2 && wait <= span;
      },
    ),
  );
});
