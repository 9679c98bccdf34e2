import type { Finding } from '../compare/finding.ts';
import type { Level } from '../report/report.ts';

/** A finding with the level that policy gives it and the words for it. */
export interface Classified {
  readonly finding: Finding;
  readonly level: Level;
  /** One line without the operation: "`price` became text in a response". */
  readonly cause: string;
  /** The whole sentence, with the operation and the witness. */
  readonly message: string;
}
