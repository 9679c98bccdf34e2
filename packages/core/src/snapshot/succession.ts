import type { ApiGroup } from '../catalog/identity.ts';
import { byCodeUnit, placeKey } from './group-key.ts';
import { liveGroups, liveLabel } from './live-branch.ts';
import { entryKey, groupOf, type ManifestEntry } from './manifest.ts';
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
  /**
   * Keys of groups that are not taken in yet, though their document is there: nobody can tell in which of
   * several lists that could not be read the group is whose place they take, and its text would be lost.
   */
  readonly held: ReadonlySet<string>;
}

/**
 * Finds, for each entry that is gone from its place, where its group is now, and which group has its
 * address. Nothing moves before the document is there that does.
 * @param previous the entries of the manifest by their keys
 * @param gone the keys of those that a list no longer holds
 * @param removed the keys of those among them of which nothing is to be kept
 */
export function successionOf(
  previous: ReadonlyMap<string, ManifestEntry>,
  gone: ReadonlySet<string>,
  outcomes: ReducedOutcomes,
  removed: ReadonlySet<string> = new Set(),
): Succession {
  const { groups } = outcomes;
  const leaving = [...gone].toSorted(byCodeUnit).flatMap((key) => {
    const entry = previous.get(key);
    return entry === undefined ? [] : [{ key, entry }];
  });
  const { heirOf, nowOf } = newPlaces(previous, groups);
  const unseenOf = unseenBranches(previous, outcomes);
  const mayStandIn = (entry: ManifestEntry) =>
    nowOf(entry) !== null || removed.has(entryKey(entry)) ? [] : unseenOf(entry);
  const taken = leaving.flatMap(({ entry }) => {
    const heir = heirOf(entry);
    return heir?.outcome.kind === 'document' ? [{ entry, heir: heir.key }] : [];
  });
  const before = new Map(taken.map(({ entry, heir }) => [heir, entry]));
  const held = new Set(taken.flatMap(({ entry, heir }) => (mayStandIn(entry).length > 1 ? [heir] : [])));
  const [passed, waiting, elsewhere] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const copies = new Map<string, { entry: ManifestEntry; branch: string }>();
  const pass = (key: string, entry: ManifestEntry, to: string | null) => {
    passed.add(key);
    if (to !== null && !before.has(to)) before.set(to, entry);
  };
  for (const { key, entry } of leaving) {
    if (isLiveNow(entry, outcomes)) {
      const inLive = keyIn(entry, null);
      if (held.has(inLive) || !isInLive(entry, inLive, previous, outcomes)) waiting.add(key);
      else pass(key, entry, previous.has(inLive) ? null : inLive);
      continue;
    }
    const heir = heirOf(entry);
    const now = nowOf(entry);
    const awaited = heir ?? now;
    if (awaited === null) {
      // Another branch may be live, and the group in the one whose list could not be read.
      if (entry.branch === null && unreadLists(entry, outcomes).length > 0) waiting.add(key);
    } else if (awaited.outcome.kind !== 'document' || held.has(awaited.key)) waiting.add(key);
    else if (heir === null && entry.branch === null) elsewhere.add(key);
    else {
      pass(key, entry, now?.key ?? null);
      for (const branch of mayStandIn(entry)) copies.set(keyIn(entry, branch), { entry, branch });
    }
  }
  return { before, passed, waiting, elsewhere, copies, held };
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

/**
 * Tells in which branches a group may stand whose list could not be read: where the snapshot knows none of its
 * address. One that it knows in another place too has a document besides this one, and needs none.
 */
function unseenBranches(
  previous: ReadonlyMap<string, ManifestEntry>,
  outcomes: ReducedOutcomes,
): (entry: ManifestEntry) => readonly string[] {
  const ofGroup = Map.groupBy(previous.values(), (entry) => idOf(groupOf(entry)));
  const addresses = new Set(previous.values().map((entry) => addressIn(entry, entry.branch)));
  return (entry) => {
    const known = ofGroup.get(idOf(groupOf(entry))) ?? [];
    if (known.length > 1) return [];
    return unreadLists(entry, outcomes)
      .filter((branch) => branch !== null)
      .filter((branch) => !addresses.has(addressIn(entry, branch)));
  };
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
  const branches = unlisted.flatMap(({ scope }) =>
    scope?.instance.name === instance.name && scope.workspace?.id === workspace.id ? [scope.branch] : [],
  );
  // A list that was tried twice may have failed twice.
  return [...new Set(branches)];
}

function addressIn({ instance, workspace, group }: ManifestEntry, branch: string | null): string {
  return JSON.stringify([instance.name, workspace.id, branch, group.canonical]);
}

function keyIn({ instance, workspace, group }: ManifestEntry, branch: string | null): string {
  return placeKey({ instance: instance.name, workspace: workspace.id, branch, group: group.id });
}

interface Place {
  readonly key: string;
  readonly outcome: ReducedGroup;
}

/**
 * Finds places in which the snapshot knows no group yet: that of the heir of an entry, and that of its own group.
 * Null where there is none, or where it can't be told which is meant.
 */
function newPlaces(
  previous: ReadonlyMap<string, ManifestEntry>,
  groups: ReadonlyMap<string, ReducedGroup>,
): Readonly<Record<'heirOf' | 'nowOf', (entry: ManifestEntry) => Place | null>> {
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
  return {
    heirOf: ({ branch, instance, workspace, group: { canonical } }) =>
      branch !== null || canonical === null
        ? null
        : (byAddress.get(JSON.stringify([instance.name, workspace.id, canonical])) ?? null),
    nowOf: (entry) => byId.get(idOf(groupOf(entry))) ?? null,
  };
}

function idOf({ instance, workspace, group }: ApiGroup): string {
  return JSON.stringify([instance.name, workspace.id, group.id]);
}
