import type { PreparedSnapshot } from '@xano-specs/core';
import { GitHubError } from '@xano-specs/github';
import type { Inputs } from './inputs.ts';
import type { Links } from './links.ts';
import type { MadeCommit } from './pull-request/proposal.ts';
import { joinPath } from './result.ts';
import { sentence } from './words.ts';

/** Files that an error names. */
const NAMED_FILES = 5;

/** What a run was about when GitHub refused something. */
export interface Attempted {
  /** The last plan; null before there was one. */
  readonly prepared: PreparedSnapshot | null;
  readonly mode: Inputs['mode'];
  readonly branch: string;
  /** The branch that was written to: the target itself, or that of the pull request. */
  readonly writes: string;
  /** The commit that stands there already, when what followed it was refused. */
  readonly made: MadeCommit | null;
  readonly directory: string;
  readonly links: Links;
}

/**
 * An error of GitHub with what would have changed, or waits on its branch already, which setting is
 * in the way and where it is, and a link with which a person finishes the job; any other error as it is.
 */
export function explainRefusal(error: unknown, attempted: Attempted): unknown {
  if (!(error instanceof GitHubError)) return error;
  const { code, cause } = error;
  const said = sentence(error.message.trim().replaceAll(/\s+/g, ' '));
  const message = [...refusedBranch(error, attempted), said, ...whatChanges(error, attempted)].join(' ');
  const hint = [sentence(hintOf(error, attempted)), ...linkOf(error, attempted)].join(' ');
  return new GitHubError(code, message, { hint, cause, inDoubt: error.inDoubt });
}

function refusedBranch({ code }: GitHubError, { branch, writes }: Attempted): string[] {
  if (code !== 'BRANCH_PROTECTED') return [];
  return writes === branch
    ? [`${branch} is protected and did not take the commit.`]
    : [`A rule keeps the action from writing to ${writes}.`];
}

function whatChanges({ inDoubt }: GitHubError, { prepared, directory, writes, made }: Attempted): string[] {
  if (prepared === null || !prepared.changed) return [];
  const { additions, deletions } = prepared;
  const paths = [...additions.map(({ path }) => path), ...deletions].map((path) => joinPath(directory, path));
  const named = paths.slice(0, NAMED_FILES).join(', ');
  const more = paths.length - NAMED_FILES;
  const count = paths.length === 1 ? '1 file' : `${paths.length.toLocaleString('en-US')} files`;
  const files = `${count}: ${named}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}.`;
  if (made !== null) {
    return [
      `The commit ${made.oid.slice(0, 7)} waits on the branch ${writes} (${made.url}), which changes ${files}`,
    ];
  }
  return inDoubt
    ? [
        `The commit may be on ${writes} all the same, since an answer was lost: look there, or let the next run find out. It changes ${files}`,
      ]
    : [`The commit would have changed ${files}`];
}

function hintOf({ code, hint }: GitHubError, { branch, writes, mode }: Attempted): string {
  if (code === 'BRANCH_PROTECTED') {
    return writes !== branch
      ? `Under Settings, Rules, Rulesets (or Settings, Branches), leave ${writes} out of the pattern, or name another branch with the input pull-request-branch`
      : 'Set mode: pull-request, and the change is proposed instead. Or let the token pass the rule: add its ' +
          'GitHub App to the bypass list under Settings, Rules, Rulesets (or Settings, Branches, for classic ' +
          'protection; GITHUB_TOKEN can be on neither)';
  }
  if (code === 'MISSING_PERMISSION') {
    return (
      `Under permissions: of the job, write ${permissionsFor(mode)}; an own token needs the same as ` +
      'repository permissions. A run for a fork or for Dependabot gets a token that only reads, whatever the workflow says'
    );
  }
  return hint;
}

function permissionsFor(mode: Inputs['mode']): string {
  return mode === 'commit' ? 'contents: write' : 'contents: write and pull-requests: write';
}

/** The page on which a person goes on. */
function linkOf({ code }: GitHubError, { links, branch, writes }: Attempted): string[] {
  const { workflow, run } = links;
  switch (code) {
    case 'BRANCH_PROTECTED':
      return [`The rules of ${writes}: ${links.rulesOf(writes)} To change them: ${links.rulesets}`];
    case 'PULL_REQUESTS_NOT_PERMITTED':
      return [`The setting: ${links.actionsSettings}`];
    case 'MISSING_PERMISSION':
      return workflow === null ? [] : [`The workflow: ${workflow}`];
    case 'REPOSITORY_ARCHIVED':
      return [`The setting: ${links.settings}`];
    case 'BAD_CREDENTIALS':
      return [`The secrets of the repository: ${links.secrets}`];
    case 'SSO_REQUIRED':
      return [`The tokens: ${links.tokens}`];
    case 'EMPTY_REPOSITORY':
      return [`To make it: ${links.newFile(branch)}`];
    case 'BRANCH_NAME_TAKEN':
      return [`The branches: ${links.branches(writes.split('/')[0] ?? '')}`];
    case 'BRANCH_MISSING':
      return [`The branches: ${links.branches(branch)}`];
    case 'RATE_LIMITED':
    case 'GITHUB_UNAVAILABLE':
    case 'GITHUB_UNREACHABLE':
    case 'BRANCH_KEEPS_MOVING':
    case 'STALE_HEAD':
      return run === null ? [] : [`To run it again: ${run}`];
    default:
      return [];
  }
}
