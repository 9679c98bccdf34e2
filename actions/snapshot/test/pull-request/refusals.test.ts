import { describe, expect, test } from '@jest/globals';
import { type Fault, NEEDS_PULL_REQUEST } from '@xano-specs/fake-github';
import { startWorld, type World } from '../runner/world.ts';
import {
  BRANCH,
  breakApi,
  errorsOf,
  openPull,
  proposeIn,
  pullStates,
  startScene,
  subjectsAhead,
} from './scene.ts';

/** What a run says of itself: where its workflow stands, and its number. */
const env = {
  GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/snapshot.yml@refs/heads/main',
  GITHUB_RUN_ID: '4711',
};

const commit = (world: World, more: object = {}) => world.run({ env, ...more });
const propose = (world: World, more: object = {}) => proposeIn(world, { env, ...more });

describe('GitHub does not let the snapshot be committed', () => {
  test.each([
    ['protection', 'GH006', `Protected branch update failed for refs/heads/main. ${NEEDS_PULL_REQUEST}`],
    ['ruleset', 'rules', `Repository rule violations found ${NEEDS_PULL_REQUEST}`],
  ] as const)(
    'by %s of the branch (%s): the words, both places, the mode and the links',
    async (kind, _code, words) => {
      await using world = await startWorld();
      world.github.settings.rules.set('main', { kind, reasons: [NEEDS_PULL_REQUEST] });
      const ran = await commit(world);
      expect(ran.status).toBe(1);
      const said = errorsOf(ran);
      expect(said).toContain('main is protected and did not take the commit.');
      expect(said).toContain(words);
      expect(said).toMatch(/would have changed 4 files: specs\/explore-instance/);
      expect(said).toContain('Set mode: pull-request, and the change is proposed instead.');
      expect(said).toContain('bypass list under Settings, Rules, Rulesets (or Settings, Branches');
      const { serverUrl } = world.github;
      expect(said).toContain(`${serverUrl}/acme/shop/rules?ref=refs%2Fheads%2Fmain`);
      expect(said).toContain(`To change them: ${serverUrl}/acme/shop/settings/rules`);
      expect(ran.summary).toContain(`<${serverUrl}/acme/shop/settings/rules>`);
    },
  );

  test('with a token that only reads: the line for permissions, and the workflow to edit', async () => {
    await using world = await startWorld();
    const ran = await commit(world, { githubToken: world.github.readOnlyToken });
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(
      /Resource not accessible by integration.*Under permissions: of the job, write contents: write; .*for a fork or for Dependabot gets a token that only reads/,
    );
    expect(errorsOf(ran)).toContain(
      `The workflow: ${world.github.serverUrl}/acme/shop/edit/main/.github/workflows/snapshot.yml`,
    );
  });

  test('in an archived repository: the setting and its page', async () => {
    await using world = await startWorld();
    world.github.settings.archived = true;
    const ran = await commit(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(
      /The repository is archived, so nothing can be written to it.*Settings, General, Danger zone.*\/acme\/shop\/settings$/,
    );
  });

  test('in a repository without a commit: where to make one', async () => {
    await using world = await startWorld({ github: { files: null } });
    const ran = await commit(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(/no commit yet.*Make a first commit.*\/acme\/shop\/new\/main\?readme=1$/);
  });

  const HOUR = 3_600;
  test.each<[string, Fault, RegExp]>([
    [
      'primary',
      { kind: 'primary-rate-limit', resetInSeconds: HOUR },
      /Run this again after \d{4}-\d\d-\d\dT/,
    ],
    [
      'secondary',
      { kind: 'secondary-rate-limit', retryAfterSeconds: HOUR },
      /Run this again in 3600 seconds/,
    ],
  ])('for the %s rate limit: when to come back, and the run to start again', async (_limit, fault, words) => {
    await using world = await startWorld();
    world.github.faults.next({ graphql: 'createCommitOnBranch' }, fault);
    const ran = await commit(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toContain("GitHub's rate limit is used up, and waiting for it would take too long");
    expect(errorsOf(ran)).toMatch(words);
    expect(errorsOf(ran)).toContain(`To run it again: ${world.github.serverUrl}/acme/shop/actions/runs/4711`);
  });

  test('with a token that expired: the secrets to look at', async () => {
    await using world = await startWorld();
    const ran = await commit(world, { githubToken: 'ghp_expired' });
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(
      /GitHub does not accept the token: Bad credentials.*\/acme\/shop\/settings\/secrets\/actions$/,
    );
  });

  test('with a token that the organisation wants authorised: where to do that', async () => {
    await using world = await startWorld();
    const message =
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.';
    world.github.faults.next({ method: 'GET', path: /git\/ref/ }, { kind: 'status', status: 403, message });
    const ran = await commit(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(/choose "Configure SSO" for the token.*\/settings\/tokens$/);
  });
});

describe('GitHub does not let the snapshot be proposed', () => {
  test('since Actions may not open pull requests: the setting, and a link that opens it by hand', async () => {
    await using world = await startScene();
    breakApi(world);
    world.github.settings.actionsMayCreatePullRequests = false;
    const ran = await propose(world);
    expect(ran.status).toBe(1);
    const said = errorsOf(ran);
    const waits = await world.github.git('rev-parse', BRANCH);
    expect(said).toContain(`The commit ${waits.slice(0, 7)} waits on the branch ${BRANCH} (`);
    expect(said).toContain(`/commit/${waits}), which changes `);
    expect(said).not.toContain('would have changed');
    expect(said).toContain('GitHub Actions is not permitted to create or approve pull requests.');
    expect(said).toContain(
      'Switch on "Allow GitHub Actions to create and approve pull requests" under Settings, Actions, General, Workflow permissions',
    );
    const { serverUrl } = world.github;
    expect(said).toContain(
      `To open it by hand: ${serverUrl}/acme/shop/compare/main...xano-specs%2Fsnapshot?expand=1`,
    );
    expect(said).toContain(`The setting: ${serverUrl}/acme/shop/settings/actions`);
    expect(ran.summary).toContain(`<${serverUrl}/acme/shop/compare/main...xano-specs%2Fsnapshot?expand=1>`);
    expect(await subjectsAhead(world)).toEqual(['specs: 1 API group changed, 1 breaks']);
    await world.github.openPullRequest({ head: BRANCH, body: 'By hand' });
    const next = await propose(world);
    expect(next.outputs['pull-request-outcome']).toBe('updated');
    expect(openPull(world).body).toMatch(/^By hand\n\n<!--.*1 breaking change/s);
    expect(await subjectsAhead(world)).toHaveLength(1);
  });

  test('since the token may not touch pull requests: both permissions, and nothing is left half done', async () => {
    await using world = await startScene();
    breakApi(world);
    const ran = await propose(world, { githubToken: world.github.addToken({ contents: 'write' }) });
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(
      /Under permissions: of the job, write contents: write and pull-requests: write/,
    );
    expect(await world.github.git('branch', '--list', BRANCH)).toBe('');
  });

  test('since a rule covers the branch of the pull request: which pattern to change', async () => {
    await using world = await startScene();
    breakApi(world);
    world.github.settings.rules.set('*', { kind: 'ruleset', reasons: [NEEDS_PULL_REQUEST] });
    const ran = await propose(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(
      /^A rule keeps the action from writing to xano-specs\/snapshot\..*leave xano-specs\/snapshot out of the pattern, or name another branch with the input pull-request-branch.*rules\?ref=refs%2Fheads%2Fxano-specs%2Fsnapshot/,
    );
  });

  test('since a rule restricts new branches: the name of the rule', async () => {
    await using world = await startScene();
    breakApi(world);
    const reasons = ['Cannot create ref due to creations being restricted.'];
    world.github.settings.rules.set(BRANCH, { kind: 'ruleset', reasons });
    const ran = await propose(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(
      /Cannot create ref due to creations being restricted\..*Settings, Rules, Rulesets/,
    );
  });

  test('since a branch stands in the way of the name: which one, and where it is', async () => {
    await using world = await startScene();
    breakApi(world);
    await world.github.git('branch', 'xano-specs', 'main');
    const ran = await propose(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(
      /Could not create the branch xano-specs\/snapshot in acme\/shop: there is a branch xano-specs\..*Delete or rename xano-specs, or give the new branch another name\..*\/acme\/shop\/branches\/all\?query=xano-specs$/,
    );
    const other = await propose(world, { inputs: { 'pull-request-branch': 'specs-of-xano' } });
    expect(other.outputs['pull-request-outcome']).toBe('created');
  });

  test('since it would be for a branch that is missing, or for itself: which input to change', async () => {
    await using world = await startScene();
    breakApi(world);
    const missing = await propose(world, { inputs: { branch: 'next' } });
    expect(errorsOf(missing)).toMatch(/has no branch next to propose a change for\. Create it first/);
    const itself = await propose(world, { inputs: { branch: BRANCH } });
    expect(errorsOf(itself)).toMatch(/from xano-specs\/snapshot to itself\. Name another branch/);
    const invalid = await propose(world, { inputs: { 'pull-request-branch': 'a..b' } });
    expect(errorsOf(invalid)).toMatch(/pull-request-branch is "a\.\.b", which git does not take/);
  });
});

describe('GitHub does a part of it', () => {
  test('no drafts, and a reviewer whom nobody knows: the pull request stands, with a warning for each', async () => {
    await using world = await startScene();
    breakApi(world);
    world.github.settings.draftsAllowed = false;
    world.github.settings.strangers.add('eve');
    const ran = await propose(world, { inputs: { draft: 'true', reviewers: 'eve\ngrace' } });
    expect(ran.status).toBe(0);
    expect([...openPull(world).reviewers]).toEqual(['grace']);
    const warnings = ran.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
    expect(warnings).toEqual([
      expect.stringContaining('GitHub has none in private repositories of its free plans'),
      expect.stringMatching(/ask eve for a review.*Settings, Collaborators and teams/),
    ]);
  });

  test.each(['lost-answer', 'bad-gateway', 'cut'] as const)(
    'it breaks off with %s at each write in turn: the run ends well, and everything is there once',
    async (kind) => {
      await using world = await startScene();
      breakApi(world);
      world.github.faults.next({ method: 'POST', path: /\/git\/refs$/ }, { kind: 'lost-answer' });
      world.github.faults.next({ graphql: 'createCommitOnBranch' }, { kind });
      world.github.faults.next({ method: 'POST', path: /\/pulls$/ }, { kind });
      const first = await propose(world);
      const ran = first.status === 0 ? first : await propose(world);
      expect(ran.status).toBe(0);
      expect(pullStates(world)).toEqual(['#1 open']);
      expect(await subjectsAhead(world)).toEqual(['specs: 1 API group changed, 1 breaks']);
    },
  );

  test('no workflow for what GITHUB_TOKEN made: the body says so and what to do, and not for another token', async () => {
    await using world = await startScene();
    breakApi(world);
    await propose(world);
    expect(openPull(world).body).toMatch(
      /No workflow starts for this pull request, since `GITHUB_TOKEN` made it.*Close and reopen it.*token of a GitHub App/s,
    );
    world.github.closePullRequest(1);
    await world.github.deleteBranch(BRANCH);
    const inputs = { token: world.github.personalToken, 'pull-request-branch': 'by-ada' };
    await propose(world, { inputs });
    expect(openPull(world)).toMatchObject({ author: 'ada' });
    expect(openPull(world).body).not.toContain('No workflow starts');
  });
});
