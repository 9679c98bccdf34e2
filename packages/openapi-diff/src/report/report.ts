import type { Direction, Side, Witness } from '../compare/finding.ts';

/** How bad a change is: breaks by the law; breaks what is customary or can't be decided; safe. */
export type Level = 'error' | 'warning' | 'info';

/** A place in a source file. Lines and columns count from 1; columns are UTF-16 code units. */
export interface SourcePlace {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** One operation that a change touches, and where it stands in both files. */
export interface ChangePlace {
  readonly operation: { readonly method: string; readonly path: string } | null;
  readonly direction: Direction | null;
  readonly base: SourcePlace | null;
  readonly head: SourcePlace | null;
}

/** What a change rests on: a value, the shape of the documents, or nothing that could be decided. */
export type Proof = 'witness' | 'structural' | 'undecided';

/** One cause, with every place that it shows in. */
export interface Change {
  readonly id: string;
  readonly level: Level;
  /** The cause in one line, without the operations: "`price` became text in a response". */
  readonly cause: string;
  /** The whole sentence for the first place, witness included. */
  readonly message: string;
  readonly places: readonly ChangePlace[];
  readonly witness: Witness | null;
  readonly proof: Proof;
  /** Survives reordering, renumbering and changes elsewhere. */
  readonly fingerprint: string;
}

/** Counts over a report. `operations` counts the distinct operations that any change touches. */
export interface Summary {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly undecided: number;
  readonly operations: number;
}

/** The stable report that tools build on; its JSON Schema is `report.schema.json`. */
export interface Report {
  readonly formatVersion: 1;
  readonly base: string;
  readonly head: string;
  readonly summary: Summary;
  readonly changes: readonly Change[];
}

export type { Direction, Side, Witness };
