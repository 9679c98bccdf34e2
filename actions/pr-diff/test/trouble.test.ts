import { describe, expect, test } from '@jest/globals';
import type { Fault } from '@xano-specs/fake-github';
import { shop } from './runner/documents.ts';
import { messagesOf, startWorld } from './runner/world.ts';

const POST_COMMENT = { method: 'POST', path: /\/issues\/\d+\/comments$/ };

describe('a token that only reads', () => {
  test.each([
    ['nothing that breaks', { paths: ['/review'] }, 0],
    ['a breaking change', { price: 'string' as const }, 1],
  ])('given %s, the status is that of the report and not of the permission', async (_what, shape, status) => {
    await using world = await startWorld();
    const pull = await world.propose(shop(shape), { fork: 'eve' });
    const ran = await world.run(pull, { githubToken: world.github.readOnlyToken });
    expect(ran.status).toBe(status);
    expect(world.comments()).toEqual([]);
    expect(ran.outputs).toMatchObject({
      'report-json': expect.any(String),
      'report-sarif': expect.any(String),
    });
    expect(ran.summary).toMatch(/^### [✓✗]/);
  });

  test('given a breaking change, the annotations are there, and a notice says why there is no comment', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }), { fork: 'eve' });
    const ran = await world.run(pull, { githubToken: world.github.readOnlyToken });
    expect(messagesOf(ran, 'notice').join()).toMatch(
      /comment could not be written.*pull-requests: write.*fork/,
    );
    expect(messagesOf(ran, 'error')).toHaveLength(2);
  });

  test('given contents: read alone, the report is made', async () => {
    await using world = await startWorld();
    const githubToken = world.github.addToken({ contents: 'read' });
    const ran = await world.run(await world.propose(shop({ paths: ['/review'] })), { githubToken });
    expect(ran.status).toBe(0);
    expect(ran.outputs.verdict).toBe('safe');
  });

  test('given no permission to read, the run fails and says which one to give', async () => {
    await using world = await startWorld();
    const githubToken = world.github.addToken({});
    const ran = await world.run(await world.propose(shop()), { githubToken });
    expect(ran.status).toBe(1);
    expect(messagesOf(ran, 'error')[0]).toMatch(/contents: read/);
  });
});

describe('trouble with the comment', () => {
  test.each<[string, Fault, RegExp]>([
    [
      '403',
      { kind: 'status', status: 403, message: 'Resource not accessible by integration' },
      /lacks a permission/,
    ],
    ['404', { kind: 'status', status: 404, message: 'Not Found' }, /knows no such thing/],
    ['422', { kind: 'status', status: 422, message: 'Validation Failed' }, /Validation Failed/],
    ['502', { kind: 'bad-gateway' }, /trouble of its own/],
  ])('given a %s, the result stays as it is and the log says why', async (_status, fault, why) => {
    await using world = await startWorld();
    const pull = await world.propose({ ...shop({ price: 'string' }) });
    world.github.faults.next(POST_COMMENT, fault);
    const ran = await world.run(pull, { inputs: { 'fail-on': 'none' } });
    expect(ran.status).toBe(0);
    expect([...messagesOf(ran, 'notice'), ...messagesOf(ran, 'warning')].join()).toMatch(why);
    expect(ran.summary).toContain('### ✗ 1 breaking change');
  });

  test.each<[string, Fault]>([
    [
      'a 429 with Retry-After',
      { kind: 'status', status: 429, message: 'Slow down', headers: { 'retry-after': '1' } },
    ],
    ['a secondary rate limit', { kind: 'secondary-rate-limit', retryAfterSeconds: 1 }],
  ])('given %s, waits and comments', async (_what, fault) => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    world.github.faults.next(POST_COMMENT, fault);
    const ran = await world.run(pull);
    expect(world.comments()).toHaveLength(1);
    expect(ran.stdout).toMatch(/Waiting \d+ s for GitHub's secondary rate limit/);
  });
});

describe('trouble on the way', () => {
  test('given one 502 while a document is read, reads it again', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    world.github.faults.next({ path: /\/git\/blobs\// }, { kind: 'bad-gateway' });
    expect((await world.run(pull)).outputs.verdict).toBe('breaking');
  });

  test('given that GitHub does not give a document, fails with a word why, and never says that nothing breaks', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    world.github.faults.next(
      { path: /\/git\/blobs\// },
      { kind: 'status', status: 401, message: 'Bad credentials' },
      9,
    );
    const ran = await world.run(pull);
    expect(ran.status).toBe(1);
    expect(ran.outputs.verdict).toBe('failed');
    expect(messagesOf(ran, 'error')[0]).toMatch(/does not accept the token/);
    expect(ran.summary).toContain('### ✗ No report could be made');
  });

  test('given a document that GitHub does not give for its size, compares the others and says so', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const message = 'The requested blob is too large to fetch via the API.';
    world.github.faults.next({ path: /\/git\/blobs\// }, { kind: 'status', status: 403, message }, 9);
    const ran = await world.run(pull, { inputs: { files: 'specs/acme/**' } });
    expect(ran.status).toBe(1);
    expect(ran.summary).toContain("### ✗ 1 document can't be read");
    expect(ran.summary).toMatch(/larger than the 100 MB that GitHub gives through its API\. Leave it out/);
  });

  test('given that the labels can not be read, lets nothing pass and says so', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    world.github.setLabel(pull.number, 'api-break-accepted', 'ada');
    world.github.faults.next({ path: /\/labels$/ }, { kind: 'status', status: 404 });
    const ran = await world.run(pull);
    expect(ran.status).toBe(1);
    expect(messagesOf(ran, 'warning')[0]).toMatch(/label api-break-accepted was not looked for/);
  });

  test('given a summary that can not be written, says the rest, and the status stays that of the report', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose(shop({ paths: ['/review'] })), {
      env: { GITHUB_STEP_SUMMARY: 'no-such-folder/summary' },
    });
    expect(ran.status).toBe(0);
    expect(ran.outputs.verdict).toBe('safe');
    expect(messagesOf(ran, 'warning')[0]).toMatch(/job summary could not be written/);
  });

  test('given inputs that can not be used, names each of them', async () => {
    await using world = await startWorld();
    const inputs = { 'fail-on': 'errors', 'pull-request-number': 'x', levels: 'nope: error' };
    const ran = await world.run(await world.propose(shop({ price: 'string' })), { inputs });
    expect(ran.status).toBe(1);
    expect(messagesOf(ran, 'error')[0]).toMatch(
      /pull-request-number is "x"; write a number; fail-on is "errors".*levels names "nope", which is no check/,
    );
  });
});
