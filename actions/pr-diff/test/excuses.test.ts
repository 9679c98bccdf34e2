import { describe, expect, test } from '@jest/globals';
import { document, PUBLIC_API, shop, snapshot } from './runner/documents.ts';
import { messagesOf, type RunOptions, startWorld, type World } from './runner/world.ts';

const group = (id: number, name: string, path: string, text = document()) => ({ id, name, path, text });

const PRIVATE = group(2, 'Private API', 'acme/shop/private-api.json');

/** A document whose one answer is described in another file. */
const referring = (ref: string, key = '$ref') =>
  `{"openapi":"3.0.3","info":{"title":"A","version":"1"},"paths":{"/book":{"get":{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"${key}":"${ref}"}}}}}}}}}`;

const part = (type: string) => `{"type":"object","required":["id"],"properties":{"id":{"type":"${type}"}}}`;

/** Commits a symbolic link. */
async function link({ github }: World, path: string, target: string, branch = 'main'): Promise<void> {
  const create = async (what: string, fields: object): Promise<string> => {
    const answer = await fetch(`${github.apiUrl}/repos/acme/shop/git/${what}`, {
      method: 'POST',
      headers: { authorization: `token ${github.personalToken}` },
      body: JSON.stringify(fields),
    });
    return ((await answer.json()) as { sha: string }).sha;
  };
  const tip = (await github.git('rev-parse', branch)).trim();
  const tree = await create('trees', {
    base_tree: tip,
    tree: [{ path, mode: '120000', type: 'blob', content: target }],
  });
  const commit = await create('commits', { message: 'Link', tree, parents: [tip] });
  await github.git('update-ref', `refs/heads/${branch}`, commit);
}

const pathsOf = (text: string) => JSON.stringify((JSON.parse(text) as { paths: unknown }).paths);

type Files = Readonly<Record<string, string | null>>;

/** What becomes of a pull request that changes these files. */
async function proposed(base: Readonly<Record<string, string>>, changes: Files, how: RunOptions = {}) {
  await using world = await startWorld({ github: { files: base } });
  const ran = await world.run(await world.propose(changes), how);
  return { status: ran.status, verdict: ran.outputs.verdict, comment: world.comments()[0] ?? '' };
}

