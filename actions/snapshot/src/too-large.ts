import { type ReducedDocument, SnapshotError } from '@xano-specs/core';
import { CREATED_BLOB_LIMIT } from '@xano-specs/github';

/**
 * Why GitHub would not take a document; null when it does. GitHub itself says so when the others are
 * on their way, names neither file nor API group, and the commit would fail for all of them.
 */
export function refusalOfGitHub({ bytes }: Pick<ReducedDocument, 'bytes'>): SnapshotError | null {
  if (bytes <= CREATED_BLOB_LIMIT) return null;
  return new SnapshotError(
    'DOCUMENT_TOO_LARGE',
    `The document has ${inMegabytes(bytes)} MB once written out, and GitHub takes files of up to ${inMegabytes(CREATED_BLOB_LIMIT)} MB through its API.`,
    {
      hint: 'Set strip-examples or extract-components to true, which make it smaller; split the API group in Xano; or leave it out with the input groups.',
    },
  );
}

/** Rounded up: what is beyond a limit is not to look like the limit. */
function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 100_000) / 10;
}
