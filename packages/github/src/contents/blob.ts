import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';
import { GitHubError } from '../errors/github-error.ts';
import { BLOB_LIMIT } from '../limits.ts';
import { commitAt } from './commit-at.ts';
import { blobOid } from './git-hash.ts';
import { RecentBlobs } from './recent-blobs.ts';
import { entryAt } from './tree.ts';

/** Times that a blob is asked for when its answer ends too early. */
const ATTEMPTS = 3;

/** What each client has read lately: a blob never changes, and a run plans with the same ones several times. */
const readLately = new WeakMap<Octokit, RecentBlobs>();

/**
 * The bytes of a blob, up to 100 MB, checked against its name. One that the client read lately is
 * not asked for again.
 * @throws GitHubError NOT_FOUND, FILE_TOO_LARGE, or GITHUB_UNREACHABLE when its bytes keep arriving incomplete.
 */
export async function readBlob(
  octokit: Octokit,
  blob: RepositoryName & { readonly oid: string },
): Promise<Uint8Array> {
  const recent = readLately.get(octokit) ?? new RecentBlobs();
  readLately.set(octokit, recent);
  return recent.get(blob.oid, () => fetchBlob(octokit, blob));
}

async function fetchBlob(
  octokit: Octokit,
  { owner, repo, oid }: RepositoryName & { readonly oid: string },
): Promise<Uint8Array> {
  let cause: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // As a stream, since octokit would decode the bytes as text and drop a byte order mark.
    const { data } = await gitHubCall(`read a file of ${owner}/${repo}`, () =>
      octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
        owner,
        repo,
        file_sha: oid,
        mediaType: { format: 'raw' },
        request: { parseSuccessResponseBody: false },
      }),
    );
    try {
      const content = await bytesOf(data as unknown as ReadableStream<Uint8Array>);
      if (blobOid(content) === oid) return content;
      cause = new Error('The bytes do not match the name of the blob.');
    } catch (error) {
      if (error instanceof GitHubError) throw error;
      cause = error;
    }
  }
  throw new GitHubError(
    'GITHUB_UNREACHABLE',
    `A file of ${owner}/${repo} arrived incomplete ${ATTEMPTS} times.`,
    {
      hint: 'Run this again; if it stays, look for a proxy that cuts or changes long answers.',
      cause,
    },
  );
}

/**
 * The text of a blob, as UTF-8.
 * @throws GitHubError as readBlob does
 */
export async function readText(
  octokit: Octokit,
  blob: RepositoryName & { readonly oid: string },
): Promise<string> {
  return Buffer.from(await readBlob(octokit, blob)).toString('utf8');
}

/**
 * The bytes of a file at a commit, branch or tag; null when there is no such file.
 * @throws GitHubError as readBlob does, and NOT_FOUND when the commit doesn't exist.
 */
export async function readFileAt(
  octokit: Octokit,
  request: RepositoryName & { readonly ref: string; readonly path: string },
): Promise<{ readonly oid: string; readonly content: Uint8Array } | null> {
  const commit = await commitAt(octokit, request);
  const entry = await entryAt(octokit, request, commit, request.path);
  if (entry?.type !== 'blob') return null;
  return { oid: entry.sha, content: await readBlob(octokit, { ...request, oid: entry.sha }) };
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > BLOB_LIMIT) {
      throw new GitHubError(
        'FILE_TOO_LARGE',
        'A file is larger than the 100 MB that GitHub gives through its API.',
        {
          hint: 'Leave the file out, or split it.',
        },
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
