/** A commit that touched the snapshot, as git tells it. */
export interface SnapshotCommit {
  readonly id: string;
  /** When it was committed, in UTC: `2026-11-25T14:03:00Z`. */
  readonly at: string;
  readonly changes: readonly FileChange[];
}

/** What a commit did to a file. */
export interface FileChange {
  /** From the snapshot's folder. */
  readonly path: string;
  /** The id of its content; null where it is gone, or no plain file. */
  readonly object: string | null;
}

/** Gives a content by its id. */
export type ReadObject = (object: string) => Promise<string>;
