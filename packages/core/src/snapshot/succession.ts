import type { ApiGroup } from '../catalog/identity.ts';
import { byCodeUnit, placeKey } from './group-key.ts';
import { liveGroups, liveLabel } from './live-branch.ts';
import { groupOf, type ManifestEntry } from './manifest.ts';
import type { ReducedGroup, ReducedOutcomes } from './reduce.ts';

/**
 * What becomes of documents when another branch is made the live one, which deletes nothing in Xano:
 * the groups of a branch have ids of their own, and the canonical in their address is the same in
 * each branch. A group leaves the place that it had, and stands in another.
 */
export interface Succession {
  /** What a group that the snapshot does not know in this place takes over from, by its key. */
  readonly before: ReadonlyMap<string, ManifestEntry>;
  /** Keys of entries whose document was taken over: they are no rows of their own. */
  readonly passed: ReadonlySet<string>;
  /** Keys of entries that stay as they are until the document arrives that takes their place. */
  readonly waiting: ReadonlySet<string>;
  /** Keys of entries that are gone from the live branch, and whose group is in another one. */
  readonly elsewhere: ReadonlySet<string>;
  /**
   * What stands for groups of the branch that was live, where the list that they would be in could not be
   * read: the document goes on in that branch until it can.
   */
  readonly copies: ReadonlyMap<string, { readonly entry: ManifestEntry; readonly branch: string }>;
}

/**
 * Finds, for each entry that is gone from its place, where its group is now, and which group has its
 * address. Nothing moves before the document is there that does.
 * @param previous the entries of the manifest by their keys
 * @param gone the keys of those that a list no longer holds
 */
export function successionOf(
  previous: ReadonlyMap<string, ManifestEntry>,
  gone: ReadonlySet<string>,
  outcomes: ReducedOutcomes,
): Succession {
  const { groups } = outcomes;
  const leaving = [...gone].toSorted(byCodeUnit).flatMap((key) => {
    const entry = previous.get(key);
    return entry === undefined ? [] : [{ key, entry }];
  });
  const places = placesOf(previous, groups);
  const heirOf = ({ branch, instance, workspace, group: { canonical } }: ManifestEntry) =>
    branch !== null || canonical === null
      ? null
      : places.byAddress.get(JSON.stringify([instance.name, workspace.id, canonical]));
  const before = new Map<string, ManifestEntry>();
  for (const { entry } of leaving) {
    const heir = heirOf(entry);
    if (heir?.outcome.kind === 'document') before.set(heir.key, entry);
  }
  const [passed, waiting, elsewhere] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const copies = new Map<string, { entry: ManifestEntry; branch: string }>();
  const pass = (key: string, entry: ManifestEntry, to: string | null) => {
    passed.add(key);
    if (to !== null && !before.has(to)) before.set(to, entry);
  };
  for (const { key, entry } of leaving) {
    if (isLiveNow(entry, outcomes)) {
      const inLive = keyIn(entry, null);
      if (isInLive(entry, inLive, previous, outcomes)) pass(key, entry, previous.has(inLive) ? null : inLive);
      else waiting.add(key);
      continue;
    }
    const heir = heirOf(entry) ?? null;
    const now = places.byId.get(idOf(groupOf(entry))) ?? null;
    const [unread, ...more] = unreadLists(entry, outcomes);
    const awaited = heir ?? now;
    if (awaited === null) {
      // Another branch may be live, and the group in the one whose list could not be read.
      if (entry.branch === null && unread !== undefined) waiting.add(key);
    } else if (awaited.outcome.kind !== 'document') waiting.add(key);
    else if (heir === null && entry.branch === null) elsewhere.add(key);
    else {
      pass(key, entry, now?.key ?? null);
      const isKnown = more.length === 0 && typeof unread === 'string' && !hasBranch(previous, entry, unread);
      if (now === null && isKnown) copies.set(keyIn(entry, unread), { entry, branch: unread });
    }
  }
  return { before, passed, waiting, elsewhere, copies };
}

/** Whether a document of a branch that is live by now is there, under the key that its group has in it. */
function isInLive(
  entry: ManifestEntry,
  inLive: string,
  previous: ReadonlyMap<string, ManifestEntry>,
  outcomes: ReducedOutcomes,
): boolean {
  const outcome = outcomes.groups.get(inLive);
  if (outcome !== undefined) return outcome.kind === 'document';
  // A run that does not look at the live branch leaves it to the one that does.
  return unreadLists(entry, outcomes).length === 0 && previous.has(inLive);
}

/** Whether the snapshot knows documents of this branch: it is not the one that was live then. */
function hasBranch(
  previous: ReadonlyMap<string, ManifestEntry>,
  { instance, workspace }: ManifestEntry,
  label: string,
): boolean {
  return previous
    .values()
    .some(
      (entry) =>
        entry.branch === label &&
        entry.instance.name === instance.name &&
        entry.workspace.id === workspace.id,
    );
}

/** Whether the branch of an entry is the live one by now, and its group may be in it. */
function isLiveNow(entry: ManifestEntry, { listed }: ReducedOutcomes): boolean {
  if (entry.branch === null || entry.branch !== liveLabel(entry, listed)) return false;
  return liveGroups(entry, listed)?.has(entry.group.id) !== false;
}

/** The branches of an entry's workspace whose groups could not be listed, null for what is known of no branch. */
function unreadLists(
  { instance, workspace }: ManifestEntry,
  { unlisted }: ReducedOutcomes,
): readonly (string | null)[] {
  return unlisted.flatMap(({ scope }) =>
    scope?.instance.name === instance.name && scope.workspace?.id === workspace.id ? [scope.branch] : [],
  );
}

function keyIn({ instance, workspace, group }: ManifestEntry, branch: string | null): string {
  return placeKey({ instance: instance.name, workspace: workspace.id, branch, group: group.id });
}

interface Place {
  readonly key: string;
  readonly outcome: ReducedGroup;
}

/** The groups that stand in a place where the snapshot knows none; null where it can't be told which is meant. */
function placesOf(
  previous: ReadonlyMap<string, ManifestEntry>,
  groups: ReadonlyMap<string, ReducedGroup>,
): Readonly<Record<'byId' | 'byAddress', ReadonlyMap<string, Place | null>>> {
  const byId = new Map<string, Place | null>();
  const byAddress = new Map<string, Place | null>();
  const add = (places: Map<string, Place | null>, name: string, place: Place) => {
    places.set(name, places.has(name) ? null : place);
  };
  for (const [key, outcome] of groups) {
    const { instance, workspace, branch, group } = outcome.group;
    if (previous.has(key)) continue;
    add(byId, idOf(outcome.group), { key, outcome });
    if (!branch.live || group.canonical === null) continue;
    add(byAddress, JSON.stringify([instance.name, workspace.id, group.canonical]), { key, outcome });
  }
  // An id that two places had, or have, at the same time does not say which of them moved.
  const before = Map.groupBy(previous.values(), (entry) => idOf(groupOf(entry)));
  const after = Map.groupBy(groups.values(), ({ group }) => idOf(group));
  for (const ids of [before, after]) {
    for (const [id, { length }] of ids) if (length > 1) byId.set(id, null);
  }
  return { byId, byAddress };
}

function idOf({ instance, workspace, group }: ApiGroup): string {
  return JSON.stringify([instance.name, workspace.id, group.id]);
}
