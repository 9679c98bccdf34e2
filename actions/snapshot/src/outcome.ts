import { placeKey, placeOf, type ReducedOutcomes, type Secrets } from '@xano-specs/core';
import type { Planned } from './commit.ts';
import type { MadeCommit } from './pull-request/proposal.ts';
import type { Proposed } from './pull-request/what-waits.ts';
import {
  countRows,
  type Divided,
  errorResult,
  groupResult,
  type Outcome,
  RESULT_VERSION,
  type Result,
  unlistedResult,
  type Warning,
} from './result.ts';

/** What is known of a run so far: all that a report can say, also when the run failed on the way. */
export interface Progress {
  repository: string | null;
  branch: string | null;
  directory: string | null;
  outcomes: ReducedOutcomes | null;
  /** The last plan that was made. */
  planned: Planned | null;
  /** What is proposed, where that is more than the last plan: what waits of earlier runs, and how much that is. */
  proposed: Proposed | null;
  /** The commit that was made, as far as it is known to stand; null without one. */
  made: MadeCommit | null;
  /** What became of the pull request; null without one. */
  pullRequest: Result['pullRequest'];
  /** What Xano, or the credential, gave reason to warn of. */
  readonly warnings: Warning[];
  /** The day on which the credential expires; null when it does not say, or none was used. */
  tokenExpires: string | null;
  /** What this job does for others, when the run is divided. */
  divided: Divided | null;
}

/** The result of a run that ended in this way. */
export function resultOf(
  progress: Progress,
  outcome: Outcome,
  end: { readonly error?: unknown } = {},
): Result {
  const { repository, branch, directory, outcomes, planned, proposed, made, pullRequest } = progress;
  const told = proposed?.planned ?? planned;
  const planRows = planned?.prepared.rows ?? [];
  // Where nothing was written, every group is what it was.
  const isWritten = made !== null || !['refused', 'failed'].includes(outcome);
  const rows = isWritten ? planRows : planRows.map((row) => ({ ...row, version: row.previousVersion }));
  const changes = new Map(
    told?.documents.map((one) => [placeKey(placeOf(one.document.group)), one.changes]) ?? [],
  );
  const counts = countRows(rows, [...changes.values()]);
  const { error } = end;
  return {
    formatVersion: RESULT_VERSION,
    outcome,
    changed: planned?.prepared.changed ?? false,
    repository,
    branch,
    directory,
    commit: made === null ? null : { sha: made.oid, url: made.url, headline: made.headline },
    pullRequest,
    waiting: proposed?.kept ?? 0,
    counts: isWritten || planned === null ? counts : { ...counts, documents: documentsBefore(planned) },
    groups: rows.map((row) =>
      groupResult(row, changes.get(placeKey(placeOf(row.group))) ?? null, directory ?? ''),
    ),
    unlisted: (outcomes?.unlisted ?? []).map(unlistedResult),
    warnings: [...progress.warnings],
    tokenExpires: progress.tokenExpires,
    divided: progress.divided,
    error: error === undefined ? null : errorOf(error),
  };
}

/** How many documents the snapshot holds that was planned for. */
function documentsBefore({ base, prepared }: Planned): number {
  return base.manifest.groups.length - prepared.rows.filter(({ isMissing }) => isMissing).length;
}

/** The result without any secret that became known during the run, whatever text it stands in. */
export function withoutSecrets(result: Result, secrets: Secrets): Result {
  const text = JSON.stringify(result, (_key, value: unknown) =>
    typeof value === 'string' ? secrets.redact(value) : value,
  );
  return JSON.parse(text) as Result;
}

/** An error as the result holds it; one that was not made for people is a fault of the action. */
export function errorOf(error: unknown): NonNullable<Result['error']> {
  if (error instanceof Error && 'code' in error && 'hint' in error && typeof error.code === 'string') {
    const hint = typeof error.hint === 'string' ? error.hint : null;
    return errorResult({ code: error.code, message: error.message, hint });
  }
  return {
    code: 'UNEXPECTED',
    message: `The action met something that it is not made for: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Run the job again with debug logging, and report what the log says.',
  };
}
