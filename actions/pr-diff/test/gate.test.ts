import { describe, expect, test } from '@jest/globals';
import { document, PUBLIC_API, shop, snapshot } from './runner/documents.ts';
import { pullRequest, workflowDispatch } from './runner/payloads.ts';
import { messagesOf, startWorld } from './runner/world.ts';

const EXCEPTIONS = '.xano-specs/exceptions.yml';

describe('the gate', () => {
  test.each([
    ['error', 1],
    ['warning', 1],
    ['none', 0],
  ])('given a breaking change and fail-on: %s, ends with %i', async (failOn, status) => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose(shop({ price: 'string' })), {
      inputs: { 'fail-on': failOn },
    });
    expect(ran.status).toBe(status);
    expect(ran.outputs.verdict).toBe('breaking');
  });

  test('given the level none for the check, reports nothing', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose(shop({ price: 'string' })), {
      inputs: { levels: 'response-property-type-changed: none' },
    });
    expect(ran.status).toBe(0);
    expect(ran.outputs.verdict).toBe('same');
  });

  test('given a label that was set after the event, lets the changes pass and names who set it', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const payload = pullRequest(world.github, pull);
    world.github.setLabel(pull.number, 'API-break-accepted', 'grace');
    const ran = await world.runFor({ name: 'pull_request', payload });
    expect(ran.status).toBe(0);
    expect(ran.outputs).toMatchObject({ verdict: 'breaking', errors: '1', overridden: 'true' });
    expect(world.comments()[0]).toMatch(
      /The label `API-break-accepted` was set by `grace` on \d{4}-\d\d-\d\d at \d\d:\d\d UTC, so these changes do not fail the check\. It counts for later commits too, until it is taken off\./,
    );
  });

  test('given a label that lets the changes pass, annotates them as warnings, and warnings as notices', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string', required: ['currency'] }));
    const inputs = { levels: 'request-property-became-required: warning' };
    const before = await world.run(pull, { inputs });
    world.github.setLabel(pull.number, 'api-break-accepted', 'grace');
    const after = await world.run(pull, { inputs });
    const of = (ran: typeof before, name: string) =>
      ran.commands.filter((one) => one.name === name && one.properties.file !== undefined).length;
    expect([of(before, 'error'), of(before, 'warning'), of(before, 'notice')]).toEqual([1, 1, 0]);
    expect([of(after, 'error'), of(after, 'warning'), of(after, 'notice')]).toEqual([0, 1, 1]);
  });

  test('given a label that the event still has and the pull request no longer, fails', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const payload = pullRequest(world.github, pull, { labels: ['api-break-accepted'] });
    const ran = await world.runFor({ name: 'pull_request', payload });
    expect(ran.status).toBe(1);
  });

  test('given override-label: none, asks for no label', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    world.github.setLabel(pull.number, 'api-break-accepted', 'grace');
    const ran = await world.run(pull, { inputs: { 'override-label': 'none' } });
    expect(ran.status).toBe(1);
    expect(world.github.requests.some(({ path }) => path.endsWith('/labels'))).toBe(false);
  });

  test('given warnings alone and fail-on: warning, the verdict says that they fail the check', async () => {
    await using world = await startWorld();
    const inputs = { 'fail-on': 'warning', levels: 'response-property-type-changed: warning' };
    const ran = await world.run(await world.propose(shop({ price: 'string' })), { inputs });
    expect(ran.status).toBe(1);
    expect(world.comments()[0]).toMatch(/^.*\n### ✗ 1 warning\n\nWarnings fail this check\.\n/);
    expect(world.comments()[0]).toMatch(/fingerprint: [0-9a-f]{16} # a warning/);
    expect(messagesOf(ran, 'error').at(-1)).toMatch(/warnings fail this check/);
  });
});

