import { expect, test } from '@jest/globals';
import { workspaceOf } from './runner/branches.ts';
import { MANIFEST, startWorld, type World } from './runner/world.ts';

/** The newest secret of this kind that Xano has handed out. */
function newest(world: World, kind: string): string {
  return world.xano.secrets().findLast(({ label }) => label.startsWith(kind))?.value ?? 'none yet';
}

test.each([
  ["its instance's token", 'instance-token:explore-instance', 'developer-api'],
  ['the token of its own address', 'documentation-token:Private API', 'metadata-api'],
  ["the token of another group's address", 'documentation-token:Public API', 'metadata-api'],
])(
  'given a document that holds %s, which Xano handed out during the run, then it is not written, and the others are',
  async (_, kind, api) => {
    await using world = await startWorld();
    // The Developer API gives no such token, and these documents could not be read with it.
    if (api === 'metadata-api') {
      world.group('Private API').documentation = 'token';
      world.group('Public API').documentation = 'token';
    }
    // Written when it is asked for, after the token was handed out.
    world.group('Private API').document = () =>
      JSON.stringify({
        openapi: '3.0.0',
        info: { title: 'Books', version: '1' },
        servers: [{ url: `https://books.example/api?token=${newest(world, kind)}` }],
        paths: {},
      });
    const developer = { 'xano-access-token': '', 'xano-developer-api-key': world.xano.developerApiKey };
    const ran = await world.run({ inputs: api === 'developer-api' ? developer : {} });
    const { groups } = ran.result ?? {};
    expect(groups?.find(({ group }) => group.name === 'Private API')).toMatchObject({
      status: 'new-failed',
      error: {
        code: 'CREDENTIAL_IN_DOCUMENT',
        message: 'The document holds a credential of this run, and was not written.',
      },
    });
    expect(groups?.find(({ group }) => group.name === 'Public API')?.status).toBe('added');
  },
);

test("given the token of a document's address in the name of its workspace, then neither the manifest nor a path nor a commit holds it", async () => {
  await using world = await startWorld();
  world.group('Private API').documentation = 'token';
  await world.run();
  const token = newest(world, 'documentation-token:Private API');
  workspaceOf(world).name = `Books (docs: ${token})`;
  await world.run();
  const paths = await world.paths();
  expect(await world.github.readFile('main', MANIFEST)).toContain('Books (docs: [redacted])');
  expect(paths).toContain('specs/explore-instance/books-docs-redacted/private-api.json');
  expect(await world.github.git('log', '--all', '--patch')).not.toContain(token);
});
