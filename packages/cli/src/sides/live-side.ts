import {
  compileFilters,
  fetchDocuments,
  MANIFEST_FILE,
  memoryStaging,
  type PreparedSnapshot,
  parseManifest,
  placeKey,
  placeOf,
  prepareSnapshot,
  type ReducedOutcomes,
  reduceOutcomes,
  type SnapshotBase,
  sha256Of,
  sourceFromEnvironment,
} from '@xano-specs/core';
import { tellWalk } from '../commands/snapshot/walk-progress.ts';
import {
  patternsOf,
  type SourceFlags,
  sourceOptionsOf,
  warningOptionsOf,
} from '../commands/source-options.ts';
import { type TextFlags, textOptionsOf } from '../commands/text-options.ts';
import { CommandError } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { progressOn } from '../terminal/progress.ts';
import { inOrder, mayBeDocument, type Side } from './side.ts';

/** Xano as it is now, as the folder that a snapshot would leave. */
export interface LiveSide {
  readonly side: Side;
  /** What could not be had, each in a line; the old document counts in its place. */
  readonly missing: readonly string[];
}

/**
 * Reads the documents of an account as they are now, beside a snapshot of it that nothing is
 * written to.
 *
 * @throws CommandError USAGE when the other side is no snapshot, or the filters select nothing
 * @throws ConfigurationError without a credential; the error of Xano when nothing could be read
 */
export async function liveSide(
  snapshot: Side,
  flags: SourceFlags & TextFlags,
  shell: Shell,
): Promise<LiveSide> {
  const base = await baseOf(snapshot);
  const filters = compileFilters(patternsOf(flags));
  const staging = memoryStaging();
  const held = new Map(base.manifest.groups.map((entry) => [keyOf(entry), entry.path]));
  const progress = progressOn(shell.err, shell.now);
  const walk = tellWalk(progress, shell.err.colours);
  progress.update('Asking Xano what there is');
  let outcomes: ReducedOutcomes;
  try {
    const source = sourceFromEnvironment(shell.env, sourceOptionsOf(flags));
    outcomes = await reduceOutcomes(
      fetchDocuments(source, {
        env: shell.env,
        filters,
        onEvent: walk.onEvent,
        ...warningOptionsOf(flags),
      }),
      {
        staging,
        ...textOptionsOf(flags),
        format: base.manifest.groups[0]?.path.endsWith('.yaml') ? 'yaml' : 'json',
        isHeld: async ({ group, sha256, gitBlob }) => {
          const path = held.get(placeKey(placeOf(group)));
          return path !== undefined && (await base.compare(path, { sha256, gitBlob })) === 'same';
        },
        onOutcome: walk.onOutcome,
      },
    );
  } finally {
    progress.finish();
  }
  refuseNothing(outcomes);
  const prepared = await prepareSnapshot(base, outcomes, staging, {
    maxRemoved: Number.POSITIVE_INFINITY,
    selects: filters.selects,
  });
  if (prepared.plan.refusal !== null) throw prepared.plan.refusal;
  return { side: await sideOf(snapshot, prepared), missing: missingOf(prepared, outcomes) };
}

async function baseOf(snapshot: Side): Promise<SnapshotBase> {
  const paths = new Set(snapshot.kind === 'folder' ? await snapshot.list() : []);
  if (!paths.has(MANIFEST_FILE)) {
    throw new CommandError(
      'USAGE',
      `${snapshot.name} is no snapshot to compare Xano with: it holds no ${MANIFEST_FILE}.`,
      'Name the folder of a snapshot, or take one first: xano-specs snapshot',
    );
  }
  const read = async (path: string) => (paths.has(path) ? snapshot.load(snapshot.uriOf(path)) : null);
  const manifestText = await read(MANIFEST_FILE);
  return {
    manifest: parseManifest(manifestText),
    manifestText,
    compare: async (path, { sha256 }) => {
      const text = await read(path);
      if (text === null) return 'missing';
      return sha256Of(text) === sha256 ? 'same' : 'other';
    },
    read,
  };
}

function keyOf({ instance, workspace, branch, group }: SnapshotBase['manifest']['groups'][number]): string {
  return placeKey({ instance: instance.name, workspace: workspace.id, branch, group: group.id });
}

/** Nothing read is never nothing broken. */
function refuseNothing({ groups, unlisted }: ReducedOutcomes): void {
  const all = [...groups.values()];
  if (all.some(({ kind }) => kind === 'document')) return;
  const failed = unlisted[0]?.error ?? all.find((outcome) => outcome.kind === 'failed')?.error;
  if (failed !== undefined) throw failed;
  throw new CommandError(
    'USAGE',
    all.length === 0
      ? 'There is no API group that this credential can see and the filters select.'
      : 'None of the API groups has a document that can be read.',
    'See what the credential gives: xano-specs doctor',
  );
}

/** The folder as a snapshot would leave it. */
async function sideOf(snapshot: Side, { additions, deletions }: PreparedSnapshot): Promise<Side> {
  const added = new Map(additions.map(({ path, read }) => [path, read]));
  const gone = new Set(deletions);
  const kept = (await snapshot.list()).filter((path) => !gone.has(path));
  const paths = inOrder([...new Set([...kept, ...added.keys()])].filter(mayBeDocument));
  const prefix = 'live/';
  return {
    name: 'live',
    kind: 'folder',
    list: async () => paths,
    uriOf: (path) => `${prefix}${path}`,
    load: async (uri) => {
      const path = uri.startsWith(prefix) ? uri.slice(prefix.length) : '';
      const read = added.get(path);
      if (read !== undefined) return read();
      if (kept.includes(path)) return snapshot.load(snapshot.uriOf(path));
      throw new CommandError('FILE', `${uri} is no document of Xano.`, 'Take a new snapshot.');
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function missingOf({ rows }: PreparedSnapshot, { unlisted }: ReducedOutcomes): string[] {
  const lists = unlisted.map(({ scope, error }) => {
    const names = [scope?.instance.name, scope?.workspace?.name, scope?.branch].filter(
      (name) => name != null,
    );
    return `${names.length === 0 ? 'the instances' : names.join(' / ')} could not be listed: ${error.message}`;
  });
  const groups = rows.flatMap(({ group, reason, remedy, error }) => {
    const why = error?.message ?? (reason === null ? null : [reason, remedy ?? ''].join(' ').trim());
    return why === null ? [] : [`${group.workspace.name} / ${group.group.name} was not compared: ${why}`];
  });
  return [...lists, ...groups];
}
