import {
  EMPTY_MANIFEST,
  MANIFEST_FILE,
  type Manifest,
  type ManifestEntry,
  parseManifest,
  placeKey,
} from '@xano-specs/core';
import type { TreeFile } from '@xano-specs/github';
import type { Note } from '../comment/context.ts';
import type { CommitFiles } from './commit-files.ts';
import { pairsByPath, partsDiffer } from './file-pairs.ts';
import { groupName, spansInstances } from './group-name.ts';
import { byName, mayBeDocument, type Pair, type Selection } from './pair.ts';

/** An API group on both sides. */
interface Group {
  readonly base: ManifestEntry | null;
  readonly head: ManifestEntry | null;
}

/**
 * The API groups of a snapshot in two commits. The manifests say who each file is, so a group
 * whose file moved is one group; files that no manifest knows are compared by their paths. A
 * pull request brings its own manifest along: whatever that says, no file that is there goes
 * uncompared, and none may refer to another, where a later change would not be looked for.
 */
export async function snapshotPairs(
  base: CommitFiles,
  head: CommitFiles,
  directory: string,
): Promise<Selection> {
  const inFolder = (path: string) => (directory === '' ? path : `${directory}/${path}`);
  const [old, current] = await Promise.all([
    manifestOf(base, inFolder(MANIFEST_FILE), 'base'),
    manifestOf(head, inFolder(MANIFEST_FILE), 'head'),
  ]);
  const [before, after] = [old.manifest, current.manifest];
  // In an order that does not depend on which of them came first: the comment would change by it.
  const notes: Note[] = [...old.notes, ...current.notes];
  const groups = before === null || after === null ? [] : groupsOf(before, after);
  const withInstance = spansInstances(groups.flatMap((one) => [one.base ?? [], one.head ?? []].flat()));
  const changed: Pair[] = [];
  const names = new Map<string, string>();
  const claimed = {
    base: new Set([inFolder(MANIFEST_FILE)]),
    head: new Set([inFolder(MANIFEST_FILE)]),
  };
  const isWhole = groups.length > 0;
  for (const group of groups) {
    const paths = pathsOf(group, { base: base.listed, head: head.listed, inFolder });
    for (const side of ['base', 'head'] as const) {
      const path = paths[side];
      if (path !== null) claimed[side].add(path);
    }
    const pair = named(paths, names);
    const entry = group.head ?? group.base;
    if (pair === null || entry === null) continue;
    const name = groupName(entry, withInstance);
    names.set(pair.name, name);
    notes.push(...renameNotes(group, paths, name, withInstance));
    const isSame = oidOf(base.listed, paths.base) === oidOf(head.listed, paths.head);
    // A file that becomes a group's is looked at once, since what it was before may have had parts.
    if (!isSame || group.base === null) changed.push({ ...pair, isWhole });
  }
  const isLoose = (path: string) => {
    if (!mayBeDocument(path)) return false;
    // A group may have left its file behind, for a new one to take its place.
    if (head.listed.has(path)) return !claimed.head.has(path);
    return !claimed.base.has(path);
  };
  const loose = pairsByPath(base.listed, head.listed, isLoose);
  if (base.listed.size + head.listed.size === 0) {
    const text = `There is no folder ${directory || '/'} in either commit; name it by directory, or documents by files.`;
    notes.push({ kind: 'nothing', about: null, text });
  }
  return {
    changed: [...changed, ...loose.changed.map((pair) => ({ ...pair, isWhole }))].sort(byName),
    same: isWhole ? [] : loose.same,
    partsChanged: !isWhole && loose.same.length > 0 && partsDiffer(await base.all(), await head.all()),
    names,
    documentWord: groups.length > 0 ? 'API group' : 'document',
    notes,
  };
}

async function manifestOf(
  files: CommitFiles,
  path: string,
  side: 'base' | 'head',
): Promise<{ readonly manifest: Manifest | null; readonly notes: readonly Note[] }> {
  if (!files.listed.has(path)) return { manifest: EMPTY_MANIFEST, notes: [] };
  try {
    return { manifest: parseManifest(await files.text(path)), notes: [] };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('MANIFEST_')))
      throw error;
    const text = `${error.message} (at the ${side}) Files are compared by their paths, without the names of API groups.`;
    return { manifest: null, notes: [{ kind: 'manifest', about: path, text }] };
  }
}

function groupsOf(before: Manifest, after: Manifest): Group[] {
  const byKey = (manifest: Manifest) => new Map(manifest.groups.map((entry) => [keyOf(entry), entry]));
  const [old, current] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...current.keys()])].map((key) => ({
    base: old.get(key) ?? null,
    head: current.get(key) ?? null,
  }));
}

function keyOf({ instance, workspace, branch, group }: ManifestEntry): string {
  return placeKey({ instance: instance.name, workspace: workspace.id, branch, group: group.id });
}

/** Where a group's document is on each side; a file that only one manifest knows is still the same file. */
function pathsOf(
  { base, head }: Group,
  files: {
    readonly base: ReadonlyMap<string, TreeFile>;
    readonly head: ReadonlyMap<string, TreeFile>;
    readonly inFolder: (path: string) => string;
  },
): { base: string | null; head: string | null } {
  const place = (side: 'base' | 'head', entry: ManifestEntry | null) => {
    const path = entry === null ? null : files.inFolder(entry.path);
    return path !== null && files[side].has(path) ? path : null;
  };
  return { base: place('base', base ?? head), head: place('head', head ?? base) };
}

/** The pair under a name that no other has: two groups may have had one path after another. */
function named(
  paths: { base: string | null; head: string | null },
  taken: ReadonlyMap<string, string>,
): Pair | null {
  const path = paths.head ?? paths.base;
  if (path === null) return null;
  return { ...paths, name: taken.has(path) ? `${path} (before)` : path };
}

function oidOf(files: ReadonlyMap<string, TreeFile>, path: string | null): string | null {
  return path === null ? null : (files.get(path)?.oid ?? null);
}

function renameNotes(
  { base, head }: Group,
  paths: { base: string | null; head: string | null },
  name: string,
  withInstance: boolean,
): Note[] {
  if (base === null || head === null) return [];
  const before = groupName(base, withInstance);
  if (before !== name) return [{ kind: 'renamed', about: name, text: `It was called ${before}.` }];
  if (paths.base === null || paths.head === null || paths.base === paths.head) return [];
  return [{ kind: 'renamed', about: name, text: `Its file was ${paths.base}.` }];
}
