import { describe, expect, test } from '@jest/globals';
import { document, PRIVATE_API, PUBLIC_API, shop, snapshot } from './runner/documents.ts';
import { messagesOf, startWorld } from './runner/world.ts';

const group = (id: number, name: string, path: string, text = document()) => ({ id, name, path, text });

describe('which documents are compared', () => {
  test('given a snapshot, only those whose file differs', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose(shop({ price: 'string' })));
    expect(ran.report?.documents?.map(({ name }) => name)).toEqual([PUBLIC_API]);
  });

  test('given an API group that is gone, its operations are gone with it', async () => {
    await using world = await startWorld();
    const left = snapshot([group(1, 'Public API', 'acme/shop/public-api.json')]);
    const ran = await world.run(await world.propose({ ...left, [PRIVATE_API]: null }));
    expect(ran.report?.documents).toMatchObject([
      { name: PRIVATE_API, status: 'removed', summary: { error: 2 } },
    ]);
    expect(world.comments()[0]).toContain('| `Shop / Private API` | **2** | – | – | gone');
  });

  test('given an API group that was renamed, it is one group, compared across its paths', async () => {
    await using world = await startWorld();
    const files = snapshot([
      group(1, 'Storefront', 'acme/shop/storefront.json', document({ price: 'string' })),
      group(2, 'Private API', 'acme/shop/private-api.json'),
    ]);
    const ran = await world.run(await world.propose({ ...files, [PUBLIC_API]: null }));
    expect(ran.report?.documents).toMatchObject([
      { name: 'specs/acme/shop/storefront.json', base: PUBLIC_API, status: 'changed', summary: { error: 1 } },
    ]);
    expect(world.comments()[0]).toContain(
      '- **Renamed** `Shop / Storefront`: `It was called Shop / Public API.`',
    );
  });

  test('given an API group that was renamed and nothing else, says so and breaks nothing', async () => {
    await using world = await startWorld();
    const files = snapshot([
      group(1, 'Storefront', 'acme/shop/storefront.json'),
      group(2, 'Private API', 'acme/shop/private-api.json'),
    ]);
    const ran = await world.run(await world.propose({ ...files, [PUBLIC_API]: null }));
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain('- **Renamed** `Shop / Storefront`');
  });

  test('given a folder without a manifest, compares its documents by their paths and leaves out other files', async () => {
    const files = { 'api/a.json': document(), 'api/package.json': '{"name":"a"}' };
    await using world = await startWorld({ github: { files } });
    const changed = { 'api/a.json': document({ price: 'string' }), 'api/package.json': '{"name":"b"}' };
    const ran = await world.run(await world.propose(changed), { inputs: { directory: 'api' } });
    expect(ran.report?.documents?.map(({ name }) => name)).toEqual(['api/a.json']);
    expect(world.comments()[0]).toContain('| document | breaking |');
  });

  test('given a manifest that holds a conflict, compares by paths and says so', async () => {
    await using world = await startWorld();
    const manifest = '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n';
    const files = { ...shop({ price: 'string' }), 'specs/manifest.json': manifest };
    const ran = await world.run(await world.propose(files));
    expect(ran.report?.summary.error).toBe(1);
    expect(world.comments()[0]).toContain('- **Manifest** `specs/manifest.json`');
  });

  test('given manifests that hold a conflict on both sides, tells of both in the same order each time', async () => {
    const broken = '<<<<<<< ours\n{}\n';
    await using world = await startWorld({ github: { files: { ...shop(), 'specs/manifest.json': broken } } });
    const pull = await world.propose({ ...shop({ price: 'string' }), 'specs/manifest.json': `${broken}\n` });
    // The base's manifest arrives last.
    world.github.faults.next({ path: /\/git\/blobs\// }, { kind: 'bad-gateway' });
    await world.run(pull);
    const sides = [...(world.comments()[0] ?? '').matchAll(/\(at the (base|head)\)/g)].map(
      ([, side]) => side,
    );
    expect(sides).toEqual(['base', 'head']);
  });

  test('given files: globs, those of any folder, without what ! takes away', async () => {
    const files = { 'a/x.yaml': document(), 'b/y.json': document(), 'b/old.json': document() };
    await using world = await startWorld({ github: { files } });
    const changed = Object.fromEntries(
      Object.keys(files).map((path) => [path, document({ price: 'string' })]),
    );
    const inputs = { files: '**/*.{json,yaml}\n!**/old.json' };
    const ran = await world.run(await world.propose(changed), { inputs });
    expect(ran.report?.documents?.map(({ name }) => name)).toEqual(['a/x.yaml', 'b/y.json']);
  });

  test('given a document that was renamed and nothing else, says so and breaks nothing', async () => {
    await using world = await startWorld({ github: { files: { 'api/old.json': document() } } });
    const pull = await world.propose({ 'api/old.json': null, 'api/new.json': document() });
    const ran = await world.run(pull, { inputs: { files: 'api/**' } });
    expect(ran.status).toBe(0);
    expect(ran.outputs.verdict).toBe('same');
    expect(ran.summary).toContain('- **Renamed** `api/new.json`: `Its file was api/old.json.`');
  });

  test('given a document over several files, a change of a part is found through the file that did not change', async () => {
    const root = [
      'openapi: 3.0.3',
      'info: { title: A, version: "1" }',
      'paths:',
      '  /book:',
      '    get:',
      '      responses:',
      '        "200": { description: ok, content: { application/json: { schema: { $ref: "../parts/book.yaml#/Book" } } } }',
    ].join('\n');
    const part = (type: string) =>
      `Book: { type: object, required: [price], properties: { price: { type: ${type} } } }\n`;
    const files = { 'api/root.yaml': root, 'parts/book.yaml': part('number') };
    await using world = await startWorld({ github: { files } });
    const pull = await world.propose({ 'parts/book.yaml': part('string') });
    const ran = await world.run(pull, { inputs: { files: 'api/*.yaml' } });
    expect(ran.report?.summary.error).toBe(1);
    expect(world.comments()[0]).toContain(`/blob/${pull.headSha}/parts/book.yaml#L1`);
  });

  test('given a part that is not there, says which reference leads nowhere, and fails', async () => {
    const root = '{"openapi":"3.0.3","info":{"title":"A","version":"1"},"paths":{"/a":{"$ref":"none.json"}}}';
    await using world = await startWorld();
    const ran = await world.run(await world.propose({ 'api/root.json': root }), {
      inputs: { files: 'api/*' },
    });
    expect(ran.status).toBe(1);
    expect(ran.summary).toContain("### ✗ 1 document can't be read");
    expect(ran.summary).toContain('none.json');
  });

  test('given a reference out of the repository or to the network, reads neither', async () => {
    const root = (ref: string) =>
      `{"openapi":"3.0.3","info":{"title":"A","version":"1"},"paths":{"/a":{"$ref":"${ref}"}}}`;
    await using world = await startWorld();
    const files = {
      'api/a.json': root('../../secret.json'),
      'api/b.json': root('https://example.com/x.json'),
    };
    const ran = await world.run(await world.propose(files), { inputs: { files: 'api/*' } });
    expect(ran.summary).toContain("### ✗ 2 documents can't be read");
    expect(ran.summary).toContain('remote documents are not fetched');
  });
});