describe('the exceptions file', () => {
  test('given what the comment says to add, with reasons, the changes pass; without, the comment says what is missing', async () => {
    await using world = await startWorld();
    const change = shop({ price: 'string', required: ['currency'] });
    expect((await world.run(await world.propose(change))).status).toBe(1);
    const entries = /```yaml\n(exceptions:\n[^`]*)```/.exec(world.comments()[0] ?? '')?.[1] ?? '';
    expect(entries.match(/# \d$/gm)).toEqual(['# 1', '# 2']);

    await world.github.commit('main', { [EXCEPTIONS]: entries });
    const bare = await world.run(await world.propose(change));
    expect(bare.status).toBe(1);
    expect(world.comments()[1]).toContain('line 3: reason: is empty: say why this is accepted');

    const withReasons = entries.replaceAll('""', '"every app reads both"');
    await world.github.commit('main', { [EXCEPTIONS]: withReasons });
    const ran = await world.run(await world.propose(change));
    expect(ran.status).toBe(0);
    expect(ran.report?.exceptions?.accepted).toHaveLength(2);
    expect(world.comments()).toHaveLength(2);
  });

  const accepting = 'exceptions:\n  - id: response-property-type-changed\n    reason: all apps read both\n';

  test('given one on the base that was added after the branch parted, accepts what it names', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    await world.github.commit('main', { [EXCEPTIONS]: accepting });
    const ran = await world.run(pull);
    expect(ran.status).toBe(0);
    expect(ran.report?.exceptions?.accepted).toHaveLength(1);
    expect(ran.summary).toContain('1 change accepted');
  });

  test('given one that the pull request brings along, accepts nothing, unless exceptions-from: head allows it', async () => {
    await using world = await startWorld();
    const pull = await world.propose({ ...shop({ price: 'string' }), [EXCEPTIONS]: accepting });
    expect((await world.run(pull)).status).toBe(1);
    expect((await world.run(pull, { inputs: { 'exceptions-from': 'head' } })).status).toBe(0);
  });

  test('given an entry for the path of a document, accepts that document’s change alone', async () => {
    const entry = `exceptions:\n  - id: response-property-type-changed\n    document: ${PUBLIC_API}\n    reason: x\n`;
    await using world = await startWorld({ github: { files: { ...shop(), [EXCEPTIONS]: entry } } });
    const text = document({ price: 'string' });
    const both = snapshot([
      { id: 1, name: 'Public API', path: 'acme/shop/public-api.json', text },
      { id: 2, name: 'Private API', path: 'acme/shop/private-api.json', text },
    ]);
    const ran = await world.run(await world.propose(both));
    expect(ran.report?.summary.error).toBe(1);
    expect(ran.report?.exceptions?.accepted).toHaveLength(1);
  });

  test('given one that can not be used, accepts nothing and says which line is wrong', async () => {
    await using world = await startWorld({
      github: { files: { ...shop(), [EXCEPTIONS]: 'exceptions:\n  - id: x\n' } },
    });
    const ran = await world.run(await world.propose(shop({ price: 'string' })));
    expect(ran.status).toBe(1);
    expect(world.comments()[0]).toMatch(
      /- \*\*Exceptions\*\* `.xano-specs\/exceptions.yml`: `Nothing is accepted.*line 2/,
    );
  });
});

describe('the mark on the commit', () => {
  test('given check-as: check-run, a check run holds the verdict and the report', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    await world.run(pull, { inputs: { 'check-as': 'check-run' } });
    expect(world.github.state.checkRuns).toMatchObject([
      {
        headSha: pull.headSha,
        fields: {
          name: 'API diff',
          status: 'completed',
          conclusion: 'failure',
          title: expect.stringMatching(/^1 breaking change/),
          summary: expect.stringContaining('### ✗ 1 breaking change'),
        },
      },
    ]);
  });

  test('given check-as: commit-status, a status links to the run', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ paths: ['/review'] }));
    await world.run(pull, { inputs: { 'check-as': 'commit-status', 'comment-key': 'web' } });
    expect(world.github.state.statuses).toMatchObject([
      {
        sha: pull.headSha,
        state: 'success',
        context: 'API diff (web)',
        description: expect.stringMatching(/^No breaking change, 1 safe change/),
        targetUrl: expect.stringContaining('/actions/runs/4711'),
      },
    ]);
  });

  test('given a pull request of a bot, which starts no workflow, marks its head from another run', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const inputs = { 'pull-request-number': String(pull.number), 'check-as': 'commit-status' };
    await world.runFor({ name: 'workflow_dispatch', payload: workflowDispatch(world.github) }, { inputs });
    expect(world.github.state.statuses).toMatchObject([{ sha: pull.headSha, state: 'failure' }]);
    expect(world.comments()).toHaveLength(1);
  });

  test('given a token that may not mark, says so and fails nothing', async () => {
    await using world = await startWorld();
    const githubToken = world.github.addToken({ contents: 'read', pull_requests: 'write' });
    const pull = await world.propose(shop({ paths: ['/review'] }));
    const ran = await world.run(pull, { inputs: { 'check-as': 'check-run' }, githubToken });
    expect(ran.status).toBe(0);
    expect(messagesOf(ran, 'notice')[0]).toMatch(/commit could not be marked.*checks: write/);
  });
});
