import type { DocumentChange } from '../document-change.ts';

/**
 * What became of a document, in a few words: "1.4.2 → 2.0.0", "1.0.0, new", "1.4.2, removed",
 * "1.4.2, put back as Xano has it", "1.4.2, moved from shop/main/old.json".
 * @param showPath gives a path as it is to be shown
 */
export function whatHappened(document: DocumentChange, showPath = (path: string) => path): string {
  const { status, previousVersion, version, path, previousPath, isPutBack } = document;
  const versions =
    previousVersion !== null && version !== null && previousVersion !== version
      ? `${previousVersion} → ${version}`
      : (version ?? previousVersion ?? '');
  const movedFrom = path !== null && previousPath !== path ? previousPath : null;
  return [
    versions,
    ...(status === 'added' ? ['new'] : []),
    ...(status === 'removed' ? ['removed'] : []),
    ...(isPutBack ? ['put back as Xano has it'] : []),
    ...(movedFrom === null ? [] : [`moved from ${showPath(movedFrom)}`]),
  ].join(', ');
}
