import {
  commitAt,
  GitHubError,
  gitHubCall,
  mergeBase,
  type Octokit,
  PAGE_LIMIT,
  type RepositoryName,
} from '@xano-specs/github';
import { baseOfPull, type PullBase, tipOfBase } from './base-tip.ts';
import type { Subject, Wanted } from './subject.ts';

/** What is compared, or why nothing is. */
export type Resolved =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'nothing'; readonly why: string };

interface Pull {
  readonly number: number;
  readonly base: PullBase;
  readonly head: { readonly sha: string };
}

/**
 * Asks GitHub for the commits of what is wanted. Everything is read from the repository itself,
 * which keeps the commits of its pull requests, those from forks included. `ahead` is told of
 * commits that will most likely be looked into, before it is certain.
 * @throws GitHubError when a commit or a pull request is not there
 */
export async function resolveSubject(
  octokit: Octokit,
  repository: RepositoryName,
  wanted: Wanted,
  ahead: (oid: string) => void = () => {},
): Promise<Resolved> {
  switch (wanted.kind) {
    case 'nothing':
      return wanted;
    case 'pull-request':
      return ofPull(octokit, repository, await pullOf(octokit, repository, wanted.number), wanted.head);
    case 'event-of': {
      const { number, head } = wanted;
      // The base is seldom another than the event's: its tip is asked for at once.
      const known = tipOfBase(octokit, repository, wanted.base);
      ahead(head);
      known.then(ahead, () => {});
      const base = await baseOfPull(octokit, repository, wanted);
      const tip = base.ref === wanted.base.ref ? await known : await tipOfBase(octokit, repository, base);
      return between(octokit, repository, { number, base, head: { sha: head } }, tip);
    }
    case 'run-of': {
      const pull = await pullOfRun(octokit, repository, wanted);
      if (pull !== null) return ofPull(octokit, repository, pull, wanted.head);
      const why =
        'No open pull request has the commit of the other run as its head: it has moved on, or was closed.';
      return { kind: 'nothing', why };
    }
    case 'commits': {
      const [baseTip, head] = await Promise.all([
        tipOf(octokit, repository, wanted),
        commitAt(octokit, { ...repository, ref: wanted.head }),
      ]);
      const base =
        wanted.exact && baseTip.isExact
          ? baseTip.oid
          : await partedAt(octokit, repository, baseTip.oid, head);
      const { pullRequest, labelsOf } = wanted;
      return {
        kind: 'subject',
        subject: { repository, pullRequest, labelsOf, base, baseTip: baseTip.oid, head },
      };
    }
  }
}

/** A push that was forced may have left a commit behind that GitHub no longer has: then the default branch counts. */
async function tipOf(
  octokit: Octokit,
  repository: RepositoryName,
  { base, exact }: Extract<Wanted, { kind: 'commits' }>,
): Promise<{ oid: string; isExact: boolean }> {
  const oid = await commitAt(octokit, { ...repository, ref: base });
  if (!exact) return { oid, isExact: false };
  const { owner, repo } = repository;
  const isThere = await gitHubCall(`read commit ${oid} of ${owner}/${repo}`, () =>
    octokit.rest.git.getCommit({ owner, repo, commit_sha: oid }),
  ).then(
    () => true,
    (error: unknown) => {
      if (error instanceof GitHubError && error.code === 'NOT_FOUND') return false;
      throw error;
    },
  );
  if (isThere) return { oid, isExact: true };
  return { oid: await commitAt(octokit, { ...repository, ref: 'HEAD' }), isExact: false };
}

/** Histories that have nothing in common part nowhere: then the tips are compared. */
async function partedAt(
  octokit: Octokit,
  repository: RepositoryName,
  base: string,
  head: string,
): Promise<string> {
  if (base === head) return base;
  try {
    return await mergeBase(octokit, { ...repository, base, head });
  } catch (error) {
    if (error instanceof GitHubError && /no common ancestor/i.test(error.message)) return base;
    throw error;
  }
}

async function ofPull(
  octokit: Octokit,
  repository: RepositoryName,
  pull: Pull,
  head: string | null,
): Promise<Resolved> {
  if (head !== null && pull.head.sha !== head) {
    return {
      kind: 'nothing',
      why: `Pull request ${pull.number} has another head by now than the commit of the other run.`,
    };
  }
  return between(octokit, repository, pull, await tipOfBase(octokit, repository, pull.base));
}

async function between(
  octokit: Octokit,
  repository: RepositoryName,
  pull: Pull,
  baseTip: string,
): Promise<Resolved> {
  const parted = await partedAt(octokit, repository, baseTip, pull.head.sha);
  // It was merged meanwhile: what it changed is told by the base from before.
  const isMerged = parted === pull.head.sha && pull.base.sha !== baseTip;
  const base = isMerged ? await partedAt(octokit, repository, pull.base.sha, pull.head.sha) : parted;
  return {
    kind: 'subject',
    subject: {
      repository,
      pullRequest: pull.number,
      labelsOf: null,
      base,
      baseTip,
      head: pull.head.sha,
    },
  };
}

async function pullOf(octokit: Octokit, { owner, repo }: RepositoryName, number: number): Promise<Pull> {
  const { data } = await gitHubCall(`read pull request ${number} of ${owner}/${repo}`, () =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number }),
  );
  return data;
}

/** The open pull request of a branch whose head is this very commit; the oldest where there are several. */
async function pullOfRun(
  octokit: Octokit,
  { owner, repo }: RepositoryName,
  { owner: headOwner, branch, head }: Extract<Wanted, { kind: 'run-of' }>,
): Promise<Pull | null> {
  const { data } = await gitHubCall(`list the pull requests of ${owner}/${repo}`, () =>
    octokit.rest.pulls.list({
      owner,
      repo,
      state: 'open',
      head: `${headOwner}:${branch}`,
      per_page: PAGE_LIMIT,
    }),
  );
  return data.filter((pull) => pull.head.sha === head).toSorted((a, b) => a.number - b.number)[0] ?? null;
}
