import { describe, expect, test } from '@jest/globals';
import { PUBLIC_API, shop } from './runner/documents.ts';
import { messagesOf, startWorld } from './runner/world.ts';

describe('the comment of a pull request', () => {
  test('given a change that breaks, opens with the verdict, shows the API groups, the cause, the witness and the line', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string', paths: ['/review'] }));
    const ran = await world.run(pull);
    const [body = '', ...others] = world.comments();
    expect(others).toEqual([]);
    const lines = body.split('\n');
    expect(lines[1]).toBe('### ✗ 1 breaking change in 1 API group · 1 safe change');
    expect(body).toContain('| API group | breaking | warnings | safe changes | |');
    expect(body).toMatch(
      /\| `Shop \/ Public API` \| \*\*1\*\* \| – \| 1 \| \[what changed\]\(\S+\/pull\/1\/files#diff-[0-9a-f]{64}\) \|/,
    );
    expect(body).toContain('**1. `price` became text in a response');
    expect(body).toContain(`/blob/${pull.headSha}/${PUBLIC_API}#L`);
    expect(body).toMatch(/\/docs\/checks\/[\w-]+\.md\)/);
    expect(body).toContain('<details><summary>1 safe change</summary>');
    expect(body).toContain(pull.headSha.slice(0, 7));
    expect(body).toContain(
      'to accept a change, add its fingerprint to `.xano-specs/exceptions.yml` or set the label `api-break-accepted`',
    );
    expect(body).toContain(`[full report](${world.github.serverUrl}/acme/shop/actions/runs/4711)`);
    expect(body).toContain('<details><summary>what to add to the exceptions file</summary>');
    expect(ran.status).toBe(1);
    expect(ran.outputs).toMatchObject({
      verdict: 'breaking',
      errors: '1',
      warnings: '0',
      infos: '1',
      overridden: 'false',
      'comment-id': String(world.github.state.comments[0]?.id),
      'comment-url': expect.stringContaining('/pull/1#issuecomment-'),
    });
    expect(messagesOf(ran, 'error').at(-1)).toMatch(/^1 breaking change, 1 safe change/);
  });

  test('given another push that breaks more, edits the comment in place, so no push adds one', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    await world.run(pull);
    const before = world.github.state.comments[0]?.id;
    await world.github.commit(pull.head.branch, shop({ price: 'string', required: ['currency'] }));
    await world.run(pull);
    expect(world.github.state.comments.map(({ id }) => id)).toEqual([before]);
    expect(world.comments()[0]).toContain('### ✗ 2 breaking changes');
  });

  test('given the same commits again, leaves the comment alone', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    await world.run(pull);
    const writes = () => world.github.requests.filter(({ method }) => method !== 'GET').length;
    const before = writes();
    const ran = await world.run(pull, { env: { GITHUB_RUN_ID: '4712' } });
    expect(writes()).toBe(before);
    expect(ran.stdout).toContain('The comment was unchanged');
    expect(ran.outputs['comment-id']).toBe(String(world.github.state.comments[0]?.id));
  });

  test.each([
    ['update', /^.*\n### ✓ No breaking change\n/],
    ['keep', /^.*\n### ✗ 1 breaking change/],
    ['delete', null],
  ])('given that it was mended and on-clean: %s, keeps to it', async (onClean, expected) => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    await world.run(pull);
    await world.github.commit(pull.head.branch, { ...shop(), 'README.md': 'mended' });
    const ran = await world.run(pull, { inputs: { 'on-clean': onClean } });
    expect(ran.status).toBe(0);
    if (expected === null) expect(world.comments()).toEqual([]);
    else expect(world.comments()).toEqual([expect.stringMatching(expected)]);
  });

  test('given one API group that changed and breaks nobody, says so in one line, and folds the rest', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose(shop({ paths: ['/review'] })));
    const lines = ran.summary.split('\n').filter((line) => line !== '');
    expect(lines.slice(0, 2)).toEqual([
      '### ✓ No breaking change · 1 safe change in `Shop / Public API`',
      '<details><summary>1 safe change</summary>',
    ]);
  });

  test('given nothing to warn of and no comment, writes none and ends well', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose({ 'README.md': 'another' }));
    expect(ran.status).toBe(0);
    expect(world.comments()).toEqual([]);
    expect(ran.outputs).toMatchObject({ verdict: 'same', errors: '0', 'comment-id': '' });
    expect(ran.summary).toContain('### ✓ No breaking change');
  });

  test('given two keys, keeps two comments that never overwrite each other', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    for (const key of ['web', 'mobile', 'web']) await world.run(pull, { inputs: { 'comment-key': key } });
    expect(world.comments().map((body) => /key="(\w+)"/.exec(body)?.[1])).toEqual(['web', 'mobile']);
  });

  test('given 350 comments of others, finds its own on the page where it is', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    for (let index = 0; index < 170; index++) world.github.addComment(pull.number, `before ${index}`);
    await world.run(pull);
    for (let index = 0; index < 180; index++) world.github.addComment(pull.number, `after ${index}`);
    await world.github.commit(pull.head.branch, shop({ price: 'string', required: ['currency'] }));
    await world.run(pull);
    expect(world.github.state.comments).toHaveLength(351);
    expect(world.comments()[170]).toContain('### ✗ 2 breaking changes');
  });

  test('given that edits are refused, writes a new comment', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    await world.run(pull);
    world.github.settings.commentEditsRefused = true;
    await world.github.commit(pull.head.branch, shop({ price: 'string', required: ['currency'] }));
    await world.run(pull);
    expect(world.comments()).toHaveLength(2);
    expect(world.comments()[1]).toContain('### ✗ 2 breaking changes');
  });

  test('given a newer commit meanwhile, leaves the comment to the run for that one', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const old = { ...pull };
    await world.github.commit(pull.head.branch, shop({ price: 'string', required: ['currency'] }));
    await world.run(pull);
    const [body] = world.comments();
    const ran = await world.run(old);
    expect(world.comments()).toEqual([body]);
    expect(ran.stdout).toContain('The pull request has a newer commit by now');
  });

  test('given comment: false, writes none, and says the rest', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose(shop({ price: 'string' })), {
      inputs: { comment: 'false' },
    });
    expect(world.comments()).toEqual([]);
    expect(ran.summary).toContain('### ✗ 1 breaking change');
    expect(ran.status).toBe(1);
  });
});
