import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Staging } from '@xano-specs/core';

/**
 * Runs something with a staging area in a folder of its own, which is gone afterwards. The
 * texts stay there until the commit is made, since a branch that moved is planned for again,
 * and in memory they would take as much as the account has documents.
 * @param parent where the folder is made, the runner's RUNNER_TEMP; the system's own without it
 */
export async function withTemporaryStaging<T>(
  parent: string | undefined,
  use: (staging: Staging) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(parent || tmpdir(), 'xano-specs-'));
  const place = (sha256: string) => join(folder, sha256);
  try {
    return await use({
      put: (sha256, text) => writeFile(place(sha256), text),
      read: async (sha256) => {
        try {
          return await readFile(place(sha256), 'utf8');
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
          throw error;
        }
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
