import type { ApiGroup } from '@xano-specs/core';
import { type Result, resultSchema } from '../src/result.ts';

/** An API group of the book shop by a name; `place` overrules. */
export function apiGroup(name: string, place: Partial<ApiGroup> = {}): ApiGroup {
  return {
    instance: { name: 'explore-instance', display: 'Explore Instance' },
    workspace: { id: 2, name: 'Book Marketplace' },
    branch: { label: 'v1', live: true },
    group: { id: 4, name, canonical: null },
    ...place,
  };
}

/** A group of a result that stays as it is; `facts` overrule. */
export function groupResult(
  name: string,
  facts: Partial<Result['groups'][number]> = {},
): Result['groups'][number] {
  return {
    instance: { name: 'explore-instance', display: 'Explore Instance' },
    workspace: { id: 2, name: 'Book Marketplace' },
    branch: null,
    group: { id: 4, name },
    status: 'same',
    path: 'specs/a.json',
    previousPath: 'specs/a.json',
    awaiting: false,
    missing: false,
    version: '1.0.0',
    previousVersion: '1.0.0',
    operations: 12,
    bytes: 100,
    changes: null,
    leaks: [],
    leakCount: 0,
    reason: null,
    remedy: null,
    error: null,
    ...facts,
  };
}

/** A result with these groups, as its schema wants it. */
export function resultWith(facts: Partial<Result>): Result {
  const none = { documents: 0, added: 0, changed: 0, renamed: 0, removed: 0, unreadable: 0, failed: 0 };
  return resultSchema.parse({
    formatVersion: 1,
    outcome: 'unchanged',
    changed: false,
    repository: 'acme/shop',
    branch: 'main',
    directory: 'specs',
    commit: null,
    pullRequest: null,
    waiting: 0,
    counts: { ...none, same: 0, unseen: 0, breaking: 0 },
    groups: [],
    unlisted: [],
    warnings: [],
    tokenExpires: null,
    divided: null,
    error: null,
    ...facts,
  });
}
