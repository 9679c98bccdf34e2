import type { ManifestEntry } from '@xano-specs/core';
import { type GroupNames, namesOf } from './group/names.ts';
import type { HomeGroup, HomeInstance } from './page-data.ts';
import type { GroupRecord } from './state/state.ts';

/** A group with what is known of it. */
export interface ListedGroup {
  readonly key: string;
  readonly entry: ManifestEntry;
  readonly record: GroupRecord;
}

/** The groups under their workspaces and instances, each in the order of the names. */
export function instancesOf(groups: readonly ListedGroup[]): HomeInstance[] {
  const instances = new Map<string, Place>();
  for (const { entry, record } of groups) {
    const names = namesOf(entry);
    const instance = placeIn(instances, entry.instance.name, names.instance);
    const workspace = placeIn(instance.inner, String(entry.workspace.id), names.workspace);
    workspace.groups.push(rowOf(names, record));
  }
  return sorted(instances).map(({ name, inner }) => ({
    name,
    workspaces: sorted(inner).map((workspace) => ({
      name: workspace.name,
      groups: workspace.groups.sort(
        (a, b) => byName(a.name, b.name) || byName(a.branch ?? '', b.branch ?? ''),
      ),
    })),
  }));
}

interface Place {
  readonly name: string;
  readonly inner: Map<string, Place>;
  readonly groups: HomeGroup[];
}

/** What is known by an id may have the name of another. */
function placeIn(places: Map<string, Place>, id: string, name: string): Place {
  const found = places.get(id) ?? { name, inner: new Map(), groups: [] };
  places.set(id, found);
  return found;
}

function rowOf({ group, branch }: GroupNames, { folder, versions }: GroupRecord): HomeGroup {
  const last = versions.at(-1);
  return {
    name: group,
    branch,
    url: `${folder}/index.html`,
    version: last?.version ?? '',
    operations: last?.operations ?? 0,
    parts: last?.parts ?? 0,
    described: last?.described ?? 0,
    at: last?.at ?? '',
    counts: last?.counts ?? null,
    problem: last?.problem ?? null,
  };
}

function sorted(places: ReadonlyMap<string, Place>): Place[] {
  return [...places.values()].sort((a, b) => byName(a.name, b.name));
}

/** The same order on every machine, small and capital letters together. */
function byName(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return a < b ? -1 : a === b ? 0 : 1;
  return left < right ? -1 : 1;
}
