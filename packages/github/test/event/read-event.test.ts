import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { type GitHubEvent, readEvent } from '../../src/index.ts';
import { rejection } from '../support/world.ts';

interface Example {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

const definitions = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@octokit/webhooks-examples'), 'utf8'),
) as readonly Example[];

function examplesOf(name: string): readonly Record<string, unknown>[] {
  return definitions.find((definition) => definition.name === name)?.examples ?? [];
}

function first(name: string): Record<string, unknown> {
  const [example] = examplesOf(name);
  if (example === undefined) throw new Error(`There is no example of ${name}.`);
  return example;
}

const ENV = { GITHUB_EVENT_PATH: '/event.json', GITHUB_REPOSITORY: 'acme/shop' };

function read(name: string, payload: unknown): Promise<GitHubEvent> {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return readEvent({ ...ENV, GITHUB_EVENT_NAME: name }, async () => text);
}

describe("every example of GitHub's own is read", () => {
  const events = [
    ['pull_request', 'pull_request'],
    ['pull_request_target', 'pull_request'],
    ['merge_group', 'merge_group'],
    ['workflow_run', 'workflow_run'],
    ['workflow_dispatch', 'workflow_dispatch'],
    ['push', 'push'],
  ] as const;
  test.each(events)('%s', async (name, like) => {
    const examples = examplesOf(like);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const event = await read(name, example);
      const repository = example.repository as { full_name: string };
      expect(event.name).toBe(name);
      expect(`${event.repository.owner}/${event.repository.repo}`).toBe(repository.full_name);
    }
  });
});

describe('what is read', () => {
  test.each(['pull_request', 'pull_request_target'])(
    'of %s: both sides, the author, the labels',
    async (name) => {
      const example = structuredClone(first('pull_request'));
      (example.pull_request as { labels: unknown }).labels = [{ name: 'bug', color: 'red' }];
      expect(await read(name, example)).toEqual({
        name,
        action: 'opened',
        repository: { owner: 'Codertocat', repo: 'Hello-World' },
        number: 2,
        draft: false,
        author: 'Codertocat',
        labels: ['bug'],
        base: {
          ref: 'master',
          oid: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
          repository: { owner: 'Codertocat', repo: 'Hello-World' },
        },
        head: {
          ref: 'changes',
          oid: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
          repository: { owner: 'Codertocat', repo: 'Hello-World' },
        },
        fromFork: false,
      });
    },
  );

  test.each([
    ['a fork', { full_name: 'eve/Hello-World' }, { owner: 'eve', repo: 'Hello-World' }],
    ['a fork that was deleted', null, null],
  ])('of a pull request from %s: that its token only reads', async (_, repo, repository) => {
    const example = structuredClone(first('pull_request'));
    (example.pull_request as { head: { repo: unknown } }).head.repo = repo;
    expect(await read('pull_request', example)).toMatchObject({ fromFork: true, head: { repository } });
  });

  test('of a merge group: its two sides by branch and commit', async () => {
    const event = await read('merge_group', first('merge_group'));
    expect(event).toMatchObject({
      name: 'merge_group',
      base: { ref: expect.not.stringContaining('refs/'), oid: expect.stringMatching(/^[0-9a-f]{40}$/) },
      head: { ref: expect.not.stringContaining('refs/heads'), oid: expect.stringMatching(/^[0-9a-f]{40}$/) },
    });
  });

  test('of a workflow run: which commit it ran on, and why', async () => {
    expect(await read('workflow_run', first('workflow_run'))).toMatchObject({
      run: {
        id: 1589141559,
        event: 'workflow_dispatch',
        conclusion: null,
        headBranch: 'main',
        pullRequests: [],
      },
    });
  });

  test('of a start by hand without inputs: none', async () => {
    const event = await read('workflow_dispatch', { ...first('workflow_dispatch'), inputs: null });
    expect(event).toMatchObject({ name: 'workflow_dispatch', inputs: {} });
  });

  test.each([
    ['an ordinary push', {}, { before: expect.any(String), after: expect.any(String) }],
    ['a new branch', { before: '0'.repeat(40) }, { before: null }],
    ['a deleted branch', { after: '0'.repeat(40) }, { after: null }],
  ])('of %s: the commits before and after', async (_, change, expected) => {
    const example = { ...first('push'), before: 'a'.repeat(40), after: 'b'.repeat(40), ...change };
    expect(await read('push', example)).toMatchObject(expected);
  });

  test.each([
    [
      'with a repository',
      { schedule: '17 5 * * *', repository: { full_name: 'a/b' } },
      { owner: 'a', repo: 'b' },
    ],
    ['without one', { schedule: '17 5 * * *' }, { owner: 'acme', repo: 'shop' }],
  ])('of the clock %s: the schedule, and the repository of the run', async (_, payload, repository) => {
    expect(await read('schedule', payload)).toEqual({ name: 'schedule', schedule: '17 5 * * *', repository });
  });

  test.each(['issues', 'constructor', '__proto__'])(
    'of any other event (%s): its name alone',
    async (name) => {
      expect(await read(name, 'no JSON')).toEqual({
        name: 'other',
        event: name,
        repository: { owner: 'acme', repo: 'shop' },
      });
    },
  );
});

describe('what can not be read', () => {
  test.each([
    ['no JSON', '{', 'is no JSON'],
    ['no object', '[]', 'expected object'],
    ['a missing part', '{"action":"opened"}', 'repository'],
    ['a commit that is none', { ...first('push'), after: '$(rm -rf)' }, 'is no name of a commit'],
    [
      'a repository that is none',
      { ...first('push'), repository: { full_name: '../x/y' } },
      'is not owner/name',
    ],
  ])('%s is an error that says where', async (_, payload, words) => {
    const error = await rejection(read('push', payload));
    expect(error).toMatchObject({ code: 'EVENT_UNREADABLE', message: expect.stringContaining(words) });
  });

  test('a file that is missing is an error that names the event', async () => {
    const env = { ...ENV, GITHUB_EVENT_NAME: 'push' };
    const error = await rejection(readEvent(env, () => Promise.reject(new Error('ENOENT'))));
    expect(error).toMatchObject({ code: 'EVENT_UNREADABLE', message: expect.stringContaining('push') });
  });

  test('a run outside of GitHub is an error that says so', async () => {
    const error = await rejection(readEvent({}, async () => '{}'));
    expect(error).toMatchObject({
      code: 'INVALID_ENVIRONMENT',
      hint: expect.stringContaining('GitHub workflow'),
    });
  });
});
