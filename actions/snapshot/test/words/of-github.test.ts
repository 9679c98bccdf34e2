import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '@xano-specs/fake-github';
import { errorsOf } from '../pull-request/scene.ts';
import { startWorld, type World } from '../runner/world.ts';

const env = { GITHUB_RUN_ID: '4711' };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.github.faults.clear());
afterAll(async () => world[Symbol.asyncDispose]());

const runAgain = () => `To run it again: ${world.github.serverUrl}/acme/shop/actions/runs/4711`;

describe('GitHub in trouble', () => {
  test.each<[string, Fault, RegExp]>([
    [
      'a gateway that fails again and again',
      { kind: 'bad-gateway' },
      /GitHub has a trouble of its own.*See https:\/\/www\.githubstatus\.com and run this again later\. Nothing is half done\./,
    ],
    [
      'a connection that breaks again and again',
      { kind: 'cut' },
      /GitHub did not answer.*Check the network, and HTTP_PROXY, HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS of the runner\./,
    ],
  ])('with %s: what to look at, and the run to start again', async (_, fault, words) => {
    world.github.faults.next({ method: 'GET', path: /git\/ref/ }, fault, 20);
    const ran = await world.run({ env });
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(words);
    expect(errorsOf(ran)).toContain(runAgain());
    expect(await world.github.log('main')).toHaveLength(1);
  });
});

describe('a branch that moves at every attempt', () => {
  test.each(['commit', 'pull-request'])(
    'in the mode %s: how often it was tried, the setting that helps, and the run to start again',
    async (mode) => {
      let pushed = 0;
      const push = () => {
        pushed += 1;
        const branch = mode === 'commit' ? 'main' : 'xano-specs/snapshot';
        return world.github.commit(branch, { [`notes-${mode}.md`]: `${pushed}` });
      };
      for (let time = 0; time < 8; time += 1) {
        world.github.faults.before({ graphql: 'createCommitOnBranch' }, push);
      }
      const ran = await world.run({ env, inputs: { mode } });
      expect(ran.status).toBe(1);
      expect(errorsOf(ran)).toMatch(
        /Could not commit to \S+ of acme\/shop: it moved during each of 8 attempts\./,
      );
      expect(errorsOf(ran)).toContain(
        'Give the workflows that write to this branch one `concurrency:` group.',
      );
      expect(errorsOf(ran)).toContain(runAgain());
      expect(pushed).toBe(8);
    },
  );
});

test('a run outside of a workflow: which variable to set', async () => {
  const ran = await world.run({ env: { GITHUB_REPOSITORY: '' } });
  expect(ran.status).toBe(1);
  expect(errorsOf(ran)).toContain(
    'GITHUB_REPOSITORY does not name a repository. Run this in a GitHub workflow, or set GITHUB_REPOSITORY to owner/name.',
  );
});
