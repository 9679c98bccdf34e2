import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { readEntriesAt, type TreeEntry } from '../contents/tree.ts';
import { gitHubCall } from '../errors/explain.ts';
import { COMMIT_FILE_LIMIT, PAGE_LIMIT } from '../limits.ts';
import { type ChangedObjects, holdsMark, isMarked } from './content-mark.ts';
import { ancestorsOf, peopleBefore } from './lineage.ts';

/** A commit that a branch has and its base has not. */
export interface BranchCommit {
  readonly oid: string;
  readonly url: string;
  readonly subject: string;
  readonly parents: readonly string[];
  /** The login where GitHub knows it, else the name in the commit. */
  readonly author: string;
  /** Whether it was made here, with this content; or counts as such, by a later commit that was. */
  readonly ours: boolean;
  /** Whether a later commit of ours says whose it is. */
  readonly isTold: boolean;
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
      const commits = await judged(octokit, { owner, repo, scope }, found);
      return { mergeBase: data.merge_base_commit.sha, commits };
    }
  }
}

/** Says of each commit whose it is. The newest are asked first, since they may tell of those before them. */
async function judged(
  octokit: Octokit,
  repository: RepositoryName & { readonly scope: string },
  found: readonly Commit[],
): Promise<BranchCommit[]> {
  const commits = found.map(unjudged);
  const told = new Map<string, boolean>();
  const judged: BranchCommit[] = [];
  for (const [index, { commit }] of [...found.entries()].reverse()) {
    const one = commits[index];
    if (one === undefined) continue;
    const isTold = told.has(one.oid);
    const { message } = commit;
    const ours =
      told.get(one.oid) ??
      (isMarked(message) && (await changesAsSaid(octokit, repository, one.oid, message)));
    judged.unshift({ ...one, ours, isTold });
    if (!ours || isTold) continue;
    const before = ancestorsOf(one.oid, commits);
    const people = peopleBefore(message, before);
    if (people !== null) for (const oid of before) told.set(oid, !people.has(oid));
  }
  return judged;
}

function unjudged({ sha, html_url, parents, author, commit }: Commit) {
  return {
    oid: sha,
    url: html_url,
    subject: commit.message.split('\n')[0] ?? '',
    parents: parents.map((parent) => parent.sha),
    author: author?.login ?? commit.author?.name ?? 'somebody',
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
