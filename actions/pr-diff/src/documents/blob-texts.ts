import { type Octokit, type RepositoryName, readBlob } from '@xano-specs/github';

/** Gives the text of a blob by its name, read as UTF-8, or with a character for each byte if it is none. */
export type BlobTexts = (oid: string) => Promise<string>;

/** Characters of texts that are kept for whoever asks again: both sides share files, and so do documents. */
const KEPT_LENGTH = 64 * 1024 * 1024;

/** Reads blobs through GitHub's API. What is under way, or was read lately, is not asked for again. */
export function blobTexts(octokit: Octokit, repository: RepositoryName): BlobTexts {
  const underWay = new Map<string, Promise<string>>();
  const kept = new Map<string, string>();
  let length = 0;
  const keep = (oid: string, text: string): void => {
    kept.set(oid, text);
    length += text.length;
    for (const [oldest, old] of kept) {
      if (length <= KEPT_LENGTH) break;
      kept.delete(oldest);
      length -= old.length;
    }
  };
  return (oid) => {
    const known = kept.get(oid);
    if (known !== undefined) return Promise.resolve(known);
    const asked = underWay.get(oid);
    if (asked !== undefined) return asked;
    const text = readBlob(octokit, { ...repository, oid })
      .then((bytes) => {
        const decoded = textOf(bytes);
        keep(oid, decoded);
        return decoded;
      })
      .finally(() => underWay.delete(oid));
    underWay.set(oid, text);
    return text;
  };
}

/** What is no UTF-8 would lose its bytes to one replacement character, and two documents that differ be the same. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
