import { describe, expect, test } from '@jest/globals';
import { document, PUBLIC_API, shop, snapshot } from './runner/documents.ts';
import { type RunOptions, startWorld } from './runner/world.ts';

const group = (id: number, name: string, path: string, text = document()) => ({ id, name, path, text });

const PRIVATE = group(2, 'Private API', 'acme/shop/private-api.json');

/** A document whose one answer is described in another file. */
const referring = (ref: string, key = '$ref') =>
  `{"openapi":"3.0.3","info":{"title":"A","version":"1"},"paths":{"/book":{"get":{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"${key}":"${ref}"}}}}}}}}}`;

const part = (type: string) => `{"type":"object","required":["id"],"properties":{"id":{"type":"${type}"}}}`;

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
