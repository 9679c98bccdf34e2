import { globSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { ROOT, text } from './repository.ts';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly 'timeout-minutes'?: number; readonly steps?: readonly Step[] }>
  >;
}

const files = globSync('.github/workflows/*.yml', { cwd: ROOT }).sort();

function read(file: string): Workflow {
  return load(text(file)) as Workflow;
}

function stepsOf(file: string): readonly Step[] {
  return Object.values(read(file).jobs).flatMap(({ steps }) => steps ?? []);
}

describe('the repository’s own workflows', () => {
  test('given the folder, then what .ci/run does is done on GitHub too', () => {
    expect(files).toEqual(
      expect.arrayContaining(['.github/workflows/check-dist.yml', '.github/workflows/ci.yml']),
    );
  });

  test.each(files)(
    'given %s, then every foreign action is pinned to a commit, with its version beside it',
    (file) => {
      const lines = text(file)
        .split('\n')
        .filter((line) => /^\s*(- )?uses:/.test(line) && !/uses: \.\//.test(line));

      expect(lines).toHaveLength(
        stepsOf(file).filter(({ uses }) => uses !== undefined && !uses.startsWith('./')).length,
      );
      for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );

  test.each(files)('given %s, then it may write nothing but what a job asks for', (file) => {
    const { permissions } = read(file);

    expect(permissions).toBeDefined();
    expect(Object.values(permissions ?? {})).not.toContain('write');
    expect(permissions).not.toBe('write-all');
  });

  test.each(files)('given %s, then no checkout leaves its token behind', (file) => {
    const checkouts = stepsOf(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'));

    for (const checkout of checkouts) expect(checkout.with).toMatchObject({ 'persist-credentials': false });
  });

  test.each(files)(
    'given %s, then every job ends in a bounded time, and a fork’s code never meets a secret',
    (file) => {
      const { on, jobs } = read(file);

      for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
      expect(JSON.stringify(on)).not.toContain('pull_request_target');
    },
  );
});
