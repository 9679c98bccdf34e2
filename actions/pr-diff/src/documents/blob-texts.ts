import { type Octokit, type RepositoryName, readBlob } from '@xano-specs/github';

/** Gives the text of a blob by its name, read as UTF-8, or with a character for each byte if it is none. */
export type BlobTexts = (oid: string) => Promise<string>;

/** Reads blobs through GitHub's API. */
export function blobTexts(octokit: Octokit, repository: RepositoryName): BlobTexts {
  return async (oid) => textOf(await readBlob(octokit, { ...repository, oid }));
}

/** What is no UTF-8 would lose its bytes to one replacement character, and two documents that differ be the same. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