describe('documents that can not be read', () => {
  test('given one that is broken in the pull request, compares the others, says what is wrong, and fails', async () => {
    await using world = await startWorld();
    const files = { ...shop({ price: 'string' }), [PRIVATE_API]: '{"openapi": "3.0.3", ' };
    const ran = await world.run(await world.propose(files));
    expect(ran.status).toBe(1);
    expect(ran.report?.summary.error).toBe(1);
    expect(world.comments()[0]).toContain(
      '- **Not readable** `Shop / Private API`: `specs/acme/shop/private-api.json is no valid JSON',
    );
  });

  test('given nothing else, the verdict does not say that nothing breaks', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose({ [PRIVATE_API]: '<!doctype html>' }));
    expect(ran.status).toBe(1);
    expect(world.comments()[0]).toContain("### ✗ 1 API group can't be read");
    expect(ran.outputs.verdict).toBe('failed');
    expect(messagesOf(ran, 'error').at(-1)).toMatch(/1 API group can't be read/);
  });

  test('given one that the pull request mends, says that it was not compared, and passes', async () => {
    await using world = await startWorld({ github: { files: { ...shop(), [PRIVATE_API]: '{' } } });
    const ran = await world.run(await world.propose(shop()));
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain('- **Not compared** `Shop / Private API`');
  });
});
