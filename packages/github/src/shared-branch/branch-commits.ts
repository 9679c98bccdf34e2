import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { readEntriesAt, type TreeEntry } from '../contents/tree.ts';
import { gitHubCall } from '../errors/explain.ts';
import { COMMIT_FILE_LIMIT, PAGE_LIMIT } from '../limits.ts';
import { type ChangedObjects, holdsMark, isMarked } from './content-mark.ts';

/** A commit that a branch has and its base has not. */
export interface BranchCommit {
  readonly oid: string;
  readonly url: string;
  readonly subject: string;
  /** The login where GitHub knows it, else the name in the commit. */
  readonly author: string;
  /** Whether it was made here, with this content. */
  readonly ours: boolean;
}

/** What a branch has beside its base. */
export interface BranchCommits {
  /** The commit in which the two part. */
  readonly mergeBase: string;
  /** The oldest first. */
  readonly commits: readonly BranchCommit[];
}

type Commit = Awaited<
  ReturnType<Octokit['rest']['repos']['compareCommitsWithBasehead']>
>['data']['commits'][number];

/** Two commits, and whose commits between them are ours. */
export interface Compared extends RepositoryName {
  readonly base: string;
  readonly head: string;
  readonly scope: string;
}

/**
 * Lists the commits that `head` has and `base` has not, and tells those that were made here from
 * people's: by the hash of what they change, which stands in their messages.
 * @throws GitHubError NOT_FOUND when either is missing or they have nothing in common
 */
export async function commitsBetween(
  octokit: Octokit,
  { owner, repo, base, head, scope }: Compared,
): Promise<BranchCommits> {
  const found: Commit[] = [];
  for (let page = 1; ; page++) {
    const { data } = await gitHubCall(`compare ${base} with ${head} in ${owner}/${repo}`, () =>
      octokit.rest.repos.compareCommitsWithBasehead({
        owner,
        repo,
        basehead: `${base}...${head}`,
        per_page: PAGE_LIMIT,
        page,
      }),
    );
    found.push(...data.commits);
    if (data.commits.length === 0 || found.length >= data.total_commits) {
      const commits: BranchCommit[] = [];
      for (const commit of found) commits.push(await branchCommit(octokit, { owner, repo, scope }, commit));
      return { mergeBase: data.merge_base_commit.sha, commits };
    }
  }
}

async function branchCommit(
  octokit: Octokit,
  repository: RepositoryName & { readonly scope: string },
  { sha, html_url, author, commit }: Commit,
): Promise<BranchCommit> {
  return {
    oid: sha,
    url: html_url,
    subject: commit.message.split('\n')[0] ?? '',
    author: author?.login ?? commit.author?.name ?? 'somebody',
    ours: isMarked(commit.message) && (await changesAsSaid(octokit, repository, sha, commit.message)),
  };
}

/** Whether a commit was made here, which its message says and its content proves. */
export async function isOurCommit(
  octokit: Octokit,
  { owner, repo, oid, scope }: RepositoryName & { readonly oid: string; readonly scope: string },
): Promise<boolean> {
  const { data } = await gitHubCall(`read the commit ${oid} of ${owner}/${repo}`, () =>
    octokit.rest.repos.getCommit({ owner, repo, ref: oid, per_page: 1 }),
  );
  const { message } = data.commit;
  return isMarked(message) && (await changesAsSaid(octokit, { owner, repo, scope }, oid, message));
}

/** Whether a commit changes what its message says. Where GitHub does not list all files, the trees tell. */
async function changesAsSaid(
  octokit: Octokit,
  { owner, repo, scope }: RepositoryName & { readonly scope: string },
  oid: string,
  message: string,
): Promise<boolean> {
  const changes = new Map<string, string | null>();
  for (let page = 1; ; page++) {
    const { data } = await gitHubCall(`read the commit ${oid} of ${owner}/${repo}`, () =>
      octokit.rest.repos.getCommit({ owner, repo, ref: oid, per_page: PAGE_LIMIT, page }),
    );
    const files = data.files ?? [];
    for (const { filename, previous_filename, status, sha } of files) {
      if (status === 'renamed' && previous_filename !== undefined) changes.set(previous_filename, null);
      changes.set(filename, status === 'removed' ? null : sha);
    }
    if (changes.size >= COMMIT_FILE_LIMIT) {
      const parent = data.parents[0]?.sha;
      const all = await changesOfTrees(octokit, { owner, repo }, parent, oid);
      return holdsMark(message, { scope, changes: all });
    }
    if (files.length < PAGE_LIMIT) return holdsMark(message, { scope, changes });
  }
}

async function changesOfTrees(
  octokit: Octokit,
  repository: RepositoryName,
  parent: string | undefined,
  oid: string,
): Promise<ChangedObjects> {
  const at = async (ref: string) => (await readEntriesAt(octokit, { ...repository, ref })).entries;
  const [before, after] = [
    parent === undefined ? new Map<string, TreeEntry>() : await at(parent),
    await at(oid),
  ];
  const changes = new Map<string, string | null>();
  for (const [path, entry] of after) {
    const old = before.get(path);
    if (old?.oid !== entry.oid || old.mode !== entry.mode) changes.set(path, entry.oid);
  }
  for (const path of before.keys()) if (!after.has(path)) changes.set(path, null);
  return changes;
}
