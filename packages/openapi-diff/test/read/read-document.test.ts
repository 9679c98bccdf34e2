import { describe, expect, test } from '@jest/globals';
import { ReadError } from '../../src/read/errors.ts';
import { readDocument } from '../../src/read/read-document.ts';

const read = (text: string, uri = 'specs/api.json') => readDocument(text, { uri });

/** The code and message that a text is refused with. */
async function refusal(
  text: string,
  uri?: string,
  limits = {},
): Promise<{ code: string; message: string; hint: string }> {
  const error = await readDocument(text, { uri: uri ?? 'specs/api.json', limits }).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof ReadError)) throw new Error('it was read', { cause: error });
  return { code: error.code, message: error.message, hint: error.hint };
}

describe('reading a document', () => {
  test.each([
    ['{"swagger": "2.0"}', '2.0', 'json'],
    ['swagger: 2.0', '2.0', 'yaml'],
    ['\uFEFF  {"openapi": "3.0.3"}', '3.0', 'json'],
    ['openapi: 3.1.0', '3.1', 'yaml'],
    ['openapi: 3.1', '3.1', 'yaml'],
    ['{"openapi": "3.2.0"}', '3.2', 'json'],
    ['{"openapi": "3.7.0"}', '3.2', 'json'],
  ])('%j is version %s in %s', async (text, version, format) => {
    expect(await read(text)).toMatchObject({ version, format });
  });

  test('the look of the text decides, not the name of the file', async () => {
    expect(await read('openapi: 3.0.0', 'api.json')).toMatchObject({ format: 'yaml' });
    expect(await read('{"openapi": "3.0.0"}', 'api.yaml')).toMatchObject({ format: 'json' });
    expect(await read('{openapi: 3.0.0}', 'api.yaml')).toMatchObject({ format: 'yaml', version: '3.0' });
  });

  test('YAML gives the types of JSON alone, merge keys included', async () => {
    const { root } = await read(
      'openapi: 3.0.0\nbase: &base {a: 2020-01-01, b: yes}\nmore: {<<: *base, 200: ok}\nhex: 0x10\n',
    );
    expect(root).toEqual({
      openapi: '3.0.0',
      base: { a: '2020-01-01', b: 'yes' },
      more: { a: '2020-01-01', b: 'yes', 200: 'ok' },
      hex: 16,
    });
  });

  test('a key called __proto__ is a key like any other', async () => {
    for (const text of ['{"openapi": "3.0.0", "__proto__": {"x": 1}}', 'openapi: 3.0.0\n__proto__: {x: 1}']) {
      const { root } = await read(text);
      expect(Object.keys(root as object)).toEqual(['openapi', '__proto__']);
      expect((root as { x?: unknown }).x).toBeUndefined();
    }
  });

  test('a page instead of a document says so and names the likely reason', async () => {
    expect(await refusal('<!doctype html>\n<title>Sign in</title>')).toEqual({
      code: 'NOT_OPENAPI',
      message:
        'specs/api.json is no OpenAPI document: it has neither "openapi" nor "swagger" at the top. It begins with `<!doctype html>`: the address answers with a page, probably a sign-in.',
      hint: 'Open the address without being signed in and see what it answers.',
    });
  });

  test.each([
    ['', 'NOT_OPENAPI', 'It is empty'],
    ['{"info": {}}', 'NOT_OPENAPI', 'It begins with `{"info": {}}`.'],
    ['[1]', 'NOT_OPENAPI', 'neither "openapi" nor "swagger"'],
    ['just words', 'NOT_OPENAPI', 'It begins with `just words`.'],
    ['{"swaggerVersion": "1.2"}', 'NOT_OPENAPI', 'neither'],
    ['{"openapi": "4.0.0"}', 'UNSUPPORTED_VERSION', 'version `4.0.0`'],
    ['{"swagger": "1.2"}', 'UNSUPPORTED_VERSION', 'version `1.2`'],
    ['{"openapi": "3.0.0",\n "paths": }', 'INVALID_SYNTAX', 'it has `}` where no such thing may stand'],
    [`{"openapi": "3.0.0",\n "paths": {} "x"}`, 'INVALID_SYNTAX', 'line 2, column 14'],
    ['{"openapi": "3.0.0"', 'INVALID_SYNTAX', 'is no valid JSON'],
    ['openapi: 3.0.0\npaths: [a', 'INVALID_SYNTAX', 'is no valid YAML'],
    ['openapi: 3.0.0\nx: 1\nx: 2', 'DUPLICATE_KEY', 'line 3, column 1'],
    ['openapi: 3.0.0\nx: &x [*x]', 'ALIAS_CYCLE', 'contains itself'],
  ])('%j is refused as %s', async (text, code, words) => {
    const found = await refusal(text);
    expect(found.code).toBe(code);
    expect(found.message).toContain(words);
    expect(found.hint).not.toBe('');
  });

  test('a document beyond the limits is refused with the limit that it broke', async () => {
    const bomb = ['openapi: 3.0.0', 'a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let index = 0; index < 12; index += 1) {
      const before = String.fromCharCode(97 + index);
      const next = String.fromCharCode(98 + index);
      bomb.push(`${next}: &${next} [${Array(10).fill(`*${before}`).join(', ')}]`);
    }
    expect((await refusal(bomb.join('\n'))).code).toBe('ALIAS_BOMB');
    expect((await refusal(`openapi: 3.0.0\nx: ${'['.repeat(600)}${']'.repeat(600)}`)).code).toBe(
      'DOCUMENT_TOO_DEEP',
    );
    expect((await refusal('{"openapi": "3.0.0"}', 'api.json', { maxLength: 10 })).code).toBe(
      'DOCUMENT_TOO_LARGE',
    );
  });

  test('text of a document can not disguise an error message', async () => {
    const { message } = await refusal('{"openapi": "9`\\u202e\\n# Title"}');
    expect(message).not.toMatch(/[\n\u202e]/);
  });
});
