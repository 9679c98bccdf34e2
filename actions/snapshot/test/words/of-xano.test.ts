import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Misbehaviour, misbehave } from '@xano-specs/fake-xano';
import { startWorld, type World } from '../runner/world.ts';

/** Where a person makes a new token, as every refusal of one says it. */
const WHERE =
  'under Instances → your instance → Metadata API, with Workspace API: Read and Instance Workspace: Read';

const SETTING = 'API group → settings → Swagger documentation';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  expect((await world.run()).status).toBe(0);
});
afterEach(() => world.xano.faults.clear());
afterAll(async () => world[Symbol.asyncDispose]());

type Ran = Awaited<ReturnType<World['run']>>;

/** The annotations of this kind, each as its title and its message. */
const said = (ran: Ran, kind: 'warning' | 'error') =>
  ran.commands.filter(({ name }) => name === kind).map(({ title, message }) => `${title}: ${message}`);

const always = { times: Number.POSITIVE_INFINITY };

describe('a document that Xano does not give', () => {
  test.each<[string, Misbehaviour, RegExp]>([
    [
      'disabled documentation',
      misbehave.documentationDisabled(),
      /is disabled.*Switch the documentation on in Xano: /,
    ],
    [
      'a missing right',
      misbehave.accessDenied(),
      /may not read its document \(403\)\. Give the token Workspace API: Read/,
    ],
    [
      'a server that fails',
      misbehave.serverError(),
      /The server failed several times to give the document.*Run again later\./,
    ],
    [
      'a rate limit without end',
      misbehave.tooManyRequests(0),
      /still limits the requests.*lift the limit with a paid plan/,
    ],
    ['a page in its place', misbehave.htmlPage(), /is no JSON.*Open the address in a browser/],
    [
      'something that is no document',
      misbehave.notOpenApi(),
      /is no OpenAPI document.*Open the documentation of this API group/,
    ],
    [
      'a redirect to another host',
      misbehave.redirectElsewhere(),
      /redirects to another host.*use its new address/,
    ],
    ['a connection that breaks', misbehave.connectionReset(), /broke the connection.*set HTTPS_PROXY/],
  ])('for %s: the reason, what to do, and that the last good one stays', async (_, misbehaviour, words) => {
    world.xano.faults.add({ misbehave: misbehaviour, on: 'group-document', group: 'Public API', ...always });
    const ran = await world.run();
    expect(ran.status).toBe(0);
    const [warning = '', ...more] = said(ran, 'warning');
    expect(more).toEqual([]);
    expect(warning).toMatch(/^Book Marketplace \/ Public API (?:could not be read|became unreadable): /);
    expect(warning).toMatch(words);
    expect(warning).toMatch(/Its last good document was kept\.$/);
    expect(ran.summary).toContain('Its last good document was kept.');
  });

  test('for documentation behind a token, by the Developer API: the setting, and the API that needs none', async () => {
    const fault = misbehave.documentationNeedsToken();
    world.xano.faults.add({ misbehave: fault, on: 'group-document', group: 'Public API', ...always });
    const ran = await world.run({
      inputs: { 'xano-access-token': '', 'xano-developer-api-key': world.xano.developerApiKey },
    });
    expect(said(ran, 'warning').at(-1)).toContain(
      `Make the documentation public in Xano (${SETTING}), or use the Metadata API (xano-access-token)`,
    );
  });
});

describe('a credential that Xano does not take', () => {
  const withToken = (token: string) => world.run({ inputs: { 'xano-access-token': token } });

  test('since it has expired: when, and where to make a new one', async () => {
    const ran = await withToken(world.xano.issueAccessToken({ lifeMs: -86_400_000 }));
    expect(ran.status).toBe(1);
    expect(said(ran, 'error').join()).toMatch(
      /Xano refused the credential for the list of instances \(401 .*It expired on \d{4}-\d\d-\d\d\. Make a new access token in Xano /,
    );
    expect(said(ran, 'error').join()).toContain(WHERE);
    expect(said(ran, 'error').join()).toContain(
      `put it into xano-access-token. Its value is a secret of this repository, under Settings, Secrets and variables, Actions: ${world.github.serverUrl}/acme/shop/settings/secrets/actions`,
    );
  });

  test('since it is of the other kind: what it looks like, and where it belongs', async () => {
    const ran = await withToken(world.xano.developerApiKey);
    expect(ran.status).toBe(1);
    const words =
      'xano-access-token does not hold a Metadata API access token; it looks like a Developer API key';
    expect(said(ran, 'warning').join()).toContain(words);
    expect(said(ran, 'error').join()).toContain(
      'If it is one, put it into xano-developer-api-key and leave xano-access-token unset.',
    );
  });

  test.each([20, 60])(
    'since only %d characters of it were copied: that, and nothing of the other API',
    async (length) => {
      const ran = await withToken(world.xano.accessToken.slice(0, length));
      expect(ran.status).toBe(1);
      expect(said(ran, 'warning').join()).toContain('xano-access-token holds only a part of a token');
      const error = said(ran, 'error').join();
      expect(error).toContain('Copy the token again, from its first character to its last.');
      expect(error).not.toContain('DEVELOPER');
    },
  );

  test('for a part of the account, since it is pinned: the rights, the filter, and that the files stay', async () => {
    const ran = await withToken(world.xano.issueAccessToken({ workspace: 2 }));
    expect(ran.status).toBe(0);
    const [first = ''] = said(ran, 'warning');
    expect(first).toMatch(
      /could not be listed: The credential may not read .*Give the access token Workspace API: Read and Instance Workspace: Read there\. If it is pinned to one workspace, select that one with a filter.*The documents of what it holds were kept\.$/,
    );
    expect(ran.result?.counts).toMatchObject({ documents: 3, removed: 0 });
  });

  test('for what the filters select, since they select nothing: where to look', async () => {
    const ran = await world.run({ inputs: { workspaces: 'Bok Marketplace' } });
    expect(said(ran, 'warning').join()).toContain(
      'There is no API group that this credential can see and the filters select: Look at the filters for a typing error',
    );
    expect(ran.result?.counts).toMatchObject({ documents: 3, removed: 0 });
  });
});
