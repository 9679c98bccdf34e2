import { isUtf8 } from 'node:buffer';
import { gitHubCall } from '../errors/explain.ts';
import { TREE_CHUNK_BYTES, TREE_CHUNK_FILES } from '../limits.ts';
import type { CarriedEntry, LoadedFile, Merge } from './changes.ts';
import type { MadeCommit, Target } from './target.ts';

/** An entry of a new tree: its text, the name of its object, or null to remove the path. */
type Entry = { path: string; mode: Mode; type: 'blob' | 'commit' } & (
  | { content: string }
  | { sha: string | null }
);

type Mode = '100644' | '100755' | '120000' | '160000';

/** What the commit is made of, beside its files. */
export interface TreeCommit {
  readonly message: string;
  readonly head: string;
  readonly deletions: readonly string[];
  readonly merge?: Merge;
}

/**
 * For what is too much for one request, and for merges: trees that build on each other, then one commit over the
 * last, then the branch moved forward, and only forward. Until that last step nobody sees
 * anything, so a run that dies leaves no half of a change. GitHub signs such a commit for
 * GITHUB_TOKEN and GitHub Apps, and leaves a person's token's unsigned.
 */
export async function commitByTrees(
  target: Target,
  { message, head, deletions, merge }: TreeCommit,
  files: AsyncIterable<LoadedFile>,
): Promise<MadeCommit> {
  const { octokit, owner, repo, branch } = target;
  const start = merge?.oid ?? head;
  let { tree } = (await octokit.rest.git.getCommit({ owner, repo, commit_sha: start })).data;
  const first = [
    ...deletions.map((path): Entry => ({ ...file(path), sha: null })),
    ...(merge?.carried ?? []).map(carriedEntry),
  ];
  for await (const entries of chunks(target, files, first)) {
    const { data } = await octokit.rest.git.createTree({
      owner,
      repo,
      base_tree: tree.sha,
      tree: entries,
      // A tree is named after its content: making it twice makes it once.
      request: { retries: 3 },
    });
    tree = { sha: data.sha, url: '' };
  }
  const { data: commit } = await octokit.rest.git.createCommit({
    owner,
    repo,
    message,
    tree: tree.sha,
    parents: merge === undefined ? [head] : [head, merge.oid],
  });
  await octokit.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha: commit.sha, force: false });
  return {
    oid: commit.sha,
    url: commit.html_url,
    verified: commit.verification.verified,
    author: commit.author.name,
  };
}

async function* chunks(
  target: Target,
  files: AsyncIterable<LoadedFile>,
  first: readonly Entry[],
): AsyncGenerator<Entry[]> {
  const whole = Math.floor(first.length / TREE_CHUNK_FILES) * TREE_CHUNK_FILES;
  for (let start = 0; start < whole; start += TREE_CHUNK_FILES) {
    yield first.slice(start, start + TREE_CHUNK_FILES);
  }
  let entries: Entry[] = first.slice(whole);
  let bytes = 0;
  for await (const { path, content } of files) {
    const inline = content.length <= TREE_CHUNK_BYTES && isUtf8(content);
    if (inline && bytes + content.length > TREE_CHUNK_BYTES) {
      yield entries;
      [entries, bytes] = [[], 0];
    }
    bytes += inline ? content.length : 0;
    entries.push(
      inline
        ? { ...file(path), content: Buffer.from(content).toString('utf8') }
        : { ...file(path), sha: await createBlob(target, path, content) },
    );
    if (entries.length >= TREE_CHUNK_FILES) {
      yield entries;
      [entries, bytes] = [[], 0];
    }
  }
  if (entries.length > 0) yield entries;
}

function file(path: string) {
  return { path, mode: '100644', type: 'blob' } as const;
}

function carriedEntry({ path, entry }: CarriedEntry): Entry {
  if (entry === null) return { ...file(path), sha: null };
  return { path, mode: entry.mode as Mode, type: entry.type, sha: entry.oid };
}

/** @throws GitHubError that names the file, which GitHub does not: FILE_TOO_LARGE is of one among many. */
async function createBlob(
  { octokit, owner, repo }: Target,
  path: string,
  content: Uint8Array,
): Promise<string> {
  const { data } = await gitHubCall(`store ${path} in ${owner}/${repo}`, () =>
    octokit.rest.git.createBlob({
      owner,
      repo,
      encoding: 'base64',
      content: Buffer.from(content).toString('base64'),
      request: { retries: 3 },
    }),
  );
  return data.sha;
}
