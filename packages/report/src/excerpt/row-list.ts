import { cut } from '../cut.ts';
import { EXCERPT_ROWS, LINE_LENGTH } from '../limits.ts';
import type { Row, RowKind } from './row.ts';

/** The rows of an excerpt while it is made; those beyond what a page shows are counted, not kept. */
export class RowList {
  readonly #rows: Row[] = [];
  readonly #redact: (text: string) => string;
  #left = 0;

  /** @param redact takes out of a line what must not be shown, before the line is cut */
  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  /** A line of one or both sides. */
  add(kind: RowKind, depth: number, base: string | null, head: string | null): void {
    if (this.isFull) this.#left += 1;
    else this.#rows.push({ kind, depth, base: this.#shown(base), head: this.#shown(head) });
  }

  /** A line around the place: the same on both sides, unless one has nothing there or another name for it. */
  aside(depth: number, base: string | null, head: string | null): void {
    if (base !== null || head !== null) this.add(base === head ? 'same' : 'aside', depth, base, head);
  }

  /** Whether more is only counted. */
  get isFull(): boolean {
    return this.#rows.length >= EXCERPT_ROWS;
  }

  #shown(text: string | null): string | null {
    return text === null ? null : cut(this.#redact(text), LINE_LENGTH);
  }

  /** All rows, with a word on those that were left out. */
  done(): readonly Row[] {
    if (this.#left === 0) return this.#rows;
    const text = `… ${this.#left.toLocaleString('en-US')} more ${this.#left === 1 ? 'line' : 'lines'}`;
    return [...this.#rows, { kind: 'same', depth: 0, base: text, head: text }];
  }
}
