import type { ApiGroup } from '../catalog/identity.ts';
import type { SnapshotBase } from './base.ts';
import { says } from './document/own-text.ts';
import { freshText } from './fresh-text.ts';
import type { GroupStatus, PlannedGroup } from './plan.ts';
import type { Staging } from './staging.ts';

/** A document that a run adds, changes, moves or removes, with its text before and after. */
export interface DocumentChange {
  /** Of its group: what a judgement of it is known by. */
  readonly key: string;
  readonly group: ApiGroup;
  readonly status: GroupStatus;
  readonly path: string | null;
  readonly previousPath: string | null;
  /** The group's version before and after the run; null where it has no document. */
  readonly previousVersion: string | null;
  readonly version: string | null;
  /** Xano hands out what it did before, and a file that somebody edited or deleted is put back. */
  readonly isPutBack: boolean;
  /** Whether a text says what the last run wrote, by the manifest: one that somebody edited does not. */
  readonly isAsLeft: (before: string) => boolean;
  /** The text before and after the run; null where there is none. A fetched one may be lost: DOCUMENT_LOST. */
  readonly readBefore: () => Promise<string | null>;
  readonly readAfter: () => Promise<string | null>;
}

/** What a planned group's document was and becomes. */
export function documentChange(planned: PlannedGroup, base: SnapshotBase, staging: Staging): DocumentChange {
  const { key, group, status, path, previousPath, before, after } = planned;
  return {
    key,
    group,
    status,
    path,
    previousPath,
    previousVersion: before?.version ?? null,
    version: after?.version ?? null,
    isPutBack: status === 'changed' && before?.sha256 === after?.sha256,
    isAsLeft: (text) => before === null || says(text, before.sha256),
    readBefore: async () => (previousPath === null ? null : base.read(previousPath)),
    readAfter: async () => {
      if (after === null) return null;
      const from = previousPath ?? after.path;
      if (status === 'added' || status === 'changed') return freshText(base, staging, after.sha256, from);
      return (await staging.read(after.sha256)) ?? base.read(from);
    },
  };
}

/** Whether there is something to compare: the document has another text than it had, or is gone. */
export function isComparable({ status, isPutBack }: DocumentChange): boolean {
  return status === 'removed' || (status === 'changed' && !isPutBack);
}
