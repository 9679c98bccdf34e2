/**
 * The manifest of a snapshot, as the core package names it: written again here so that
 * comparing folders that are no snapshots need not load everything that asks Xano.
 */
export const MANIFEST_FILE = 'manifest.json';
