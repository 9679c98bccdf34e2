import type { Pull } from '../state.ts';
import type { World } from '../world.ts';
import { labelShape, labelsOf } from './labels.ts';
import { repositoryShape } from './repository.ts';
import { user } from './users.ts';

/** A pull request as lists give it. */
export function pullShape(world: World, pull: Pull) {
  const repository = `${world.owner}/${world.name}`;
  const api = `${world.apiUrl}/repos/${repository}`;
  const url = `${api}/pulls/${pull.number}`;
  const html = `${world.serverUrl}/${repository}/pull/${pull.number}`;
  return {
    url,
    id: 100_000 + pull.number,
    node_id: `PR_${pull.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: `${api}/issues/${pull.number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${pull.number}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: user(pull.author, world.apiUrl, world.serverUrl),
    body: pull.body,
    labels: labelsOf(world, pull.number).map((label) => labelShape(world, label)),
    milestone: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [...pull.reviewers].map((login) => user(login, world.apiUrl, world.serverUrl)),
    requested_teams: [],
    head: side(world, pull.head.owner, pull.head.branch, pull.headSha),
    base: side(world, world.owner, pull.base, pull.baseSha),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: `${api}/issues/${pull.number}` },
      comments: { href: `${api}/issues/${pull.number}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: `${api}/statuses/${pull.headSha}` },
    },
    author_association: 'CONTRIBUTOR' as const,
    auto_merge: null,
    draft: pull.draft,
  };
}

function side(world: World, owner: string, branch: string, sha: string) {
  return {
    label: `${owner}:${branch}`,
    ref: branch,
    sha,
    user: user(owner, world.apiUrl, world.serverUrl),
    repo: repositoryShape(world, owner),
  };
}
