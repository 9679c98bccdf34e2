import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject, SpecDocument } from '../../src/read/document.ts';
import { ReadError } from '../../src/read/errors.ts';
import { locate } from '../../src/read/positions.ts';
import { readDocument, readDocumentPair } from '../../src/read/read-document.ts';

/** A description of some lines, with what it says of one path. */
const described = (answer: string, more = '') => `# Orders, by hand
---
openapi: 3.0.3
info: {title: Orders, version: '1'}
paths:
  # what is there
  /orders:
    get:
      responses:
        200:
          description: ${answer}
  '/orders/{id}':
    get:
      tags:
      - one
      description: |2
          indented

      responses: {}
components:
  schemas:
    Order:
      type: object
${more}`;

const BASE = { text: described('fine'), uri: 'base.yaml' };

function at(document: SpecDocument, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (value, key) => (value as JsonObject | undefined)?.[key],
    document.root,
  );
}

describe('two YAML texts', () => {
  test('share what is written alike in both, and nothing else', async () => {
    const [base, head] = await readDocumentPair(BASE, { text: described('changed'), uri: 'head.yaml' });
    for (const keys of [['info'], ['components'], ['paths', '/orders/{id}']]) {
      expect(at(head, ...keys)).toBe(at(base, ...keys));
    }
    expect(at(base, 'paths', '/orders', 'get', 'responses', '200')).toEqual({ description: 'fine' });
    expect(at(head, 'paths', '/orders', 'get', 'responses', '200')).toEqual({ description: 'changed' });
    expect(at(head, 'paths', '/orders/{id}', 'get', 'description')).toBe('  indented\n');
  });

  test.each([
    ['an anchor and its alias', 'x-a: &a {b: 1}\nx-c: *a\n'],
    ['an anchor in a path and its alias in another', '  a: &a {b: 1}\nx-c: *a\n'],
    ['an alias without an anchor', 'x-c: *a\n'],
    ['a merge', 'x-a: &a {b: 1}\nx-c:\n  <<: *a\n'],
    ['a key twice', 'info: {title: again}\n'],
    ['a schema twice', '    Order: {}\n'],
    ['a key twice, in two spellings', '"info": {title: again}\n'],
    ['a second document', '---\nopenapi: 3.0.0\n'],
    ["a document's end", '...\n'],
    ['an explicit key', '? x-a\n: 1\n'],
    ['text over lines', 'x-a: "one\n  x-b: 1"\nx-c: \'one\n\n  two\'\nx-d: one\n  two: three\n'],
    ['text that goes on in the first column', 'x-a: "one\nx-b: 1"\n'],
    ['a flow value that goes on in the first column', 'x-a: {\nx-b: 1\n}\n'],
    ['a flow value that closes under its key', 'x-a: {\n  x-b: 1\n}\n'],
    ['a mapping that is indented less', 'x-a:\n    b: 1\n  c: 2\n'],
    ['a line that is no entry', 'x-a:\n  b: 1\nlost\n'],
    ['a text under a key', 'x-a:\n  some words\n  and: more\n'],
    ['kept ends of lines', 'x-a: |+\n  one\n\n\nx-b: 1\n'],
    ['a comment in the first column of a text', 'x-a: |\n  one\n# two\n  three\nx-b: 1\n'],
    ['tabs', 'x-a:\n\tb: 1\n'],
    ['ends of lines of another system', 'x-a:\r\n  b: 1\r\nx-c: 2\r\n'],
    ['ends of lines of an old system', 'x-a: 1\rx-b: 2\n'],
    ['keys that are no text', '1: one\ntrue: two\nnull: three\n1e3: four\n'],
    ['a key called __proto__', '__proto__:\n  a: 1\n'],
    ['a tag', 'x-a: !!str 1\nx-b: !other 1\n'],
    ['no last line', 'x-a: 1'],
  ])('with %s are read as each of them alone', async (_, more) => {
    const head = { text: described('fine', more), uri: 'head.yaml' };
    expect(await outcome(readDocumentPair(BASE, head))).toEqual(await alone(BASE, head));
    expect(await outcome(readDocumentPair(head, BASE))).toEqual(await alone(head, BASE));
  });

  test('of any lines are read as each of them alone, each key in its place', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async ([before, after]) => {
        const base = { text: before, uri: 'base.yaml' };
        const head = { text: after, uri: 'head.yaml' };
        expect(await outcome(readDocumentPair(base, head))).toEqual(await alone(base, head));
      }),
      { numRuns: 2000 },
    );
  });

  test('are refused for what is deeper than allowed, as each of them alone', async () => {
    for (const maxDepth of [3, 4, 5, 6, 7, 8]) {
      const head = { text: described('changed'), uri: 'head.yaml' };
      expect(await outcome(readDocumentPair(BASE, head, { maxDepth }))).toEqual(
        await alone(BASE, head, { maxDepth }),
      );
    }
  });
});

/** Lines of which most texts are no YAML at all, and some look as if they could be taken apart. */
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '  ', '  ', '    ', '      ', ' '),
    fc.constantFrom(
      ...['a:', 'b:', 'paths:', '/p:', '"q":', "'r':", 'a: 1', 'b: x', 'c: "x', 'c: x"', 'd: |', 'e: >-'],
      ...['- a', '- b: 1', '-', '#', '# a: 1', '', 'f: {', 'g: 1}', 'h: [1,', '2]', '}', ']', 'i: &x 1'],
      ...['j: *x', '<<: *x', '? k', ': l', 'words', 'words: and more: words', '---', '...', '__proto__: 1'],
    ),
  )
  .map(([indent, content]) => `${indent}${content}\n`);

const texts = fc
  .tuple(fc.array(line, { maxLength: 9 }), fc.nat(), fc.array(line, { maxLength: 2 }))
  .map(([lines, place, added]) => {
    const before = ['openapi: 3.0.0\n', ...lines];
    return [before.join(''), before.toSpliced(1 + (place % before.length), 0, ...added).join('')] as const;
  });

/** What reading gave: values and the places of their parts, or why there are none. */
async function outcome(read: Promise<readonly SpecDocument[]>): Promise<unknown> {
  try {
    return await Promise.all((await read).map(shown));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { code: error.code, message: error.message };
  }
}

async function shown(document: SpecDocument): Promise<unknown> {
  const pointers = pointersIn(document.root, '');
  return { json: JSON.stringify(document.root), places: [...(await locate(document, pointers))] };
}

type Text = typeof BASE;

function alone(base: Text, head: Text, limits = {}): Promise<unknown> {
  return outcome(
    (async () => [
      await readDocument(base.text, { uri: base.uri, limits }),
      await readDocument(head.text, { uri: head.uri, limits }),
    ])(),
  );
}

function pointersIn(value: Json, pointer: string): readonly string[] {
  if (value === null || typeof value !== 'object') return [pointer];
  return [
    pointer,
    ...Object.entries(value).flatMap(([key, child]) =>
      pointersIn(child as Json, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ),
  ];
}
