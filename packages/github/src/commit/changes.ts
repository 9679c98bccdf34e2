import { blobOid } from '../contents/git-hash.ts';
import { GitHubError } from '../errors/github-error.ts';

/** A file to write. `read` is called once for each attempt, so no text need be kept. */
export interface Addition {
  readonly path: string;
  read(): Promise<string | Uint8Array> | string | Uint8Array;
}

/** A commit to make on a given head. */
export interface CommitPlan {
  /** Subject, and after an empty line the body. */
  readonly message: string;
  readonly additions: readonly Addition[];
  /** Paths to remove; each must exist at the head, or in the merged commit with `carried` laid over it. */
  readonly deletions: readonly string[];
  /** Makes the commit a merge: additions and deletions then change the merged commit, not the head. */
  readonly merge?: Merge;
}

/** A second parent, whose files the new commit starts from. */
export interface Merge {
  /** The whole name of the commit that is merged. */
  readonly oid: string;
  /** What the head has beside it, laid over its files as it is. */
  readonly carried: readonly CarriedEntry[];
}

/** A file or submodule that is taken over from another commit; null removes it. */
export interface CarriedEntry {
  readonly path: string;
  readonly entry: { readonly oid: string; readonly mode: string; readonly type: 'blob' | 'commit' } | null;
}

/** A file with its bytes and the name that git will give them. */
export interface LoadedFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly oid: string;
}

/** Reads one addition. */
export async function load({ path, read }: Addition): Promise<LoadedFile> {
  const text = await read();
  const content = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  return { path, content, oid: blobOid(content) };
}

/**
 * Refuses a plan that GitHub would refuse in words of its own, or that would leave the repository.
 * @throws GitHubError INVALID_CHANGE
 */
export function checkPlan({ message, additions, deletions, merge }: CommitPlan): void {
  if (message.trim() === '') throw invalid('A commit needs a message.', 'Give the commit message some text.');
  const seen = new Set<string>();
  const carried = merge?.carried.map((entry) => entry.path) ?? [];
  for (const path of [...additions.map((addition) => addition.path), ...deletions, ...carried]) {
    const parts = path.split('/');
    if (
      parts.some((part) => ['', '.', '..'].includes(part) || part.toLowerCase() === '.git') ||
      path.includes('\0')
    ) {
      throw invalid(
        `${JSON.stringify(path)} is no path of a file in a repository.`,
        'Use paths that start at the top of the repository, with single slashes and without "..".',
      );
    }
    if (seen.has(path)) {
      throw invalid(`${JSON.stringify(path)} is changed twice in one commit.`, 'Name each path once.');
    }
    seen.add(path);
  }
}

function invalid(message: string, hint: string): GitHubError {
  return new GitHubError('INVALID_CHANGE', message, { hint });
}
