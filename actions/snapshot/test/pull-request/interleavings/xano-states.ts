import { setTimeout as delay } from 'node:timers/promises';
import {
  type FetchOutcome,
  memoryStaging,
  type ReducedOutcomes,
  reduceOutcomes,
  XanoSpecsError,
} from '@xano-specs/core';
import type { PlanningOptions } from '../../../src/commit.ts';
import { comparingOnce } from '../../../src/compare-once.ts';
import { apiGroup } from '../../groups.ts';

/** What a run finds of an API group: one of three documents, none this time, no list, or that it is gone. */
export const FATES = [0, 1, 2, 'failed', 'unseen', 'gone'] as const;
export type Fate = (typeof FATES)[number];

/** What a run finds of each of two API groups. */
export type XanoState = readonly [Fate, Fate];

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
  const { instance, workspace } = group(0);
  const error = new XanoSpecsError('TIMED_OUT', 'No answer came.');
  const there = [...state.keys()].filter((id) => state[id] !== 'gone');
  async function* outcomes(): AsyncGenerator<FetchOutcome> {
    yield { kind: 'listed', scope: { level: 'account', instances: [instance.name] } };
    yield {
      kind: 'listed',
      scope: { level: 'instance', instance: instance.name, workspaces: [workspace.id] },
    };
    if (state.includes('unseen')) {
      yield { kind: 'listing-failed', scope: { instance, workspace, branch: null }, error };
    } else {
      const scope = { instance: instance.name, workspace: workspace.id, branch: null };
      yield { kind: 'listed', scope: { level: 'branch', ...scope, groups: there } };
    }
    for (const [id, fate] of state.entries()) {
      if (typeof fate === 'number') yield { kind: 'document', group: group(id), document: document(fate) };
      if (fate === 'failed') yield { kind: 'failed', group: group(id), error };
    }
  }
  return reduceOutcomes(outcomes(), {
    staging,
    format: 'json',
    stripExamples: false,
    extractComponents: false,
  });
}

const STARTED_AT = new Date('2026-11-25T12:00:00Z');

/** How a run plans for it. */
export async function planningOf(state: XanoState): Promise<PlanningOptions> {
  return {
    outcomes: await outcomesOf(state),
    staging,
    selects: () => true,
    maxRemoved: Number.POSITIVE_INFINITY,
    refusal: null,
    headline: '',
    compare: comparingOnce(STARTED_AT),
    startedAt: STARTED_AT,
    changeLog: false,
    redact: (text) => text,
    onPlan: () => {},
    sleep: (milliseconds) => delay(milliseconds / 50),
  };
}

/** The documents of such a Xano, as blobs in order. */
export async function documentsOf(state: XanoState): Promise<string[]> {
  const groups = [...(await outcomesOf(state)).groups.values()];
  return groups.flatMap((one) => (one.kind === 'document' ? [one.gitBlob] : [])).sort();
}
