import type { ListingFailedOutcome, SnapshotRow, XanoSpecsError } from '@xano-specs/core';
import * as z from 'zod';
import type { ChangeDescription } from './change-log/description.ts';
import { inWorkflow } from './credential-words.ts';
import { countKinds } from './groups.ts';

/** The version of the format below. It changes when a field goes or means something else, not when one is added. */
export const RESULT_VERSION = 1;

const error = z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() });
const count = z.int().nonnegative();

const group = z.object({
  instance: z.object({ name: z.string(), display: z.string() }),
  workspace: z.object({ id: z.int(), name: z.string() }),
  branch: z.string().nullable().describe('null for the live branch'),
  group: z.object({ id: z.int(), name: z.string() }),
  status: z.enum([
    'added',
    'changed',
    'renamed',
    'same',
    'removed',
    'kept-unreadable',
    'kept-failed',
    'kept-unseen',
    'new-unreadable',
    'new-failed',
  ]),
  path: z.string().nullable().describe('from the root of the repository; null when there is no document'),
  previousPath: z.string().nullable(),
  awaiting: z
    .boolean()
    .describe(
      'whether another branch is live in Xano, and the document that takes this place, or the list that this one is in now, could not be read',
    ),
  missing: z
    .boolean()
    .describe('whether somebody deleted its file, which the next document that comes brings back'),
  version: z.string().nullable().describe('of the API group after the run; null when there is no document'),
  previousVersion: z.string().nullable(),
  operations: count.nullable(),
  bytes: count.nullable(),
  changes: z
    .object({
      breaking: count,
      warnings: count,
      safe: count,
      lines: z.array(z.object({ word: z.enum(['breaks', 'warns', 'adds', 'notes']), text: z.string() })),
    })
    .nullable()
    .describe('what changed in the document, the worst first; null when it was not compared'),
  leaks: z.array(z.object({ kind: z.string(), pointer: z.string(), preview: z.string() })),
  leakCount: count.describe('may be more than leaks lists'),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  error: error.nullable(),
});

const unlisted = z.object({
  instance: z.string().nullable(),
  workspace: z.string().nullable(),
  branch: z.string().nullable(),
  error,
});

const divided = z.object({
  count: count.describe('how many jobs fetch'),
  instances: count.describe('how many instances all of them fetch, or this one'),
  share: count.nullable().describe('the number of this job; null for the one that divides the work'),
  matrix: z.string().nullable().describe('the matrix of the jobs that fetch, as JSON'),
  directory: z.string().describe('the folder to hand on to the last job'),
});

/** What a job of a divided run did. */
export type Divided = z.infer<typeof divided>;

const pullRequest = z.object({
  number: count,
  url: z.string(),
  branch: z.string().describe('the branch that holds what is proposed'),
  outcome: z.enum(['created', 'updated', 'unchanged', 'closed', 'left-open', 'declined']),
  peopleCommits: z
    .array(z.object({ sha: z.string(), url: z.string(), subject: z.string(), author: z.string() }))
    .describe('commits of people on that branch, which stay'),
  conflicts: z.array(z.string()).describe('files for which the branch could not be brought up to date'),
  warnings: z.array(z.string()),
});

/** What the result file holds. */
export const resultSchema = z.object({
  formatVersion: z.literal(RESULT_VERSION),
  outcome: z.enum([
    'committed',
    'proposed',
    'declined',
    'unchanged',
    'dry-run',
    'planned',
    'fetched',
    'refused',
    'failed',
  ]),
  changed: z.boolean().describe('whether the snapshot differs from what the branch held'),
  repository: z.string().nullable(),
  branch: z.string().nullable(),
  directory: z.string().nullable(),
  commit: z.object({ sha: z.string(), url: z.string(), headline: z.string() }).nullable(),
  pullRequest: pullRequest.nullable(),
  waiting: count.describe(
    'how many changes of earlier runs the pull request holds of which this run knows nothing new',
  ),
  counts: z.object({
    documents: count,
    added: count,
    changed: count,
    renamed: count,
    removed: count,
    unreadable: count,
    failed: count,
    same: count,
    unseen: count,
    breaking: count,
  }),
  groups: z.array(group),
  unlisted: z.array(unlisted).describe('lists that could not be read'),
  warnings: z
    .array(z.object({ code: z.string(), message: z.string(), hint: z.string() }))
    .describe('what a person should know, though the run went on, such as a token that expires soon'),
  tokenExpires: z
    .string()
    .nullable()
    .describe('the day, as 2026-11-25; null when the credential does not say'),
  divided: divided.nullable().describe('null unless this job plans or fetches for others'),
  error: error.nullable(),
});

/** What a run did, for the steps that follow. */
export type Result = z.infer<typeof resultSchema>;

/** Something that a person should know, though the run went on. */
export type Warning = Result['warnings'][number];

export type Outcome = Result['outcome'];

/** The counts of a result: documents are those that the snapshot holds after the run. */
export function countRows(
  rows: readonly SnapshotRow[],
  changes: readonly (ChangeDescription | null)[],
): Result['counts'] {
  const documents = rows.filter(({ path, isMissing }) => path !== null && !isMissing).length;
  const breaking = changes.reduce((sum, one) => sum + (one?.breaking ?? 0), 0);
  return { documents, ...countKinds(rows), breaking };
}

/** A row as the result holds it. */
export function groupResult(
  row: SnapshotRow,
  changes: ChangeDescription | null,
  directory: string,
): Result['groups'][number] {
  const { instance, workspace, branch, group } = row.group;
  const inRepository = (path: string | null) => (path === null ? null : joinPath(directory, path));
  return {
    instance: { name: instance.name, display: instance.display },
    workspace: { id: workspace.id, name: workspace.name },
    branch: branch.live ? null : branch.label,
    group: { id: group.id, name: group.name },
    status: row.status,
    path: inRepository(row.path),
    previousPath: inRepository(row.previousPath),
    awaiting: row.isAwaiting,
    missing: row.isMissing,
    version: row.version,
    previousVersion: row.previousVersion,
    operations: row.operations,
    bytes: row.bytes,
    changes: changes === null ? null : { ...changes, lines: [...changes.lines] },
    leaks: row.leaks.map(({ kind, pointer, preview }) => ({ kind, pointer, preview })),
    leakCount: row.leakCount,
    reason: row.reason,
    remedy: row.remedy === null ? null : inWorkflow(row.remedy),
    error: row.error === null ? null : errorResult(row.error),
  };
}

/** A list that could not be read as the result holds it. */
export function unlistedResult({ scope, error }: ListingFailedOutcome): Result['unlisted'][number] {
  return {
    instance: scope?.instance.name ?? null,
    workspace: scope?.workspace?.name ?? null,
    branch: scope?.branch ?? null,
    error: errorResult(error),
  };
}

/** An error as the result holds it, in the words of the action: without its causes, which may be long and are in the log. */
export function errorResult({
  code,
  message,
  hint,
}: Pick<XanoSpecsError, 'code' | 'message' | 'hint'>): NonNullable<Result['error']> {
  return { code, message: inWorkflow(message), hint: hint === null ? null : inWorkflow(hint) };
}

/** A path of the snapshot as one of the repository. */
export function joinPath(directory: string, path: string): string {
  return directory === '' ? path : `${directory}/${path}`;
}
