import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { FakeGitHub } from '../../src/index.ts';
import { clientOf, refusalOf, SHOP, startFake, stopFakes } from '../support/world.ts';

let fake: FakeGitHub;
let octokit: Octokit;
let sha: string;
beforeAll(async () => {
  fake = await startFake();
  octokit = clientOf(fake);
  sha = await fake.git('rev-parse', 'main');
});
afterAll(stopFakes);

const annotations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    path: 'a.json',
    start_line: index + 1,
    end_line: index + 1,
    annotation_level: 'failure' as const,
    message: `${index}`,
  }));

describe('check runs', () => {
  test('are made, filled in parts and found at their commit', async () => {
    const made = await octokit.rest.checks.create({
      ...SHOP,
      name: 'API',
      head_sha: sha,
      status: 'in_progress',
    });
    expect(made.data).toMatchObject({ status: 'in_progress', conclusion: null, head_sha: sha });
    const check = { ...SHOP, check_run_id: made.data.id };
    const output = { title: 'Two changes', summary: 'Both break' };
    await octokit.rest.checks.update({ ...check, output: { ...output, annotations: annotations(50) } });
    const last = await octokit.rest.checks.update({
      ...check,
      conclusion: 'failure',
      output: { ...output, annotations: annotations(3) },
    });
    expect(last.data).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      output: { title: 'Two changes', annotations_count: 53 },
    });
    const found = await octokit.rest.checks.listForRef({ ...SHOP, ref: 'main', check_name: 'API' });
    expect(found.data).toMatchObject({ total_count: 1, check_runs: [{ id: made.data.id }] });
    const other = await octokit.rest.checks.listForRef({ ...SHOP, ref: 'main', check_name: 'Other' });
    expect(other.data.total_count).toBe(0);
    expect(fake.state.checkRuns[0]?.annotations).toHaveLength(53);
  });

  test('take fifty annotations a call and no more', async () => {
    const output = { title: 't', summary: 's', annotations: annotations(51) };
    const call = octokit.rest.checks.create({ ...SHOP, name: 'x', head_sha: sha, output });
    expect(await refusalOf(call)).toMatch(/^422 Validation Failed .*annotations/);
  });

  test('of an unknown commit or number are not found', async () => {
    const create = octokit.rest.checks.create({ ...SHOP, name: 'x', head_sha: 'f'.repeat(40) });
    expect(await refusalOf(create)).toMatch(/^404/);
    const update = octokit.rest.checks.update({ ...SHOP, check_run_id: 1, name: 'x' });
    expect(await refusalOf(update)).toBe('404 Not Found');
  });
});

describe('commit statuses', () => {
  const status = (more: object = {}) =>
    octokit.rest.repos.createCommitStatus({ ...SHOP, sha, state: 'success', context: 'api', ...more });

  test('are made, and listed newest first', async () => {
    await status({ state: 'pending' });
    await status({ description: 'Nothing breaks', target_url: 'https://example.com/report' });
    const { data } = await octokit.rest.repos.listCommitStatusesForRef({ ...SHOP, ref: sha });
    expect(data.map(({ state, context }) => [state, context])).toEqual([
      ['success', 'api'],
      ['pending', 'api'],
    ]);
    expect(data[0]).toMatchObject({
      description: 'Nothing breaks',
      target_url: 'https://example.com/report',
    });
  });

  test('describe themselves in 140 characters, and know four states', async () => {
    await status({ description: 'x'.repeat(140) });
    expect(await refusalOf(status({ description: 'x'.repeat(141) }))).toMatch(/maximum is 140 characters/);
    expect(await refusalOf(status({ state: 'fine' }))).toMatch(/^422 Validation Failed .*state/);
  });
});
