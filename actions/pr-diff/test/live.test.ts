import { describe, expect, test } from '@jest/globals';
import { pullRequest, schedule } from './runner/payloads.ts';
import { messagesOf } from './runner/world.ts';
import { startXanoWorld } from './runner/xano-world.ts';

interface Result {
  readonly ruleId: string;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number };
    };
  }[];
}

describe('compare: live', () => {
  test('given a backend that moved under a pull request, says what broke since the snapshot', async () => {
    await using world = await startXanoWorld();
    await world.snapshot('main');
    world.column('book', 'price').type = 'text';
    const pull = await world.propose({ 'app.js': 'x' });
    const ran = await world.run(pull, { inputs: world.liveInputs });
    expect(ran.status).toBe(1);
    const [body = ''] = world.comments();
    expect(body).toMatch(/`price` became text in a response that \d+ operations share/);
    expect(body).toContain('with Xano as it is now');
    expect(body).not.toContain('what changed');
    // Xano has no lines: what is shown are those of the snapshot.
    expect(body).toMatch(
      new RegExp(
        `\\(\\S+/blob/${pull.headSha}/specs/explore-instance/book-marketplace/public-api\\.json#L\\d+\\)`,
      ),
    );
    expect(ran.stdout).toContain('::add-mask::');
    const again = await world.run(pull, { inputs: world.liveInputs, env: { GITHUB_RUN_ID: '4712' } });
    expect(again.stdout).toContain('The comment was unchanged');
  });

  test('given changes in Xano, the SARIF file names places of the committed snapshot alone', async () => {
    await using world = await startXanoWorld();
    await world.snapshot('main');
    world.column('book', 'price').type = 'text';
    world.column('book', 'title').name = 'heading';
    const pull = await world.propose({ 'app.js': 'x' });
    const ran = await world.run(pull, { inputs: world.liveInputs });
    const [, text = ''] = [...ran.files].find(([path]) => path.endsWith('.sarif')) ?? [];
    const results = JSON.parse(text).runs[0].results as readonly Result[];
    const shown = new Set<string>();
    for (const { ruleId, locations } of results) {
      const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
      const committed = await world.github.git('show', `${pull.headSha}:${artifactLocation?.uri}`);
      const line = committed.split('\n')[(region?.startLine ?? 0) - 1]?.trim();
      shown.add(`${ruleId}: ${region?.startLine === 1 ? 'the top of the file' : line}`);
    }
    expect([...shown].sort()).toEqual([
      'new-optional-request-property: the top of the file',
      'new-required-request-property: the top of the file',
      'request-property-removed: "title": {',
      'request-property-type-changed: "type": "number",',
      'response-optional-property-added: the top of the file',
      'response-optional-property-removed: "title": {',
      'response-property-type-changed: "type": "number",',
    ]);
  });

  test('given a backend that is as it was, finds nothing, on a schedule too', async () => {
    await using world = await startXanoWorld();
    await world.snapshot('main');
    const event = { name: 'schedule', payload: schedule(world.github) };
    const ran = await world.runFor(event, { inputs: world.liveInputs });
    expect(ran.status).toBe(0);
    expect(ran.outputs.verdict).toBe('same');
  });

  test('given a document that can not be had this time, compares the others, says so, and fails nothing', async () => {
    await using world = await startXanoWorld();
    await world.snapshot('main');
    const group = world.xano.account.instances[0]?.workspaces[0]?.branches[0]?.groups[0];
    if (group === undefined) throw new Error('The book shop has no API group.');
    group.document = () => 'no document';
    const event = { name: 'schedule', payload: schedule(world.github) };
    const ran = await world.runFor(event, { inputs: world.liveInputs });
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain('- **Not compared** `Explore Instance / Book Marketplace / ');
  });

  test('given no snapshot to compare with, says so and asks Xano for nothing', async () => {
    await using world = await startXanoWorld();
    const ran = await world.run(await world.propose({ 'app.js': 'x' }), { inputs: world.liveInputs });
    expect(ran.status).toBe(0);
    expect(ran.outputs.verdict).toBe('none');
    expect(messagesOf(ran, 'notice')[0]).toMatch(/has no snapshot in specs.*Take one/);
    expect(world.xano.log.all()).toEqual([]);
  });

  test('given filters that select nothing, fails and says where to look', async () => {
    await using world = await startXanoWorld();
    await world.snapshot('main');
    const event = { name: 'schedule', payload: schedule(world.github) };
    const ran = await world.runFor(event, { inputs: { ...world.liveInputs, groups: 'Pubic*' } });
    expect(ran.status).toBe(1);
    expect(ran.outputs.verdict).toBe('failed');
    expect(messagesOf(ran, 'error')[0]).toMatch(/filters select no API group.*typing error/);
  });

  test('given no credential, says which input to set; on a pull request from a fork, which gets none, passes', async () => {
    await using world = await startXanoWorld();
    await world.snapshot('main');
    const inputs = { compare: 'live' };
    const own = await world.run(await world.propose({ 'app.js': 'x' }), { inputs });
    expect(own.status).toBe(1);
    expect(messagesOf(own, 'error')[0]).toMatch(/needs a credential.*xano-access-token/);
    const pull = await world.propose({ 'app.js': 'y' }, { fork: 'eve' });
    const forked = await world.runFor(
      { name: 'pull_request', payload: pullRequest(world.github, pull) },
      { inputs },
    );
    expect(forked.status).toBe(0);
    expect(messagesOf(forked, 'notice')[0]).toMatch(/gets no secrets/);
  });

  test('given a credential that Xano refuses, fails with a word why, and never says that nothing breaks', async () => {
    await using world = await startXanoWorld();
    await world.snapshot('main');
    const inputs = { ...world.liveInputs, 'xano-access-token': 'not-a-token-of-anybody' };
    const ran = await world.run(await world.propose({ 'app.js': 'x' }), { inputs });
    expect(ran.status).toBe(1);
    expect(ran.outputs.verdict).toBe('failed');
    expect(messagesOf(ran, 'error').join()).toMatch(/401|refused/);
  });
});
