import type { BranchScope } from '../fetch/outcome.ts';
import type { DocumentFormat } from './document/document-text.ts';
import { byCodeUnit, type GroupPlace, placeKey } from './group-key.ts';
import { sha256Of } from './sha256.ts';
import { slug } from './slug.ts';

/** An API group that needs a path. */
export interface LayoutItem {
  readonly place: GroupPlace;
  readonly workspaceName: string;
  readonly groupName: string;
  readonly format: DocumentFormat;
  /** Where its file is now and what it was called then, or null for a new one. */
  readonly previous: PreviousPath | null;
}

export interface PreviousPath {
  readonly path: string;
  /** The branch in whose folder it stands. */
  readonly branch: BranchScope;
  readonly workspaceName: string;
  readonly groupName: string;
}

/** One claim on a name within a folder. */
interface Claim {
  readonly key: string;
  readonly stem: string;
  /** What is put behind the stem when somebody else has it. */
  readonly id: string;
  /** The name that it has now and keeps, or null. */
  readonly held: string | null;
}

/**
 * The path of every API group, by its key: `<instance>/<workspace>[/<branch>]/<group>.json`,
 * with `/` on every system. No two are equal. A path changes only when the name behind one
 * of its segments gives another slug: a new group that wants a taken name gets its id
 * behind it, and whoever came first keeps the plain one.
 */
export function layOut(items: readonly LayoutItem[]): ReadonlyMap<string, string> {
  const sorted = items.toSorted((a, b) => byCodeUnit(placeKey(a.place), placeKey(b.place)));
  const paths = new Map<string, string>();
  const instances = claimSegments(sorted, ({ place }) => place.instance, instanceClaim);
  for (const [instance, inInstance] of instances) {
    const workspaces = claimSegments(inInstance, ({ place }) => String(place.workspace), workspaceClaim);
    for (const [workspace, inWorkspace] of workspaces) {
      const branches = claimSegments(
        inWorkspace.filter(({ place }) => place.branch !== null),
        ({ place }) => String(place.branch),
        branchClaim,
      );
      placeFiles(
        `${instance}/${workspace}`,
        inWorkspace.filter(({ place }) => place.branch === null),
        paths,
      );
      for (const [branch, inBranch] of branches) {
        placeFiles(`${instance}/${workspace}/${branch}`, inBranch, paths);
      }
    }
  }
  return paths;
}

function placeFiles(folder: string, items: readonly LayoutItem[], paths: Map<string, string>): void {
  for (const [name, [item]] of claimSegments(items, ({ place }) => String(place.group), groupClaim)) {
    if (item !== undefined) paths.set(placeKey(item.place), `${folder}/${name}.${item.format}`);
  }
}

/** Groups the items by what names their next segment, and gives each group its segment. */
function claimSegments(
  items: readonly LayoutItem[],
  keyOf: (item: LayoutItem) => string,
  claimOf: (key: string, items: readonly LayoutItem[]) => Omit<Claim, 'key'>,
): [string, readonly LayoutItem[]][] {
  const groups = [...Map.groupBy(items, keyOf)];
  const names = resolveClaims(groups.map(([key, members]) => ({ key, ...claimOf(key, members) })));
  return groups.map(([key, members]) => [names.get(key) ?? key, members]);
}

function instanceClaim(name: string, items: readonly LayoutItem[]): Omit<Claim, 'key'> {
  return { stem: slug(name, 'instance'), id: shortHash(name), held: heldSegment(items, 0, () => true) };
}

function workspaceClaim(id: string, items: readonly LayoutItem[]): Omit<Claim, 'key'> {
  const stem = slug(items[0]?.workspaceName ?? '', 'workspace');
  const held = heldSegment(items, 1, (previous) => slug(previous.workspaceName, 'workspace') === stem);
  return { stem, id, held };
}

function branchClaim(label: string, items: readonly LayoutItem[]): Omit<Claim, 'key'> {
  const held = heldSegment(items, 2, ({ branch }) => branch === label);
  return { stem: slug(label, 'branch'), id: shortHash(label), held };
}

function groupClaim(id: string, items: readonly LayoutItem[]): Omit<Claim, 'key'> {
  const stem = slug(items[0]?.groupName ?? '', 'group');
  const branch = items[0]?.place.branch;
  const held = heldSegment(
    items,
    -1,
    (previous) => previous.branch === branch && slug(previous.groupName, 'group') === stem,
  );
  return { stem, id, held };
}

/** The segment that the first of these items has now whose name still stands. */
function heldSegment(
  items: readonly LayoutItem[],
  index: number,
  stands: (previous: PreviousPath) => boolean,
): string | null {
  const previous = items.flatMap((item) => item.previous ?? []).find(stands);
  return (
    previous?.path
      .split('/')
      .at(index)
      ?.replace(/\.[a-z]+$/, '') ?? null
  );
}

/** Those who hold a name keep it; the others come by id and take the first that is free. */
function resolveClaims(claims: readonly Claim[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const take = (key: string, name: string) => {
    names.set(key, name);
    taken.add(name);
  };
  for (const { key, held } of claims) if (held !== null && !taken.has(held)) take(key, held);
  for (const { key, stem, id } of claims.toSorted(byId)) {
    if (names.has(key)) continue;
    let name = stem;
    for (let attempt = 1; taken.has(name); attempt += 1) {
      name = attempt === 1 ? `${stem}-${id}` : `${stem}-${id}-${attempt}`;
    }
    take(key, name);
  }
  return names;
}

function byId(a: Claim, b: Claim): number {
  const difference = Number(a.key) - Number(b.key);
  return Number.isNaN(difference) || difference === 0 ? byCodeUnit(a.key, b.key) : difference;
}

/** Instances and branches are known by a name alone: a hash of it tells two apart for good. */
function shortHash(name: string): string {
  return sha256Of(name).slice(0, 6);
}
