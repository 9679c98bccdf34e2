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

/** A manifest that is broken, or that of another tool, pairs nothing: paths do. */
async function manifestOf(side: Side): Promise<Manifest | null> {
  try {
    return parseManifest(await side.load(side.uriOf(MANIFEST_FILE)));
  } catch {
    return null;
  }
}
