import { describe, expect, test } from '@jest/globals';
import { NEEDS_PULL_REQUEST } from '@xano-specs/fake-github';
import { bookShop, misbehave } from '@xano-specs/fake-xano';
import { BILLING, MANIFEST, PRIVATE_API, PUBLIC_API, startWorld, type World } from './runner/world.ts';

const errorsOf = (ran: Awaited<ReturnType<World['run']>>) =>
  ran.commands.filter(({ name }) => name === 'error').map(({ message }) => message);
const warningsOf = (ran: Awaited<ReturnType<World['run']>>) =>
  ran.commands.filter(({ name }) => name === 'warning').map(({ title }) => title);

/** The signature of a link that stands in a description of the leaking book shop. */
const LEAKED = '9f2c41d07be5a6638812cc04deadbeef9f2c41d07be5a6638812cc04deadbeef';

/** Some hundred kilobytes as Xano sends them, 38 MB and more as the snapshot writes them, nearly all of it an example. */
function largeDocument(): string {
  let example: unknown = Array.from({ length: 42_000 }, () => 0);
  for (let level = 0; level < 450; level += 1) example = [example];
  const responses = { 200: { description: 'ok', content: { 'application/json': { example } } } };
  const paths = { '/bill': { get: { responses } } };
  return JSON.stringify({ openapi: '3.0.0', info: { title: 'Billing', version: '1' }, paths });
}

