/**
 * What became of a line of a schema:
 * `same` stands on both sides, `removed` and `added` on one, `changed` on both with another
 * text. `aside` differs as well, or stands on one side alone, and is no part of the change
 * that is told: another change tells it.
 */
export type RowKind = 'same' | 'aside' | 'removed' | 'added' | 'changed';

/** The kinds by their numbers in a page's data. */
export const ROW_KINDS: readonly RowKind[] = ['same', 'aside', 'removed', 'added', 'changed'];

/** A line of two schemas side by side: its kind, how deep it stands, and its text on each side. */
export interface Row {
  readonly kind: RowKind;
  readonly depth: number;
  /** Null where the side has no such line. */
  readonly base: string | null;
  readonly head: string | null;
}

/** A row as a page's data holds it; the head's text is left out where it is the base's. */
export type PackedRow =
  | readonly [kind: number, depth: number, text: string]
  | readonly [kind: number, depth: number, base: string | null, head: string | null];

/** The row in the form that takes less room. */
export function packRow({ kind, depth, base, head }: Row): PackedRow {
  const number = ROW_KINDS.indexOf(kind);
  return kind === 'same' && base !== null ? [number, depth, base] : [number, depth, base, head];
}

/** The row that was packed. */
export function unpackRow(packed: PackedRow): Row {
  const [number, depth, base] = packed;
  const head = packed.length === 3 ? base : packed[3];
  return { kind: ROW_KINDS[number] ?? 'same', depth, base, head };
}
