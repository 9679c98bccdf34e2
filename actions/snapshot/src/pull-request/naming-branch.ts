import { SnapshotError, type SnapshotErrorCode } from '@xano-specs/core';
import type { ProposalPlace } from './proposal.ts';

/** Looks at the snapshot on the branch, where people may have edited it: an error says that it is there. */
export async function namingBranch<T>(place: ProposalPlace, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    const { code, message, hint } = error;
    throw new SnapshotError(
      code as SnapshotErrorCode,
      `On the branch ${place.pullRequestBranch} of the pull request: ${message}`,
      { ...(hint === null ? {} : { hint }), cause: error },
    );
  }
}
