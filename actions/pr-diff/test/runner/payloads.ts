import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FakeGitHub, Pull } from '@xano-specs/fake-github';

type Payload = Record<string, unknown>;

const definitions = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@octokit/webhooks-examples'), 'utf8'),
) as readonly { readonly name: string; readonly examples: readonly Payload[] }[];

/** GitHub's own example of an event's payload, of one of its actions. */
function example(name: string, action?: string): Payload {
  const found = definitions
    .find((definition) => definition.name === name)
    ?.examples.find((one) => action === undefined || one.action === action);
  if (found === undefined) throw new Error(`There is no example of ${name}.`);
  return structuredClone(found);
}

function inPart(payload: Payload, key: string): Payload {
  return payload[key] as Payload;
}

function repositoryOf({ repository: { owner, name } }: FakeGitHub, of = owner) {
  return { full_name: `${of}/${name}` };
}

/** GitHub's example of a pull request, about one of the fake. */
export function pullRequest(
  github: FakeGitHub,
  pull: Pull,
  change: { readonly labels?: readonly string[] } = {},
): Payload {
  const payload = example('pull_request', 'synchronize');
  Object.assign(inPart(payload, 'repository'), repositoryOf(github));
  const shown = inPart(payload, 'pull_request');
  const { head, base } = { head: inPart(shown, 'head'), base: inPart(shown, 'base') };
  Object.assign(shown, {
    number: pull.number,
    draft: pull.draft,
    labels: (change.labels ?? []).map((name) => ({ name })),
    user: { login: pull.author },
  });
  Object.assign(head, { ref: pull.head.branch, sha: pull.headSha });
  Object.assign(inPart(head, 'repo'), repositoryOf(github, pull.head.owner));
  Object.assign(base, { ref: pull.base, sha: pull.baseSha });
  Object.assign(inPart(base, 'repo'), repositoryOf(github));
  return payload;
}

/** GitHub's example of a merge queue, about two commits of the fake. */
export function mergeGroup(github: FakeGitHub, base: string, head: string, number: number): Payload {
  const payload = example('merge_group', 'checks_requested');
  Object.assign(inPart(payload, 'repository'), repositoryOf(github));
  Object.assign(inPart(payload, 'merge_group'), {
    base_sha: base,
    base_ref: 'refs/heads/main',
    head_sha: head,
    head_ref: `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`,
  });
  return payload;
}

/** GitHub's example of another workflow's end, for a pull request of the fake. */
export function workflowRun(github: FakeGitHub, pull: Pull, change: Payload = {}): Payload {
  const payload = example('workflow_run', 'completed');
  Object.assign(inPart(payload, 'repository'), repositoryOf(github));
  const run = inPart(payload, 'workflow_run');
  Object.assign(run, {
    event: 'pull_request',
    conclusion: 'success',
    head_sha: pull.headSha,
    head_branch: pull.head.branch,
    pull_requests: [],
    ...change,
  });
  Object.assign(inPart(run, 'head_repository'), repositoryOf(github, pull.head.owner));
  return payload;
}

/** GitHub's example of a workflow that someone starts. */
export function workflowDispatch(github: FakeGitHub, branch = 'main'): Payload {
  const payload = example('workflow_dispatch');
  Object.assign(inPart(payload, 'repository'), repositoryOf(github));
  return { ...payload, ref: `refs/heads/${branch}` };
}

/** GitHub's example of a push. */
export function push(github: FakeGitHub, before: string, after: string, branch = 'main'): Payload {
  const payload = example('push');
  Object.assign(inPart(payload, 'repository'), repositoryOf(github));
  return { ...payload, ref: `refs/heads/${branch}`, before, after, deleted: /^0+$/.test(after) };
}

/** A schedule's payload, of which GitHub publishes no example. */
export function schedule(github: FakeGitHub): Payload {
  return { schedule: '23 5 * * *', repository: repositoryOf(github) };
}
