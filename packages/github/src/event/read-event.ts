import * as z from 'zod';
import { type Environment, type RepositoryName, repositoryOf } from '../client/environment.ts';
import { GitHubError } from '../errors/github-error.ts';
import type { EventSide, GitHubEvent } from './event.ts';
import { PAYLOADS } from './payloads.ts';

type Payload<Name extends keyof typeof PAYLOADS> = z.infer<(typeof PAYLOADS)[Name]>;

/**
 * The event that started this run, from GITHUB_EVENT_NAME and the file at GITHUB_EVENT_PATH.
 * @throws GitHubError INVALID_ENVIRONMENT without these, EVENT_UNREADABLE for a file that is
 *   missing, no JSON, or lacks something that its event has.
 */
export async function readEvent(
  env: Environment,
  readFile: (path: string) => Promise<string>,
): Promise<GitHubEvent> {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = env;
  if (!name || !path) {
    throw new GitHubError('INVALID_ENVIRONMENT', 'GITHUB_EVENT_NAME and GITHUB_EVENT_PATH are not set.', {
      hint: 'Run this in a GitHub workflow.',
    });
  }
  if (!isKnown(name)) return { name: 'other', event: name, repository: repositoryOf(env) };
  const payload = parsed(
    name,
    await readFile(path).catch((error: unknown) => fail(name, 'can not be read', error)),
  );
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequestEvent(name, checked(name, payload));
    case 'merge_group':
      return mergeGroupEvent(checked(name, payload));
    case 'workflow_run':
      return workflowRunEvent(checked(name, payload));
    case 'workflow_dispatch': {
      const { repository, ref, inputs } = checked(name, payload);
      return { name, repository: nameOf(repository), ref, inputs: inputs ?? {} };
    }
    case 'schedule': {
      const { repository, schedule } = checked(name, payload);
      return {
        name,
        schedule,
        repository: repository === undefined ? repositoryOf(env) : nameOf(repository),
      };
    }
    case 'push':
      return pushEvent(checked(name, payload));
  }
}

function pullRequestEvent(
  name: 'pull_request' | 'pull_request_target',
  { action, repository, pull_request: pull }: Payload<'pull_request'>,
): GitHubEvent {
  const head = sideOf(pull.head);
  return {
    name,
    action,
    repository: nameOf(repository),
    number: pull.number,
    draft: pull.draft,
    author: pull.user?.login ?? null,
    labels: pull.labels.map((label) => label.name),
    base: sideOf(pull.base),
    head,
    fromFork: pull.head.repo?.full_name !== repository.full_name,
  };
}

function mergeGroupEvent({ action, repository, merge_group: group }: Payload<'merge_group'>): GitHubEvent {
  const place = nameOf(repository);
  return {
    name: 'merge_group',
    action,
    repository: place,
    base: { ref: branchOf(group.base_ref), oid: group.base_sha, repository: place },
    head: { ref: branchOf(group.head_ref), oid: group.head_sha, repository: place },
  };
}

function workflowRunEvent({ action, repository, workflow_run: run }: Payload<'workflow_run'>): GitHubEvent {
  return {
    name: 'workflow_run',
    action,
    repository: nameOf(repository),
    run: {
      id: run.id,
      event: run.event,
      conclusion: run.conclusion,
      headOid: run.head_sha,
      headBranch: run.head_branch,
      headRepository: run.head_repository ? nameOf(run.head_repository) : null,
      pullRequests: run.pull_requests.map((pull) => pull.number),
    },
  };
}

function pushEvent({ repository, ref, before, after, forced }: Payload<'push'>): GitHubEvent {
  return {
    name: 'push',
    repository: nameOf(repository),
    ref,
    before: real(before),
    after: real(after),
    forced,
  };
}

/** GitHub writes zeros for the side on which a branch doesn't exist. */
function real(oid: string): string | null {
  return /^0+$/.test(oid) ? null : oid;
}

function sideOf({ ref, sha, repo }: Payload<'pull_request'>['pull_request']['base']): EventSide {
  return { ref, oid: sha, repository: repo === null ? null : nameOf(repo) };
}

function nameOf({ full_name: fullName }: { full_name: string }): RepositoryName {
  const [owner = '', repo = ''] = fullName.split('/');
  return { owner, repo };
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

function isKnown(name: string): name is keyof typeof PAYLOADS {
  return Object.hasOwn(PAYLOADS, name);
}

function checked<Name extends keyof typeof PAYLOADS>(name: Name, payload: unknown): Payload<Name> {
  const result = PAYLOADS[name].safeParse(payload);
  if (result.success) return result.data as Payload<Name>;
  return fail(name, `is not what GitHub documents:\n${z.prettifyError(result.error)}`, result.error);
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(name, 'is no JSON', error);
  }
}

function fail(name: string, problem: string, cause: unknown): never {
  throw new GitHubError('EVENT_UNREADABLE', `The payload of the event ${name} ${problem}`, {
    hint: 'Run this again; if it stays, report it with the name of the event.',
    cause,
  });
}
