import type { DocumentSet } from '../../read/document.ts';
import type { Limits } from './shape.ts';

/** What a relator is made of. */
export interface RelatorOptions {
  readonly base: DocumentSet;
  readonly head: DocumentSet;
  /**
   * `declared` (the default): a sender whose object schema leaves `additionalProperties` out
   * sends the declared properties alone. `open`: JSON Schema to the letter.
   */
  readonly world?: 'declared' | 'open';
  /** Every property that a response declares counts as required, on both sides. */
  readonly promised?: boolean;
  readonly limits?: Partial<Limits>;
}
