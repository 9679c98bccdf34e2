import type { SnapshotRow } from '@xano-specs/core';

export { groupNames as namesOf, spansInstances } from '@xano-specs/core';

/** What a reader wants to know of a row first. */
export type Kind = 'changed' | 'added' | 'renamed' | 'removed' | 'unreadable' | 'failed' | 'same' | 'unseen';

/** The kinds in the order in which reports list them. */
export const KINDS: readonly Kind[] = [
  'changed',
  'added',
  'renamed',
  'removed',
  'failed',
  'unreadable',
  'unseen',
  'same',
];

/** What became of a group, in one word. */
export function kindOf({ status }: Pick<SnapshotRow, 'status'>): Kind {
  switch (status) {
    case 'kept-unreadable':
    case 'new-unreadable':
      return 'unreadable';
    case 'kept-failed':
    case 'new-failed':
      return 'failed';
    case 'kept-unseen':
      return 'unseen';
    default:
      return status;
  }
}

/** How many rows there are of each kind. */
export function countKinds(rows: readonly Pick<SnapshotRow, 'status'>[]): Readonly<Record<Kind, number>> {
  const counts: Record<Kind, number> = {
    changed: 0,
    added: 0,
    renamed: 0,
    removed: 0,
    unreadable: 0,
    failed: 0,
    same: 0,
    unseen: 0,
  };
  for (const row of rows) counts[kindOf(row)] += 1;
  return counts;
}

/** "1 API group", "2 API groups". */
export function countGroups(count: number): string {
  return count === 1 ? '1 API group' : `${count.toLocaleString('en-US')} API groups`;
}

/** "2 API groups changed, 1 added": the kinds that a commit is about; null when there are none. */
export function sayCounts(counts: Readonly<Record<Kind, number>>): string | null {
  const said = (['changed', 'added', 'renamed', 'removed'] as const).filter((kind) => counts[kind] > 0);
  if (said.length === 0) return null;
  return said
    .map((kind, index) => `${index === 0 ? countGroups(counts[kind]) : counts[kind]} ${kind}`)
    .join(', ');
}