describe('when Xano does not give everything', () => {
  test('an unreadable and a failing group keep their files, and the rest is committed', async () => {
    await using world = await startWorld();
    await world.run({
      inputs: { 'xano-access-token': '', 'xano-developer-api-key': world.xano.developerApiKey },
    });
    const before = await world.github.readFile('main', PRIVATE_API);
    world.group('Private API').documentation = 'disabled';
    world.group('Billing').endpoints.pop();
    world.xano.faults.add({
      misbehave: misbehave.notOpenApi(),
      group: 'Public API',
      times: Number.POSITIVE_INFINITY,
    });
    const ran = await world.run({
      inputs: { 'xano-access-token': '', 'xano-developer-api-key': world.xano.developerApiKey },
    });
    expect(ran.status).toBe(0);
    expect(await world.changesOf('main')).toEqual([`M ${MANIFEST}`, `M ${BILLING}`]);
    expect(await world.github.readFile('main', PRIVATE_API)).toBe(before);
    expect(ran.outputs).toMatchObject({
      documents: '3',
      'documents-changed': '1',
      'documents-unreadable': '1',
      'documents-failed': '1',
    });
    expect(warningsOf(ran)).toEqual([
      'The Developer API is deprecated, and Xano may switch it off',
      'Book Marketplace / Public API could not be read',
      'Book Marketplace / Private API became unreadable',
    ]);
    expect(ran.summary).toContain('Its last good document was kept.');
  });

  test('a document that holds the credential of the run is not written, wherever it stands', async () => {
    await using world = await startWorld();
    await world.run();
    const before = await world.github.readFile('main', PUBLIC_API);
    world.group('Public API').description = `Call it with ${world.xano.accessToken}`;
    world.group('Private API').description = 'Words';
    const ran = await world.run();
    expect(ran.status).toBe(0);
    expect(await world.changesOf('main')).toEqual([`M ${PRIVATE_API}`, `M ${MANIFEST}`]);
    expect(await world.github.readFile('main', PUBLIC_API)).toBe(before);
    expect(ran.result?.groups.map(({ error }) => error?.code)).toContain('CREDENTIAL_IN_DOCUMENT');
    expect(ran.summary).toContain('The document holds a credential of this run, and was not written.');
    expect(ran.stdout.replaceAll(/^::add-mask::.*$/gm, '') + ran.summary).not.toContain(
      world.xano.accessToken,
    );
  });

  test('a document that is larger than GitHub takes keeps its file, and the others are committed', async () => {
    await using world = await startWorld();
    await world.run();
    const before = await world.github.readFile('main', BILLING);
    world.group('Private API').description = 'Words';
    world.group('Billing').document = largeDocument;
    const ran = await world.run();
    expect(ran.status).toBe(0);
    expect(await world.changesOf('main')).toEqual([`M ${PRIVATE_API}`, `M ${MANIFEST}`]);
    expect(await world.github.readFile('main', BILLING)).toBe(before);
    expect(warningsOf(ran)).toEqual(['Starter / Billing could not be read']);
    expect(ran.commands.find(({ name }) => name === 'warning')?.message).toMatch(
      /^The document has 3[89]\.\d MB once written out, and GitHub takes files of up to 37 MB through its API\. .*strip-examples.*extract-components.*groups.*Its last good document was kept\.$/,
    );
    const stripped = await world.run({ inputs: { 'strip-examples': 'true' } });
    expect(stripped.status).toBe(0);
    expect(await world.changesOf('main')).toContain(`M ${BILLING}`);
  });

  test('a list that could not be read removes nothing', async () => {
    await using world = await startWorld();
    await world.run();
    world.xano.faults.add({
      misbehave: misbehave.wrongShape(),
      instance: 'explore-instance',
      times: Number.POSITIVE_INFINITY,
    });
    const ran = await world.run();
    expect(ran.status).toBe(0);
    expect(ran.result).toMatchObject({ outcome: 'unchanged', counts: { documents: 3, unseen: 2 } });
    expect(ran.result?.unlisted.length).toBeGreaterThan(0);
    expect(warningsOf(ran)[0]).toMatch(/^explore-instance.* could not be listed$/);
  });

  test('a refused credential ends in an error that says what to do, and changes nothing', async () => {
    await using world = await startWorld();
    await world.run();
    const token = world.xano.issueAccessToken({ lifeMs: -1000 });
    const ran = await world.run({ inputs: { 'xano-access-token': token } });
    expect(ran.status).toBe(1);
    expect(ran.result).toMatchObject({
      outcome: 'failed',
      error: { code: 'NOTHING_READ' },
      counts: { documents: 3 },
    });
    expect(errorsOf(ran)[0]).toMatch(/^No document could be read from Xano\. /);
    expect(ran.summary).toMatch(/^### ✗ The snapshot failed\n\nNo document could be read/);
    expect(await world.github.log('main')).toHaveLength(2);
  });

  test('more removals than allowed are refused, and done when they are allowed', async () => {
    await using world = await startWorld();
    await world.run();
    world.xano.account.instances[1]?.workspaces.splice(0);
    const refused = await world.run({ inputs: { 'max-removed': '0' } });
    expect(refused.status).toBe(1);
    expect(refused.result).toMatchObject({ outcome: 'refused', error: { code: 'TOO_MANY_REMOVALS' } });
    expect(errorsOf(refused)[0]).toMatch(/max-removed set to 1 or more/);
    expect(await world.paths()).toContain(BILLING);
    const done = await world.run({ inputs: { 'max-removed': '1' } });
    expect(done.status).toBe(0);
    expect(await world.paths()).toEqual([PRIVATE_API, PUBLIC_API, MANIFEST]);
  });

  test('a group that the filters leave out keeps its file, also when it is gone', async () => {
    await using world = await startWorld();
    await world.run();
    world.xano.account.instances[1]?.workspaces.splice(0);
    const ran = await world.run({ inputs: { groups: 'Public API' } });
    expect(ran.result).toMatchObject({ outcome: 'unchanged', counts: { same: 1, unseen: 2 } });
    expect(await world.paths()).toContain(BILLING);
  });

  test('leaks are told with their place and never whole, and replaced on request', async () => {
    await using world = await startWorld({ xano: { account: bookShop({ leaks: true }) } });
    const ran = await world.run();
    expect(warningsOf(ran)).toEqual(['Book Marketplace / Private API may leak']);
    expect(ran.stdout + ran.summary).not.toContain(LEAKED);
    expect(await world.github.readFile('main', PRIVATE_API)).toContain(LEAKED);
    const redacted = await world.run({ inputs: { redact: 'true' } });
    expect(redacted.result?.outcome).toBe('committed');
    expect(await world.github.readFile('main', PRIVATE_API)).not.toContain(LEAKED);
  });

  test('names that are commands, markdown or mentions reach neither the runner nor GitHub', async () => {
    await using world = await startWorld();
    const name = '\n::set-output name=x::y\n##[error]z | <b> @ada fixes #1 [skip ci]';
    world.group('Billing').name = name;
    const ran = await world.run();
    expect(ran.status).toBe(0);
    expect(Object.keys(ran.outputs)).not.toContain('x');
    const [commit] = await world.github.log('main');
    expect(commit?.message).not.toMatch(/@ada|#1|\[skip ci\]/);
    expect(ran.summary.split('\n').filter((line) => line.startsWith('| Starter'))).toHaveLength(1);
  });
});

describe('when the inputs do not fit', () => {
  test.each([
    ['no credential', { 'xano-access-token': '' }, /No credential for Xano is given/],
    ['two credentials', { 'xano-developer-api-key': 'x'.repeat(40) }, /Both xano-access-token and/],
    ['a flag that is none', { redact: 'maybe' }, /redact is "maybe"; write true or false/],
    ['an address without encryption', { 'master-url': 'http://xano.example.com' }, /http/],
  ])('given %s, says so before anything is sent', async (_what, inputs, message) => {
    await using world = await startWorld();
    const ran = await world.run({ inputs });
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)[0]).toMatch(message);
    expect(ran.result).toMatchObject({ outcome: 'failed', groups: [] });
    expect(world.xano.log.all()).toEqual([]);
    expect(world.github.requests).toEqual([]);
  });
});

