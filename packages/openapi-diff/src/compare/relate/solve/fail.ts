import type { Json } from '../../../read/document.ts';
import type { Bound, Contains } from '../shape.ts';
import type { CompiledShape } from '../shapes/compiled.ts';

/** One way in which a value of a type fails a shape without stepping into a composition. */
export type Fail =
  | { readonly kind: 'unlisted'; readonly values: readonly Json[] }
  | { readonly kind: 'below'; readonly bound: Bound }
  | { readonly kind: 'above'; readonly bound: Bound }
  | { readonly kind: 'fraction' }
  | { readonly kind: 'no-multiple'; readonly of: number }
  | { readonly kind: 'shorter'; readonly than: number }
  | { readonly kind: 'longer'; readonly than: number }
  | { readonly kind: 'mismatch'; readonly pattern: string }
  | { readonly kind: 'unformatted'; readonly format: string }
  | { readonly kind: 'fewer'; readonly than: number }
  | { readonly kind: 'more'; readonly than: number }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'item'; readonly index: number; readonly shape: CompiledShape }
  | { readonly kind: 'few-containing' | 'many-containing'; readonly contains: Contains }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'present'; readonly name: string }
  | { readonly kind: 'property'; readonly name: string; readonly shape: CompiledShape }
  | { readonly kind: 'bad-name'; readonly shape: CompiledShape };

/** One way to fail a shape: assertions that fail, shapes that must be refused or accepted for it. */
export interface Way {
  readonly fails: readonly Fail[];
  readonly refused: readonly CompiledShape[];
  readonly accepted: readonly CompiledShape[];
}

/** A way of one failing assertion, or several together. */
export function failing(...fails: Fail[]): Way {
  return { fails, refused: [], accepted: [] };
}

/** All ways to fail a shape; `doubt` says that there may be others, and why. */
export interface Ways {
  readonly ways: readonly Way[];
  readonly doubt: string | null;
}
