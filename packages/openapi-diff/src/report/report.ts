import type { Direction, Side, Witness } from '../compare/finding.ts';

/** How bad a change is: breaks by the law; breaks what is customary or can't be decided; safe. */
export type Level = 'error' | 'warning' | 'info';

/** The levels, worst first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info'];

/** A place in a source file. Lines and columns count from 1; columns are UTF-16 code units. */
export interface SourcePlace {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  /** The file, where it is another one than the document itself: one that it refers to. */
  readonly document?: string;
}

/** An operation as a report names it. */
export interface ReportOperation {
  readonly method: string;
  readonly path: string;
  /** Only for what is no ordinary operation; `path` is then the webhook's name or the callback's expression. */
  readonly kind?: 'webhook' | 'callback';
}

/** One operation that a change touches, and where it stands in both files. */
export interface ChangePlace {
  readonly operation: ReportOperation | null;
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
  /** The name of the document, in a report on several. */
  readonly document?: string;
}

/** Counts over a report. `operations` counts the distinct operations that any change touches. */
export interface Summary {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly undecided: number;
  readonly operations: number;
}

/** What became of a document: compared and the same or changed, new, or gone. */
export type DocumentStatus = 'same' | 'changed' | 'added' | 'removed';

/** One document of a report on several. */
export interface ReportDocument {
  /** What changes refer to it by: its path in the folder, or a name that the caller gave. */
  readonly name: string;
  readonly status: DocumentStatus;
  /** The files, as the sides of a report on one document are named; null on the side where there is none. */
  readonly base: string | null;
  readonly head: string | null;
  readonly summary: Summary;
}

/** An entry of the exceptions file, as far as a report speaks of it. */
export interface ReportedException {
  /** Its line in the file. */
  readonly line: number;
  /** What it matches, in words. */
  readonly matches: string;
  readonly reason: string;
  readonly expires: string | null;
}

/** What the exceptions file did to a report. */
export interface ReportedExceptions {
  /** Changes, or some places of one, that an entry accepts; they count in no summary. */
  readonly accepted: readonly (Change & { readonly acceptedBy: ReportedException })[];
  /** Entries whose date has passed: they accept nothing any more. */
  readonly expired: readonly ReportedException[];
  /** Entries that matched nothing. */
  readonly unused: readonly ReportedException[];
}

/**
 * The stable report that tools build on; its JSON Schema is `report.schema.json`. A report on
 * several documents has `documents`, and each of its changes a `document`; one that was made
 * with an exceptions file has `exceptions`. What is new in a later version of this format is
 * added beside what is here; nothing here changes its meaning without a new `formatVersion`.
 */
export interface Report {
  readonly formatVersion: 1;
  readonly base: string;
  readonly head: string;
  readonly summary: Summary;
  readonly changes: readonly Change[];
  readonly documents?: readonly ReportDocument[];
  readonly exceptions?: ReportedExceptions;
}

export type { Direction, Side, Witness };