describe('when GitHub does not take the commit', () => {
  test.each(['protection', 'ruleset'] as const)('a branch under %s is explained', async (kind) => {
    await using world = await startWorld();
    world.github.settings.rules.set('main', { kind, reasons: [NEEDS_PULL_REQUEST] });
    const ran = await world.run();
    expect(ran.status).toBe(1);
    expect(ran.result?.error?.code).toBe('BRANCH_PROTECTED');
    expect(errorsOf(ran)[0]).toMatch(/^main is protected and did not take the commit\./);
    expect(errorsOf(ran)[0]).toMatch(/would have changed 4 files: specs\/explore-instance.*Settings, Rules/);
    expect(ran.outputs).toMatchObject({ changed: 'true', 'commit-sha': '' });
  });

  test('a token that only reads is explained', async () => {
    await using world = await startWorld();
    const ran = await world.run({ githubToken: world.github.readOnlyToken });
    expect(ran.status).toBe(1);
    expect(ran.result?.error?.code).toBe('MISSING_PERMISSION');
    expect(errorsOf(ran)[0]).toMatch(/contents: write/);
  });

  test('a repository without any commit is explained', async () => {
    await using world = await startWorld({ github: { files: null } });
    const ran = await world.run();
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)[0]).toMatch(/no commit yet.*Make a first commit/);
  });

  test('a file that no snapshot wrote is left alone', async () => {
    await using world = await startWorld({ github: { files: { [BILLING]: 'mine' } } });
    const ran = await world.run();
    expect(ran.status).toBe(1);
    expect(ran.result?.error?.code).toBe('PATH_TAKEN');
    expect(await world.github.readFile('main', BILLING)).toBe('mine');
  });

  test('a run for a pull request wants to be told the branch', async () => {
    await using world = await startWorld();
    const env = { GITHUB_REF: 'refs/pull/1/merge', GITHUB_EVENT_NAME: 'pull_request' };
    const ran = await world.run({ env });
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)[0]).toMatch(/Name one with the input branch/);
  });

  test('a run on a tag commits to the default branch', async () => {
    await using world = await startWorld({ github: { defaultBranch: 'trunk' } });
    const ran = await world.run({ env: { GITHUB_REF: 'refs/tags/v1' } });
    expect(ran.result).toMatchObject({ outcome: 'committed', branch: 'trunk' });
  });
});

describe('when a report can not be written', () => {
  test('the commit and the exit status stay as they are', async () => {
    await using world = await startWorld();
    const ran = await world.run({
      env: { GITHUB_OUTPUT: '/nowhere/output', GITHUB_STEP_SUMMARY: '/nowhere/summary' },
    });
    expect(ran.status).toBe(0);
    expect(await world.github.log('main')).toHaveLength(2);
    expect(ran.stdout).toContain('The outputs could not be written');
    expect(ran.stdout).toContain('The job summary could not be written');
  });
});
