import type { SnapshotBase } from './base.ts';
import { SnapshotError } from './errors.ts';
import { sha256Of } from './sha256.ts';
import type { Staging } from './staging.ts';

/**
 * Gives the text of a document that was fetched: the staged one, or that of its file before the
 * run, which is not staged where it is the same. Never another one, since the manifest names
 * its hash.
 *
 * @param previousPath the path of the document's file before the run
 * @throws SnapshotError DOCUMENT_LOST
 */
export async function freshText(
  base: SnapshotBase,
  staging: Staging,
  sha256: string,
  previousPath: string,
): Promise<string> {
  const staged = await staging.read(sha256);
  if (staged !== null) return staged;
  const held = await base.read(previousPath);
  if (held !== null && sha256Of(held) === sha256) return held;
  throw new SnapshotError(
    'DOCUMENT_LOST',
    `The document of ${previousPath} was fetched, and the file that kept it until the end of the run is gone. Nothing was changed.`,
    { hint: 'Run again; nothing else may clear the folder for temporary files meanwhile.' },
  );
}
