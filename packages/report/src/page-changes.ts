import type { Change, Report } from '@xano-specs/openapi-diff';

/** The changes of a page in its order: those of the report, and behind them those that are accepted. */
export function pageChanges({ changes, exceptions }: Report): readonly Change[] {
  return [...changes, ...(exceptions?.accepted ?? [])];
}
