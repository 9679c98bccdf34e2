import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { manyGroups, misbehave, startFakeXano } from '@xano-specs/fake-xano';
import { fetchDocuments } from '../../src/index.ts';
import { BOTH, QUICK, sourceOf, told, walk } from './against-fake.ts';

const SMALL = { documentBytes: 3000 } as const;

describe.each(BOTH)('by the %s', (api) => {
  test('given a limited instance, thirty groups are fetched without a failure', async () => {
    const account = manyGroups({ ...SMALL, instances: 1, workspaces: 1, groups: 30, limited: true });
    const rateLimit = { requests: 10, windowMs: 200 };
    await using fake = await startFakeXano({ account, rateLimit });
    const walked = await walk(fake, api, { rateLimit });
    expect(told(walked).filter((line) => line.endsWith(': document'))).toHaveLength(30);
    const refused = fake.log.all().filter(({ status }) => status === 429).length;
    // Where Xano doesn't say that it is limited, those that are under way when it shows are refused.
    expect(refused).toBeLessThanOrEqual(api === 'metadata-api' ? 0 : 4);
    expect(walked.events).toContainEqual(
      expect.objectContaining({ kind: 'waiting', where: 'instance-1', because: 'rate-limit' }),
    );
  });

  test('given a limited instance beside others, the others don’t wait for it', async () => {
    const account = manyGroups({ ...SMALL, instances: 3, workspaces: 1, groups: 12 });
    const [limited] = account.instances;
    if (limited !== undefined) limited.limited = true;
    const rateLimit = { requests: 10, windowMs: 1500 };
    await using fake = await startFakeXano({ account, rateLimit });
    const order: string[] = [];
    for await (const outcome of fetchDocuments(sourceOf(fake, api), { ...QUICK, rateLimit })) {
      if (outcome.kind === 'document') order.push(outcome.group.instance.name);
    }
    expect(order).toHaveLength(36);
    expect(new Set(order.slice(-3))).toEqual(new Set(['instance-1']));
  });

  test('given no more than so many requests at a time, no host ever sees more', async () => {
    const account = manyGroups({ ...SMALL, instances: 2, workspaces: 3, groups: 6 });
    await using fake = await startFakeXano({ account, latencyMs: 3 });
    await walk(fake, api, { concurrency: 5, concurrencyPerOrigin: 3 });
    expect(Math.max(...fake.log.all().map(({ inFlight }) => inFlight))).toBe(3);
  });

  test('given a reader who takes no more, no more documents are fetched than may be under way', async () => {
    const account = manyGroups({ ...SMALL, instances: 2, workspaces: 2, groups: 20 });
    await using fake = await startFakeXano({ account });
    const documents = () => fake.log.all().filter(({ operation }) => operation === 'group-document').length;
    let seen = 0;
    for await (const { kind } of fetchDocuments(sourceOf(fake, api), { ...QUICK, concurrency: 6 })) {
      if (kind !== 'document') continue;
      seen += 1;
      await pause(seen < 4 ? 60 : 0);
      expect(documents()).toBeLessThanOrEqual(seen + 6);
    }
    expect(seen).toBe(80);
  });

  test('given a reader who goes away, the walk ends', async () => {
    const account = manyGroups({ ...SMALL, instances: 1, workspaces: 1, groups: 40 });
    await using fake = await startFakeXano({ account });
    for await (const { kind } of fetchDocuments(sourceOf(fake, api), QUICK)) if (kind === 'document') break;
    // What was on its way to the server may still arrive.
    await pause(30);
    const after = fake.log.all().length;
    await pause(60);
    expect(fake.log.all().length).toBe(after);
    expect(after).toBeLessThan(40);
  });

  test('given a signal to stop, the walk throws that it was interrupted', async () => {
    const account = manyGroups({ ...SMALL, instances: 1, workspaces: 1, groups: 40 });
    await using fake = await startFakeXano({ account, latencyMs: 5 });
    const controller = new AbortController();
    const walked = walk(fake, api, {
      signal: controller.signal,
      onEvent: ({ kind }) => kind === 'found' && controller.abort(),
    });
    await expect(walked).rejects.toMatchObject({ code: 'INTERRUPTED' });
  });

  test('given a signal that was aborted before, nothing is asked', async () => {
    await using fake = await startFakeXano();
    await expect(walk(fake, api, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'INTERRUPTED',
    });
    expect(fake.log.all()).toEqual([]);
  });

  test('given too little time, what is missing is told and what came is kept', async () => {
    const account = manyGroups({ ...SMALL, instances: 1, workspaces: 1, groups: 25, limited: true });
    const rateLimit = { requests: 10, windowMs: 60_000 };
    await using fake = await startFakeXano({ account, rateLimit });
    const lines = told(await walk(fake, api, { rateLimit, budgetMs: 2000 }));
    expect(lines.filter((line) => line.endsWith(': document')).length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.endsWith(': BUDGET_SPENT')).length).toBeGreaterThan(10);
    expect(lines).toHaveLength(25);
  });

  test('given a wait that is longer than the time left, it is not begun', async () => {
    await using fake = await startFakeXano();
    fake.faults.add({
      misbehave: misbehave.tooManyRequests(3600),
      on: 'list-instances',
      times: Number.POSITIVE_INFINITY,
    });
    const { outcomes } = await walk(fake, api, { budgetMs: 60_000 });
    expect(outcomes).toEqual([
      expect.objectContaining({
        kind: 'listing-failed',
        scope: null,
        error: expect.objectContaining({
          code: 'BUDGET_SPENT',
          message: expect.stringContaining('60 min'),
        }),
      }),
    ]);
  });

  test('given one group whose host asks to wait for years, the others are told at once what that means', async () => {
    const account = manyGroups({ ...SMALL, instances: 2, workspaces: 1, groups: 12 });
    await using fake = await startFakeXano({ account });
    fake.faults.add({ misbehave: misbehave.tooManyRequests(999_999_999), on: 'group-document', times: 1 });
    // Waiting for the end of the run would take longer than this test may.
    const lines = told(await walk(fake, api, { budgetMs: 10 * 60_000 }));
    expect(lines).toHaveLength(24);
    expect(lines.filter((line) => line.endsWith(': document')).length).toBeGreaterThanOrEqual(12);
    expect(lines.filter((line) => line.endsWith(': BUDGET_SPENT')).length).toBeGreaterThan(0);
  });
});
