import { setTimeout as delay } from 'node:timers/promises';
import { type FetchOutcome, memoryStaging, type ReducedOutcomes, reduceOutcomes } from '@xano-specs/core';
import type { PlanningOptions } from '../../../src/commit.ts';
import { apiGroup } from '../../groups.ts';

/** What Xano holds: which of three documents each of two API groups has. */
export type XanoState = readonly [number, number];

const document = (version: number) => ({
  openapi: '3.0.3',
  info: { title: 'Shop', version: '0.0.1' },
  paths: Object.fromEntries(
    [['/a', '/b'], ['/a'], ['/a', '/b', '/c']][version]?.map((path) => [
      path,
      { get: { responses: { 200: { description: 'Success' } } } },
    ]) ?? [],
  ),
});

const staging = memoryStaging();
const group = (id: number) =>
  apiGroup(`Group ${id}`, { group: { id, name: `Group ${id}`, canonical: null } });

/** What a walk through such a Xano gives. */
export async function outcomesOf(state: XanoState): Promise<ReducedOutcomes> {
  async function* outcomes(): AsyncGenerator<FetchOutcome> {
    for (const [id, version] of state.entries()) {
      yield { kind: 'document', group: group(id), document: document(version) };
    }
  }
  return reduceOutcomes(outcomes(), {
    staging,
    format: 'json',
    stripExamples: false,
    extractComponents: false,
  });
}

/** How a run plans for it. */
export async function planningOf(state: XanoState): Promise<PlanningOptions> {
  return {
    outcomes: await outcomesOf(state),
    staging,
    selects: () => true,
    maxRemoved: 0,
    refusal: null,
    headline: '',
    startedAt: new Date('2026-11-25T12:00:00Z'),
    changeLog: false,
    redact: (text) => text,
    onPlan: () => {},
    sleep: (milliseconds) => delay(milliseconds / 50),
  };
}

/** The documents of such a Xano, as blobs in order. */
export async function documentsOf(state: XanoState): Promise<string[]> {
  const groups = [...(await outcomesOf(state)).groups.values()];
  return groups.map((one) => (one.kind === 'document' ? one.gitBlob : '')).sort();
}
