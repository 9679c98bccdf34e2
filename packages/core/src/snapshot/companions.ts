/** The change log beside the manifest. */
export const CHANGE_LOG_FILE = 'CHANGELOG.md';

/** Where the text of a change log goes that has grown too long by this day: `CHANGELOG-until-2026-11-25.md`. */
export function changeLogArchive(day: string): string {
  return `CHANGELOG-until-${day}.md`;
}

const COMPANION = /^CHANGELOG(?:-until-\d{4}-\d{2}-\d{2})?\.md$/;

/** A file beside the manifest that a run writes and that people may edit. */
export interface CompanionFile {
  /** From the manifest. */
  readonly path: string;
  readonly text: string;
}

/** Whether a path is that of a file which a run may write beside the manifest. */
export function isCompanionPath(path: string): boolean {
  return COMPANION.test(path);
}
