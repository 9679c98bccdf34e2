import {
  type ApiGroup,
  branchScope,
  compileFilters,
  type DocumentChange,
  fetchDocuments,
  type ListingFailedOutcome,
  MANIFEST_FILE,
  memoryStaging,
  placeKey,
  placeOf,
  prepareSnapshot,
  type ReducedOutcomes,
  reduceOutcomes,
  remoteBase,
  type SnapshotRow,
} from '@xano-specs/core';
import type { Note } from '../comment/context.ts';
import type { CommitFiles } from '../documents/commit-files.ts';
import { groupName, spansInstances } from '../documents/group-name.ts';
import { ActionError } from '../errors.ts';
import type { Work } from '../work.ts';
import { liveSource } from './source.ts';

/** How Xano differs from the snapshot of a commit. */
export interface LiveDocuments {
  readonly changes: readonly DocumentChange[];
  readonly nameOf: (group: ApiGroup) => string;
  readonly notes: readonly Note[];
}

/**
 * Reads the documents from Xano as they are now, and plans what a snapshot would change.
 * @throws ActionError NOTHING_READ when no document could be read
 * @throws SnapshotError for a snapshot that can't be planned for, or one of another account
 */
export async function liveDocuments(work: Work, files: CommitFiles): Promise<LiveDocuments> {
  const { inputs, env, log, secrets } = work;
  const base = await snapshotBase(files, inputs.directory);
  const { instances, workspaces, branches, groups } = inputs;
  const isFiltered = [instances, workspaces, branches, groups].some((patterns) => patterns.length > 0);
  const filters = compileFilters({ instances, workspaces, branches, groups });
  const held = new Map(
    base.manifest.groups.map(({ path, instance, workspace, branch, group }) => [
      placeKey({ instance: instance.name, workspace: workspace.id, branch, group: group.id }),
      path,
    ]),
  );
  const staging = memoryStaging();
  const source = liveSource(inputs, (secret) => secrets.add(secret));
  const outcomes = await reduceOutcomes(
    fetchDocuments(source, {
      env,
      filters,
      onEvent: (event) => {
        if (event.kind === 'warning')
          log.warning({ title: 'Xano', message: `${event.message} ${event.hint}` });
      },
    }),
    {
      staging,
      format: base.manifest.groups[0]?.path.endsWith('.yaml') ? 'yaml' : 'json',
      isHeld: async ({ group, sha256, gitBlob }) => {
        const path = held.get(placeKey(placeOf(group)));
        return path !== undefined && (await base.compare(path, { sha256, gitBlob })) === 'same';
      },
    },
  );
  refuseNothing(outcomes, isFiltered);
  const prepared = await prepareSnapshot(base, outcomes, staging, {
    maxRemoved: Number.POSITIVE_INFINITY,
    selects: filters.selects,
  });
  if (prepared.plan.refusal !== null) throw prepared.plan.refusal;
  const withInstance = spansInstances(prepared.rows.map(({ group }) => group));
  const nameOf = (group: ApiGroup) =>
    groupName({ ...group, branch: branchScope(group.branch) }, withInstance);
  return {
    changes: prepared.documents,
    nameOf,
    notes: [
      ...outcomes.unlisted.map(unlistedNote),
      ...prepared.rows.flatMap((row) => rowNotes(row, nameOf(row.group))),
    ],
  };
}

async function snapshotBase(files: CommitFiles, directory: string) {
  const inFolder = (path: string) => (directory === '' ? path : `${directory}/${path}`);
  const prefix = inFolder('');
  const read = async (path: string) => (files.listed.has(inFolder(path)) ? files.text(inFolder(path)) : null);
  return remoteBase({
    manifestText: await read(MANIFEST_FILE),
    blobs: new Map([...files.listed].map(([path, { oid }]) => [path.slice(prefix.length), oid])),
    read,
  });
}

function refuseNothing({ groups, unlisted }: ReducedOutcomes, isFiltered: boolean): void {
  const all = [...groups.values()];
  if (isFiltered && all.length + unlisted.length === 0) {
    throw new ActionError('NOTHING_READ', 'The filters select no API group that the credential can see.', {
      hint: 'Look at instances, workspaces, branches and groups for a typing error.',
    });
  }
  if (all.some(({ kind }) => kind === 'document') || all.length + unlisted.length === 0) return;
  const failed = unlisted[0]?.error ?? all.find((outcome) => outcome.kind === 'failed')?.error;
  const unreadable = all.find((outcome) => outcome.kind === 'unreadable');
  const hint = failed === undefined ? unreadable?.remedy : failed.hint;
  throw new ActionError(
    'NOTHING_READ',
    `No document could be read from Xano. ${failed?.message ?? unreadable?.reason ?? ''}`,
    { ...(hint == null ? {} : { hint }), ...(failed === undefined ? {} : { cause: failed }) },
  );
}

function unlistedNote({ scope, error }: ListingFailedOutcome): Note {
  const names = [scope?.instance.display, scope?.workspace?.name, scope?.branch].filter(
    (name) => name != null,
  );
  return { kind: 'not-compared', about: names.join(' / ') || null, text: error.message };
}

function rowNotes({ reason, remedy, error }: SnapshotRow, about: string): Note[] {
  const text = error?.message ?? (reason === null ? null : `${reason} ${remedy ?? ''}`);
  return text === null ? [] : [{ kind: 'not-compared', about, text }];
}
