import type { ApiGroup } from '../catalog/identity.ts';
import { byCodeUnit, placeOf } from './group-key.ts';
import { liveLabel } from './live-branch.ts';
import { entryKey, groupOf, type Manifest, type ManifestEntry } from './manifest.ts';
import type { ReducedGroup, ReducedOutcomes } from './reduce.ts';
import { isGone } from './removal.ts';
import { successionOf } from './succession.ts';

/** A group on its way into the plan. */
export interface Draft {
  readonly key: string;
  readonly group: ApiGroup;
  readonly before: ManifestEntry | null;
  readonly outcome: ReducedGroup | null;
  /** Whether it stays until the document is there that takes its place. */
  readonly isAwaiting: boolean;
}

/** Which groups a run is about. */
export interface DraftOptions {
  /** Whether the filters of the run select a group: one that they leave out is never removed. */
  readonly selects?: (group: ApiGroup) => boolean;
  /** Keys of groups that an earlier run found to be gone, where this one has seen nothing of them; none unless given. */
  readonly removed?: ReadonlySet<string>;
}

/** The groups on their way into a plan. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  /** Keys of those whose file goes. */
  readonly gone: ReadonlySet<string>;
  /** Keys of those among them that left the live branch alone. */
  readonly elsewhere: ReadonlySet<string>;
}

/** Brings together what the manifest knows and what the walk found, also of groups that stand elsewhere now. */
export function draftsOf(manifest: Manifest, outcomes: ReducedOutcomes, options: DraftOptions): Drafts {
  const previous = new Map(manifest.groups.map((entry) => [entryKey(entry), entry]));
  const missing = new Set(
    [...previous].filter(([key, entry]) => isRemoved(key, entry, outcomes, options)).map(([key]) => key),
  );
  const succession = successionOf(previous, missing, outcomes, options.removed);
  const { before, passed, elsewhere, copies, held } = succession;
  const waiting = succession.waiting.difference(options.removed ?? new Set());
  const known = new Set([...previous.keys(), ...outcomes.groups.keys(), ...copies.keys()]);
  const keys = known.difference(passed).difference(held);
  const drafts = withCurrentNames(
    [...keys].toSorted(byCodeUnit).map((key) => ({
      key,
      before: previous.get(key) ?? before.get(key) ?? copies.get(key)?.entry ?? null,
      outcome: outcomes.groups.get(key) ?? null,
      isAwaiting: waiting.has(key),
      standsIn: copies.get(key)?.branch ?? null,
    })),
  );
  return { drafts, gone: missing.difference(passed).difference(waiting), elsewhere };
}

function isRemoved(
  key: string,
  entry: ManifestEntry,
  { groups, listed, unlisted }: ReducedOutcomes,
  { selects, removed }: DraftOptions,
): boolean {
  if (groups.has(key)) return false;
  if (removed?.has(key)) return true;
  const group = groupOf(entry);
  return isSelected(group, selects, listed) && isGone(placeOf(group), listed, unlisted);
}

/** Whether a run is about a group: in the branch that it had, under the label that the live one has now. */
function isSelected(
  group: ApiGroup,
  selects: DraftOptions['selects'],
  listed: ReducedOutcomes['listed'],
): boolean {
  if (selects === undefined) return true;
  const label = liveLabel(group, listed);
  const { branch } = group;
  if (label === null || (!branch.live && branch.label !== label)) return selects(group);
  return selects({ ...group, branch: { label, live: true } }) || (!branch.live && selects(group));
}

/**
 * Gives every group the names that the walk found. An instance and a workspace have one
 * name each, also for those of their groups that the walk heard nothing of: a renamed
 * workspace is one folder before and after.
 */
function withCurrentNames(
  drafts: readonly (Omit<Draft, 'group'> & { readonly standsIn: string | null })[],
): Draft[] {
  const known = drafts.flatMap(({ before, outcome }) =>
    outcome !== null ? [outcome.group] : before !== null ? [groupOf(before)] : [],
  );
  const heard = drafts.flatMap(({ outcome }) => (outcome === null ? [] : [outcome.group]));
  const instances = new Map<string, ApiGroup['instance']>();
  const workspaces = new Map<string, ApiGroup['workspace']>();
  const workspaceKey = ({ instance, workspace }: ApiGroup) => JSON.stringify([instance.name, workspace.id]);
  for (const group of [...known, ...heard.toReversed()]) {
    instances.set(group.instance.name, group.instance);
    workspaces.set(workspaceKey(group), group.workspace);
  }
  return drafts.flatMap(({ standsIn, ...draft }) => {
    const group = draft.outcome?.group ?? (draft.before === null ? null : groupOf(draft.before));
    if (group === null) return [];
    const instance = instances.get(group.instance.name) ?? group.instance;
    const workspace = workspaces.get(workspaceKey(group)) ?? group.workspace;
    const branch = standsIn === null ? group.branch : { label: standsIn, live: false };
    return [{ ...draft, group: { ...group, instance, workspace, branch } }];
  });
}
