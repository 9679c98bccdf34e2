import { join } from 'node:path';
import * as z from 'zod';
import { isCompanionPath } from '../companions.ts';
import { isSnapshotPath, MANIFEST_FILE } from '../manifest.ts';
import type { FileSystem } from './file-system.ts';

/**
 * What a publishing run is about to do, written before it does it, so that the next run
 * can finish what a killed one began. A journal may come from anybody who can write to
 * the folder: it names nothing but paths that a snapshot may write.
 */
const path = z
  .string()
  .refine((text) => text === MANIFEST_FILE || isCompanionPath(text) || isSnapshotPath(text));

const journalSchema = z.strictObject({
  version: z.literal(1),
  /** Files that wait under `new` in the work folder. */
  moves: z.array(path),
  deletions: z.array(path),
  /** Whether the whole folder is swapped; otherwise the files are replaced one by one. */
  swap: z.boolean(),
});

export type Journal = Readonly<z.infer<typeof journalSchema>>;

const JOURNAL_FILE = 'journal.json';

/** Writes the journal in one step: it is there whole or not at all. */
export async function writeJournal(fs: FileSystem, work: string, journal: Journal): Promise<void> {
  const file = join(work, JOURNAL_FILE);
  await fs.writeText(`${file}.part`, JSON.stringify(journal));
  await fs.flush(`${file}.part`);
  await fs.move(`${file}.part`, file);
  await fs.flush(work);
}

/** The journal of a work folder, or null when the run that made it had not come so far. */
export async function readJournal(fs: FileSystem, work: string): Promise<Journal | null> {
  const text = await fs.readText(join(work, JOURNAL_FILE));
  if (text === null) return null;
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch {
    // Written in one step, so a broken one is none of ours: as if it were not there.
    return null;
  }
}

/** Removes a journal that was carried out to its end, so that it is not carried out again on what comes later. */
export async function removeJournal(fs: FileSystem, work: string): Promise<void> {
  await fs.removeFile(join(work, JOURNAL_FILE));
}
