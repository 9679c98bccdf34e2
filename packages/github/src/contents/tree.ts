import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';
import { commitAt } from './commit-at.ts';

/** A file of a commit: the blob that holds its bytes, and how many there are. */
export interface TreeFile {
  readonly oid: string;
  readonly size: number;
  /** 100644, 100755 for an executable, 120000 for a symbolic link. */
  readonly mode: string;
}

/** The files below a folder of one commit. */
export interface TreeAt {
  /** The commit that was read. */
  readonly oid: string;
  /** Files by their whole path in the repository; empty when the commit has no such folder. */
  readonly files: ReadonlyMap<string, TreeFile>;
}

/** Whatever stands at a path of a commit: a file, or a submodule at one of its commits. */
export interface TreeEntry {
  readonly oid: string;
  readonly size: number;
  readonly mode: string;
  readonly type: 'blob' | 'commit';
}

/** Which folder of which commit; the whole commit without a path. */
export interface TreeRequest extends RepositoryName {
  /** A branch, a tag, `refs/…` or a commit's whole name. */
  readonly ref: string;
  readonly path?: string;
}

type Entry = Awaited<ReturnType<Octokit['rest']['git']['getTree']>>['data']['tree'][number];

/**
 * Lists every file below a folder. A tree that GitHub cuts (at 100,000 entries or 7 MB) is read
 * folder by folder, so the list is always whole. Submodules are left out.
 * @throws GitHubError NOT_FOUND when the commit doesn't exist; never for a missing folder.
 */
export async function readTreeAt(octokit: Octokit, request: TreeRequest): Promise<TreeAt> {
  const { oid, entries } = await readEntriesAt(octokit, request);
  const files = new Map<string, TreeFile>();
  for (const [path, { type, ...file }] of entries) if (type === 'blob') files.set(path, file);
  return { oid, files };
}

/**
 * Lists whatever stands below a folder, submodules included; always the whole list, as readTreeAt does.
 * @throws GitHubError NOT_FOUND when the commit doesn't exist; never for a missing folder.
 */
export async function readEntriesAt(
  octokit: Octokit,
  request: TreeRequest,
): Promise<{ readonly oid: string; readonly entries: ReadonlyMap<string, TreeEntry> }> {
  const oid = await commitAt(octokit, request);
  const path = (request.path ?? '').replace(/^\.?\/+|\/+$/g, '');
  const folder = await entryAt(octokit, request, oid, path);
  const entries = new Map<string, TreeEntry>();
  if (folder?.type === 'tree') await collect(octokit, request, folder.sha, path, entries);
  return { oid, entries };
}

/** A file or folder of a commit by its path; null when there is none. The empty path is the commit itself. */
export async function entryAt(
  octokit: Octokit,
  { owner, repo }: RepositoryName,
  commit: string,
  path: string,
): Promise<Entry | null> {
  let found: Entry = { path: '', mode: '040000', type: 'tree', sha: commit };
  for (const name of path === '' ? [] : path.split('/')) {
    if (found.type !== 'tree') return null;
    const { data } = await getTree(octokit, { owner, repo }, found.sha, false);
    const next = data.tree.find((entry) => entry.path === name);
    if (next === undefined) return null;
    found = next;
  }
  return found;
}

async function collect(
  octokit: Octokit,
  repository: RepositoryName,
  tree: string,
  folder: string,
  entries: Map<string, TreeEntry>,
  recursive = true,
): Promise<void> {
  const { data } = await getTree(octokit, repository, tree, recursive);
  if (recursive && data.truncated) return collect(octokit, repository, tree, folder, entries, false);
  for (const { path, type, sha, size = 0, mode } of data.tree) {
    const whole = folder === '' ? path : `${folder}/${path}`;
    if (type === 'blob' || type === 'commit') entries.set(whole, { oid: sha, size, mode, type });
    else if (!recursive) await collect(octokit, repository, sha, whole, entries);
  }
}

function getTree(octokit: Octokit, { owner, repo }: RepositoryName, tree: string, recursive: boolean) {
  return gitHubCall(`list the files of ${owner}/${repo}`, () =>
    octokit.rest.git.getTree({ owner, repo, tree_sha: tree, ...(recursive ? { recursive: 'true' } : {}) }),
  );
}