describe('a pull request that would hide what it breaks', () => {
  test('by a manifest that says the API group is in a copy of the old file, fails', async () => {
    const moved = snapshot([group(1, 'Public API', 'acme/shop/copy.json'), PRIVATE]);
    const changes = { ...moved, [PUBLIC_API]: document({ price: 'string' }) };
    expect(await proposed(shop(), changes)).toMatchObject({ status: 1, verdict: 'breaking' });
  });

  test('by a new name for its file, of which the exceptions file accepts changes, fails', async () => {
    const accepting =
      'exceptions:\n  - id: response-property-type-changed\n    document: specs/acme/shop/legacy.json\n    reason: x\n';
    const renamed = snapshot([
      group(1, 'Public API', 'acme/shop/legacy.json', document({ price: 'string' })),
      PRIVATE,
    ]);
    const base = { ...shop(), '.xano-specs/exceptions.yml': accepting };
    const changes = { ...renamed, [PUBLIC_API]: null };
    expect(await proposed(base, changes)).toMatchObject({ status: 1, verdict: 'breaking' });
    const fromHead = { inputs: { 'exceptions-from': 'head' } } as const;
    expect(await proposed(base, changes, fromHead)).toMatchObject({ status: 0 });
  });

  test('by a part of a snapshot’s document in another file, where later changes would not be looked for, fails', async () => {
    const split = snapshot([
      group(1, 'Public API', 'acme/shop/public-api.json', referring('../../../book.json')),
      PRIVATE,
    ]);
    const { status, comment } = await proposed(shop(), { ...split, 'book.json': part('integer') });
    expect(status).toBe(1);
    expect(comment).toContain('A document of a snapshot is one file');
  });

  test.each([
    ['outside of the folder', 'api/a.json', '../parts/book.json', 'parts/book.json', { directory: 'api' }],
    ['without an extension', 'api/a.json', './book', 'api/book', { files: 'api/a.json' }],
    ['that is a document too', 'api/a.json', './b.json#/x-book', 'api/b.json', { files: 'api/*.json' }],
  ])('by a part %s, fails', async (_where, path, ref, partPath, inputs) => {
    const text = (type: string) =>
      ref.includes('#') ? `{"openapi":"3.0.3","info":{},"paths":{},"x-book":${part(type)}}` : part(type);
    const base = { [path]: referring(ref), [partPath]: text('integer') };
    expect(await proposed(base, { [partPath]: text('string') }, { inputs })).toMatchObject({
      status: 1,
      verdict: 'breaking',
    });
  });

  test('by a part of a kind whose changes are not looked for, fails', async () => {
    const changes = { 'api/a.json': referring('./book.ts'), 'api/book.ts': part('integer') };
    const { status, comment } = await proposed({ 'api/a.json': document() }, changes, {
      inputs: { files: 'api/*' },
    });
    expect(status).toBe(1);
    expect(comment).toContain('A part of a document is a .json or .yaml file');
  });

  test('by escapes in the key of a reference, fails', async () => {
    const base = { 'api/a.json': referring('./book.json'), 'api/book.json': part('integer') };
    const changes = {
      'api/a.json': referring('./book.json', '\\u0024ref'),
      'api/book.json': part('string'),
    };
    expect(await proposed(base, changes, { inputs: { files: 'api/a.json' } })).toMatchObject({
      status: 1,
      verdict: 'breaking',
    });
  });

  test('in Git LFS, fails, and says that what it holds is not in git', async () => {
    const pointer = (hash: string) =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${hash.repeat(64)}\nsize 12345\n`;
    const { status, comment } = await proposed(
      { 'specs/a.json': pointer('a') },
      { 'specs/a.json': pointer('b') },
    );
    expect(status).toBe(1);
    expect(comment).toContain('is kept in Git LFS');
  });

  test('in a document that is named in full and has no extension, fails', async () => {
    const changes = { 'api/books': document({ price: 'string' }) };
    const how = { inputs: { files: 'api/books' } };
    expect(await proposed({ 'api/books': document() }, changes, how)).toMatchObject({ status: 1 });
  });

  test('in bytes that are no UTF-8, fails', async () => {
    const named = (path: string) => Buffer.from(document({ paths: [path] }), 'latin1');
    await using world = await startWorld({ github: { files: { 'specs/a.json': named('/caf\u00e9') } } });
    const ran = await world.run(await world.propose({ 'specs/a.json': named('/caf\u00e8') }));
    expect(ran.outputs).toMatchObject({ verdict: 'breaking', errors: '1' });
  });

  test('by a key that stands twice, of which each reader takes another one, fails', async () => {
    const twice = (first: string, last: string) => first.replace(/\}\s*$/, `,"paths":${pathsOf(last)}}`);
    const changed = document({ price: 'string' });
    const hidden = await proposed(
      { 'specs/a.json': document() },
      { 'specs/a.json': twice(changed, document()) },
    );
    expect(hidden.status).toBe(1);
    expect(hidden.comment).toContain('It writes a key of an object twice');
    // One that stood there before is no fault of the pull request.
    const old = { 'specs/a.json': twice(document(), document()) };
    const more = { 'specs/a.json': twice(document(), document({ paths: ['/more'] })) };
    expect(await proposed(old, more)).toMatchObject({ status: 0, verdict: 'safe' });
  });

  test('in a file that a symbolic link leads to, fails', async () => {
    await using world = await startWorld({ github: { files: { 'docs/books.json': document() } } });
    await link(world, 'api/v1/books.json', '../books.json');
    await link(world, 'api/books.json', '../docs/books.json');
    await link(world, 'api/passwords.json', '/etc/passwd');
    await link(world, 'api/out.json', '../../out.json');
    await link(world, 'api/round.json', './round.json');
    const pull = await world.propose({ 'docs/books.json': document({ price: 'string' }) });
    const ran = await world.run(pull, { inputs: { directory: 'api' } });
    expect(ran.status).toBe(1);
    expect(ran.report?.documents?.map(({ name }) => name)).toEqual(['api/books.json', 'api/v1/books.json']);
  });

  test('by a symbolic link in place of its file, fails', async () => {
    await using world = await startWorld({ github: { files: { 'api/a.json': document() } } });
    const pull = await world.propose({ 'api/note.txt': 'x' }, { branch: 'linked' });
    await link(world, 'api/a.json', '/etc/passwd', 'linked');
    const head = (await world.github.log('linked'))[0]?.sha ?? '';
    const ran = await world.run({ ...pull, headSha: head }, { inputs: { directory: 'api' } });
    expect(ran.status).toBe(1);
    expect(ran.report?.documents).toMatchObject([{ name: 'api/a.json', status: 'removed' }]);
  });

  test('beside a document that nests too deep to be compared, fails for both', async () => {
    const nested = (type: string) =>
      `${'{"properties":{"a":'.repeat(600)}{"type":"${type}"}${'}}'.repeat(600)}`;
    const deep = (type: string) => referring('x').replace('{"$ref":"x"}', nested(type));
    const base = { 'specs/a.json': document(), 'specs/b.json': deep('string') };
    const changes = { 'specs/a.json': document({ price: 'string' }), 'specs/b.json': deep('integer') };
    const { status, verdict, comment } = await proposed(base, changes);
    expect({ status, verdict }).toEqual({ status: 1, verdict: 'breaking' });
    expect(comment).toContain('- **Not readable** `specs/b.json`');
  });
});

describe('inputs that name nothing', () => {
  test.each([
    [{ files: 'apis/*.json' }, 'No document of either commit is named by files: apis/*.json'],
    [{ directory: 'spec' }, 'There is no folder spec in either commit'],
  ])('given %j, a warning says so, and nothing is called safe', async (inputs, words) => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose(shop({ price: 'string' })), { inputs });
    expect(ran.status).toBe(0);
    expect(messagesOf(ran, 'warning')).toEqual([expect.stringContaining(words)]);
    expect(ran.summary).toContain(words);
    expect(ran.summary).toMatch(/^### Nothing was compared\n/);
    expect(ran.outputs.verdict).toBe('none');
    expect(world.comments()).toEqual([]);
  });
});
