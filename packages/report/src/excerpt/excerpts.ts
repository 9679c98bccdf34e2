import type { Change, DocumentSet, SourcePlace } from '@xano-specs/openapi-diff';
import { EXCERPTS_ALL, EXCERPTS_SAFE } from '../limits.ts';
import { type ExcerptSide, excerptOf } from './excerpt.ts';
import { type PackedRow, packRow } from './row.ts';

/** Both versions of a document, null where there is none. */
export interface Versions {
  readonly base: DocumentSet | null;
  readonly head: DocumentSet | null;
}

/**
 * The schemas that a page shows, side by side, for changes of any number of documents. They are
 * taken while a document is at hand, so that not all of a folder's need be.
 */
export class Excerpts {
  readonly #byPlace = new Map<string, readonly PackedRow[]>();
  readonly #redact: (text: string) => string;
  #size = 0;

  /** @param redact takes out of a line what must not be shown, such as a secret */
  constructor(redact: (text: string) => string = (text) => text) {
    this.#redact = redact;
  }

  /**
   * Takes what is shown of a document's changes.
   * @param document what the report calls it; undefined in a report on one
   */
  take(changes: readonly Change[], versions: Versions, document?: string): void {
    for (const change of changes) {
      const bound = change.level === 'info' ? EXCERPTS_SAFE : EXCERPTS_ALL;
      const key = placeKey(change, document);
      if (key === null || this.#size > bound || this.#byPlace.has(key)) continue;
      const rows = rowsOf(change, versions, this.#redact).map(packRow);
      this.#byPlace.set(key, rows);
      for (const row of rows) this.#size += 8 + (row[2]?.length ?? 0) + (row[3]?.length ?? 0);
    }
  }

  /** The lines of a change; null where none were taken, as for a change that stands nowhere. */
  of(change: Change): readonly PackedRow[] | null {
    const key = placeKey(change, change.document);
    return (key === null ? undefined : this.#byPlace.get(key)) ?? null;
  }
}

/** Two changes at one place are shown the same lines. */
function placeKey({ places: [place] }: Change, document: string | undefined): string | null {
  if (place === undefined || (place.base ?? place.head) === null) return null;
  const spot = (side: SourcePlace | null) => (side === null ? null : [side.document ?? null, side.pointer]);
  return JSON.stringify([document ?? null, spot(place.base), spot(place.head)]);
}

function rowsOf({ places: [place] }: Change, { base, head }: Versions, redact: (text: string) => string) {
  if (place === undefined) return [];
  // A side without the place is looked at where the other one has it, if that is in the document itself.
  const file = (place.head ?? place.base)?.document;
  const side = (set: DocumentSet | null, at: SourcePlace | null): ExcerptSide | null => {
    if (set === null) return null;
    if (at === null && file !== undefined) return null;
    const holder = at?.document === undefined ? set.root : set.documents.get(at.document);
    return holder === undefined ? null : { root: holder.root, pointer: at?.pointer ?? null };
  };
  return excerptOf(side(base, place.base), side(head, place.head), redact);
}
