import { type Manifest, parseManifest, placeKey } from '@xano-specs/core';
import type { Side } from '../../sides/side.ts';
import { MANIFEST_FILE } from './manifest-file.ts';
import type { Owners } from './pair-paths.ts';

/** Whose documents a side holds, by the manifest of its snapshot; nothing where it is none. */
export async function ownersOf(side: Side): Promise<Owners> {
  const manifest = await manifestOf(side);
  return new Map(
    (manifest?.groups ?? []).map(({ path, instance, workspace, branch, group }) => [
      path,
      placeKey({ instance: instance.name, workspace: workspace.id, branch, group: group.id }),
    ]),
  );
}

/** What people call the documents of a side, by their paths: "Book Marketplace / Public API". */
export async function namesOf(side: Side): Promise<ReadonlyMap<string, string>> {
  const groups = (await manifestOf(side))?.groups ?? [];
  const hasOthers = new Set(groups.map(({ instance }) => instance.name)).size > 1;
  return new Map(
    groups.map(({ path, instance, workspace, branch, group }) => [
      path,
      [...(hasOthers ? [instance.display || instance.name] : []), workspace.name, branch, group.name]
        .filter((part) => part !== null)
        .join(' / '),
    ]),
  );
}

/** A manifest that is broken, or that of another tool, pairs nothing: paths do. */
async function manifestOf(side: Side): Promise<Manifest | null> {
  try {
    return parseManifest(await side.load(side.uriOf(MANIFEST_FILE)));
  } catch {
    return null;
  }
}
