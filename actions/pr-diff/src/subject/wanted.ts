import type { GitHubEvent, WorkflowRunEvent } from '@xano-specs/github';
import { ActionError } from '../errors.ts';
import type { Inputs } from '../inputs.ts';
import type { Wanted } from './subject.ts';

type Overrides = Pick<Inputs, 'base' | 'head' | 'pull-request-number'>;

/** The pull request in the name of a merge queue's branch. */
const QUEUED = /\/pr-(\d{1,10})-[0-9a-f]{40}$/;

/** What GitHub takes for the tip of the default branch. */
const DEFAULT_BRANCH = 'HEAD';

/**
 * What an event asks to compare; the inputs overrule it.
 * @param sha the commit that the workflow runs on
 * @throws ActionError NOTHING_TO_COMPARE for an event that is about no two commits
 */
export function wantedBy(event: GitHubEvent, overrides: Overrides, sha: string): Wanted {
  const { base, head, 'pull-request-number': number } = overrides;
  if (base !== '' || head !== '') {
    const own = ownSides(event, sha);
    return {
      kind: 'commits',
      base: base || own.base,
      head: head || own.head,
      exact: false,
      pullRequest: number ?? own.pullRequest,
      labelsOf: null,
    };
  }
  if (number !== null) {
    return { kind: 'pull-request', number, head: event.name === 'workflow_run' ? event.run.headOid : null };
  }
  switch (event.name) {
    case 'pull_request':
    case 'pull_request_target':
      return {
        kind: 'event-of',
        number: event.number,
        head: event.head.oid,
        base: { ref: event.base.ref, sha: event.base.oid },
      };
    case 'merge_group':
      return {
        kind: 'commits',
        base: event.base.oid,
        head: event.head.oid,
        exact: false,
        pullRequest: null,
        labelsOf: Number(QUEUED.exec(event.head.ref)?.[1] ?? 0) || null,
      };
    case 'workflow_run':
      return ofRun(event);
    case 'push':
      if (event.after === null) return { kind: 'nothing', why: 'The branch was deleted.' };
      return {
        kind: 'commits',
        base: event.before ?? DEFAULT_BRANCH,
        head: event.after,
        exact: event.before !== null,
        pullRequest: null,
        labelsOf: null,
      };
    case 'workflow_dispatch':
      return {
        kind: 'commits',
        base: DEFAULT_BRANCH,
        head: sha,
        exact: false,
        pullRequest: null,
        labelsOf: null,
      };
    default:
      throw nothingToCompare(event);
  }
}

/** The error of an event that is about no two commits. */
export function nothingToCompare(event: GitHubEvent): ActionError {
  return new ActionError(
    'NOTHING_TO_COMPARE',
    `The event ${event.name === 'other' ? event.event : event.name} says nothing of two commits to compare.`,
    {
      hint: 'Set base and head, or pull-request-number; or set compare: live, to compare the snapshot with Xano as it is now.',
    },
  );
}

/** The sides that a run has where an input names only the other one. */
function ownSides(
  event: GitHubEvent,
  sha: string,
): { base: string; head: string; pullRequest: number | null } {
  if (event.name === 'pull_request' || event.name === 'pull_request_target') {
    return { base: event.base.oid, head: event.head.oid, pullRequest: event.number };
  }
  if (event.name === 'workflow_run') {
    return { base: DEFAULT_BRANCH, head: event.run.headOid, pullRequest: null };
  }
  return { base: DEFAULT_BRANCH, head: sha, pullRequest: null };
}

/** The pull request that another workflow ran for: its head is asked for, and nothing that the other run says of it. */
function ofRun({ run }: WorkflowRunEvent): Wanted {
  if (run.event !== 'pull_request' && run.event !== 'pull_request_target') {
    return { kind: 'nothing', why: `The other workflow ran for ${run.event}, not for a pull request.` };
  }
  if (run.headBranch === null || run.headRepository === null) {
    return { kind: 'nothing', why: 'The branch of the pull request is gone.' };
  }
  return { kind: 'run-of', owner: run.headRepository.owner, branch: run.headBranch, head: run.headOid };
}
