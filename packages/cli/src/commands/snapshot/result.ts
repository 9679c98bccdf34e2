import type { ListingFailedOutcome, PreparedSnapshot, SnapshotRow, XanoSpecsError } from '@xano-specs/core';
import type { Summary } from '@xano-specs/openapi-diff';
import type { Comparisons } from './comparisons.ts';

/** What a run gave, for machines. What is new in a later version is added; nothing here changes its meaning. */
export interface JsonResult {
  readonly formatVersion: 1;
  readonly directory: string;
  readonly dryRun: boolean;
  /** Whether the snapshot differs from what was there; `written` says whether it was written too. */
  readonly changed: boolean;
  readonly written: boolean;
  readonly counts: PreparedSnapshot['counts'];
  readonly groups: readonly JsonGroup[];
  readonly listingsFailed: readonly JsonListing[];
  /** Why the plan was not carried out. */
  readonly refusal: JsonError | null;
}

interface JsonError {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

interface JsonGroup extends Omit<SnapshotRow, 'error'> {
  /** What the engine found between the text before and the new one; null where nothing was compared. */
  readonly changes: Summary | null;
  readonly error: JsonError | null;
}

interface JsonListing {
  readonly instance: string | null;
  readonly workspace: string | null;
  readonly branch: string | null;
  readonly error: JsonError;
}

/** What happened besides the plan. */
export interface RunFacts {
  readonly directory: string;
  readonly dryRun: boolean;
  readonly written: boolean;
  readonly unlisted: readonly ListingFailedOutcome[];
}

/** The result of a run as data. */
export function jsonResult(
  { rows, counts, changed, plan }: PreparedSnapshot,
  comparisons: Comparisons,
  { directory, dryRun, written, unlisted }: RunFacts,
): JsonResult {
  return {
    formatVersion: 1,
    directory,
    dryRun,
    changed,
    written,
    counts,
    groups: rows.map((row) => {
      const comparison = comparisons.get(row.path ?? row.previousPath ?? '');
      return {
        ...row,
        changes: comparison === undefined || typeof comparison === 'string' ? null : comparison.summary,
        error: row.error === null ? null : jsonError(row.error),
      };
    }),
    listingsFailed: unlisted.map(({ scope, error }) => ({
      instance: scope?.instance.name ?? null,
      workspace: scope?.workspace?.name ?? null,
      branch: scope?.branch ?? null,
      error: jsonError(error),
    })),
    refusal: plan.refusal === null ? null : jsonError(plan.refusal),
  };
}

function jsonError({ code, message, hint }: XanoSpecsError): JsonError {
  return { code, message, hint };
}
