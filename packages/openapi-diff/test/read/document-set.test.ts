import { describe, expect, test } from '@jest/globals';
import { type ReadSetOptions, readDocumentSet } from '../../src/read/document-set.ts';
import { ReadError } from '../../src/read/errors.ts';

/** Reads a set from texts by URI, and tells what was asked for. */
async function readFrom(files: Record<string, string>, uri: string, options: ReadSetOptions = {}) {
  const asked: string[] = [];
  const set = await readDocumentSet(
    uri,
    async (wanted) => {
      asked.push(wanted);
      const text = files[wanted];
      if (text === undefined) throw new Error(`ENOENT: ${wanted}`);
      return text;
    },
    options,
  );
  return { set, asked };
}

async function refusal(files: Record<string, string>, uri: string, options: ReadSetOptions = {}) {
  const error = await readFrom(files, uri, options).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof ReadError)) throw new Error('it was read', { cause: error });
  return { code: error.code, message: error.message };
}

const refersTo = (...refs: readonly string[]): string =>
  JSON.stringify({
    openapi: '3.0.0',
    paths: { '/': { get: { parameters: refs.map(($ref) => ({ $ref })) } } },
  });

describe('reading a document with the files that it refers to', () => {
  test.each<[string, string, string?]>([
    ['plain', '$ref: b.json'],
    ['in single quotes', "'$ref': 'b.json'"],
    ['in double quotes', '"$ref": "b.json"'],
    ['with the number of a letter', String.raw`"\x24ref": b.json`],
    ['with the long number of a letter', String.raw`"\u0024re\U00000066": b.json`],
    ['over two lines', '? "$\\\n    ref"\n  : b.json'],
    ['as an explicit key', '? $ref\n  : b.json'],
    ['as an alias', '*key : b.json', 'x-key: &key $ref'],
    ['with an alias as its value', '$ref: *file', 'x-file: &file b.json'],
    ['with a tag', '$ref: !!str b.json'],
    ['with a folded value', '$ref: >-\n    b.json'],
    ['with a value that is only spelt like a local one', String.raw`$ref: "b.json\x23/a"`],
  ])(
    'given a YAML reference %s, then the file that it leads to is read',
    async (_, written, anchor = 'x-key: 1') => {
      const local = '$ref: "#/components/schemas/A"';
      const text = `openapi: 3.1.0\n${anchor}\ncomponents: {schemas: {A: {${local}}}}\npaths:\n  ${written}\n`;
      const { asked } = await readFrom({ 'a.yaml': text, 'b.json': '{"a": {}}' }, 'a.yaml');
      expect(asked).toEqual(['a.yaml', 'b.json']);
    },
  );

  test('given a YAML text whose references are all local, then no other file is asked for', async () => {
    const refs = ['"$ref": "#/a"', "$ref: '#/b'", "'$ref':\n        '#/c'"];
    const parts = refs.map((ref, index) => `    P${index}:\n      ${ref}`).join('\n');
    const text = `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n${parts}\n`;
    expect((await readFrom({ 'a.yaml': text }, 'a.yaml')).asked).toEqual(['a.yaml']);
  });

  test('what a reference finds in data refers to files as all parts do', async () => {
    const text = JSON.stringify({
      openapi: '3.0.0',
      paths: { '/': { get: { parameters: [{ $ref: '#/x-parts/a~1b' }, { $ref: '#/info/example/0' }] } } },
      info: { example: [{ $ref: 'c.json' }] },
      'x-parts': { 'a/b': { $ref: 'b.json' }, gone: { $ref: 'gone.json' } },
    });
    const { set } = await readFrom({ 'a.json': text, 'b.json': '{}', 'c.json': '{}' }, 'a.json');
    expect([...set.documents.keys()].sort()).toEqual(['a.json', 'b.json', 'c.json']);
  });

  test('an alias in YAML is looked through as a map of names and as a part', async () => {
    const text = [
      'openapi: 3.0.0',
      'components:',
      '  schemas: &a { default: { $ref: b.json }, title: { type: string } }',
      '  parameters: { A: { name: a, in: query, schema: *a } }',
      'paths: { /: { get: { requestBody: *a } } }',
    ].join('\n');
    const { set } = await readFrom({ 'a.yaml': text, 'b.json': '{}' }, 'a.yaml');
    expect([...set.documents.keys()]).toEqual(['a.yaml', 'b.json']);
  });

  test.each(['\\u0024ref', '$r\\u0065f', '\\u0024\\u0072\\u0065\\u0066'])(
    'a JSON key that is spelled %s refers as $ref does',
    async (key) => {
      const { asked } = await readFrom(
        { 'a.json': refersTo('b.json').replace('$ref', key), 'b.json': '{}' },
        'a.json',
      );
      expect(asked).toEqual(['a.json', 'b.json']);
    },
  );

  test('each file is read once, however often and from wherever it is referred to', async () => {
    const { set, asked } = await readFrom(
      {
        'specs/api.yaml':
          'openapi: 3.0.0\npaths: {/: {$ref: "paths/root.yaml#/item"}, /b: {$ref: ./paths/root.yaml}}',
        'specs/paths/root.yaml':
          'item: {get: {parameters: [{$ref: "../common.json#/limit"}, {$ref: "../api.yaml#/x"}]}}',
        'specs/common.json':
          '{"limit": {"name": "limit", "in": "query", "schema": {"$ref": "common.json#/x"}}}',
      },
      'specs/api.yaml',
    );
    expect(asked).toEqual(['specs/api.yaml', 'specs/paths/root.yaml', 'specs/common.json']);
    expect([...set.documents.keys()]).toEqual(asked);
    expect(set.documents.get('specs/common.json')?.version).toBe('3.0');
  });

  test('a revision goes along with every path', async () => {
    const { asked } = await readFrom(
      { 'origin/main:specs/api.json': refersTo('../common.json#/a'), 'origin/main:common.json': '{}' },
      'origin/main:specs/api.json',
    );
    expect(asked).toEqual(['origin/main:specs/api.json', 'origin/main:common.json']);
  });

  test('what looks like a reference inside of an example is none', async () => {
    const text = JSON.stringify({
      openapi: '3.0.0',
      components: {
        examples: { one: { value: { $ref: './gone.json' } } },
        schemas: {
          A: { example: { $ref: './gone.json' }, properties: { default: { $ref: './here.json' } } },
        },
      },
    });
    const { asked } = await readFrom({ 'api.json': text, 'here.json': '{}' }, 'api.json');
    expect(asked).toEqual(['api.json', 'here.json']);
  });

  test('a schema that names itself is no remote document', async () => {
    const text = JSON.stringify({
      openapi: '3.1.0',
      components: {
        schemas: {
          A: { $ref: 'https://shop.example/schemas/order#/properties/id' },
          B: { $id: 'https://shop.example/schemas/order', properties: { id: {} } },
        },
      },
    });
    expect((await readFrom({ 'api.json': text }, 'api.json')).asked).toEqual(['api.json']);
  });

  test.each([
    'https://evil.example/x.json',
    'http://localhost/x',
    'file:///etc/passwd',
    'urn:x:y',
    'HTTPS://x.example',
  ])('the remote reference %s is refused without being asked for', async (ref) => {
    const { code, message } = await refusal({ 'api.json': refersTo(ref) }, 'api.json');
    expect(code).toBe('REMOTE_REF');
    expect(message).toContain('api.json refers to');
  });

  test('http and https are asked of the loader where they are allowed, and nothing else is', async () => {
    const files = {
      'api.json': refersTo('https://shop.example/a.json#/x'),
      'https://shop.example/a.json': '{}',
    };
    expect((await readFrom(files, 'api.json', { allowRemote: true })).asked).toHaveLength(2);
    expect(
      (await refusal({ 'api.json': refersTo('file:///etc/passwd') }, 'api.json', { allowRemote: true })).code,
    ).toBe('REMOTE_REF');
  });

  test.each([
    ['api.json', '../x.json'],
    ['specs/api.json', '../../x.json'],
    ['specs/api.json', '/etc/passwd'],
    ['specs/api.json', '%2e%2e/%2E%2E/x.json'],
    ['specs/api.json', '..\\..\\x.json'],
    ['/srv/specs/api.json', '../x.json'],
    ['../specs/api.json', '../x.json'],
    ['main:specs/api.json', '../../x.json'],
  ])('from %s, %s leaves the root and is refused', async (uri, ref) => {
    expect((await refusal({ [uri]: refersTo(ref) }, uri)).code).toBe('REF_OUTSIDE_ROOT');
  });

  test('a root of its own decides what is inside', async () => {
    const files = { '/srv/specs/api.json': refersTo('../common.json'), '/srv/common.json': '{}' };
    expect((await readFrom(files, '/srv/specs/api.json', { root: '/srv' })).asked).toHaveLength(2);
    expect((await refusal(files, '/srv/specs/api.json', { root: '/srv/specs/' })).code).toBe(
      'REF_OUTSIDE_ROOT',
    );
  });

  test('a file that is not there is named together with who wanted it', async () => {
    expect(await refusal({ 'api.json': refersTo('gone.json#/a') }, 'api.json')).toEqual({
      code: 'REF_UNREADABLE',
      message: "api.json refers to `gone.json#/a`, which can't be read: ENOENT: gone.json",
    });
  });

  test('an endless chain of files ends', async () => {
    const endless = readDocumentSet(
      '0.json',
      async (uri) => refersTo(`${Number.parseInt(uri, 10) + 1}.json`),
      {
        limits: { maxFiles: 50 },
      },
    );
    await expect(endless).rejects.toMatchObject({ code: 'TOO_MANY_FILES' });
  });
});
