import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { readJournal } from './journal.ts';
import { discardOld, NEW_TREE, OLD_TREE, replaceFiles } from './publish.ts';

/**
 * Finishes or undoes what a killed run began, from what it left in its work folder, which
 * can be removed afterwards. The lock on the folder must be held.
 *
 * - The folder is away and its successor is whole: the successor takes its place.
 * - The folder was swapped: the old one is cleared away.
 * - A journal says that files are replaced one by one: it is carried out to its end.
 * - Anything else had not begun to change the folder.
 */
export async function recover(fs: FileSystem, directory: string, work: string): Promise<void> {
  const journal = await readJournal(fs, work);
  const old = join(work, OLD_TREE);
  const fresh = join(work, NEW_TREE);
  if ((await fs.status(old)) !== null) {
    if ((await fs.status(directory)) === null) {
      await fs.move((await fs.status(fresh)) === null ? old : fresh, directory);
    }
    if ((await fs.status(old)) !== null) {
      await discardOld(fs, directory, work, journal ?? { moves: [], deletions: [] });
    }
  } else if (journal !== null && !journal.swap) {
    await replaceFiles(fs, directory, work, journal);
  }
}
