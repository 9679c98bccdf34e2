import type { ApiGroup } from '../catalog/identity.ts';
import { byCodeUnit } from './group-key.ts';
import { groupOf, type ManifestEntry } from './manifest.ts';
import type { ReducedGroup } from './reduce.ts';

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
  groups: ReadonlyMap<string, ReducedGroup>,
): Succession {
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
  for (const { key, entry } of leaving) {
    const heir = heirOf(entry);
    const now = places.byId.get(idOf(groupOf(entry)));
    const awaited = heir ?? now;
    if (awaited == null) continue;
    if (awaited.outcome.kind !== 'document') waiting.add(key);
    else if (heir == null && entry.branch === null) elsewhere.add(key);
    else {
      passed.add(key);
      if (now != null && !before.has(now.key)) before.set(now.key, entry);
    }
  }
  return { before, passed, waiting, elsewhere };
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
