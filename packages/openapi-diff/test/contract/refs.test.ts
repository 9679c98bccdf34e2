import { describe, expect, test } from '@jest/globals';
import { followRefs, isRefProblem, resolveRef, resolveReference, rootOf } from '../../src/contract/refs.ts';
import { childSite, pointerOf, type Site } from '../../src/contract/site.ts';
import type { DocumentSet } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';

async function set(files: Record<string, unknown>): Promise<DocumentSet> {
  const [first = ''] = Object.keys(files);
  return readDocumentSet(first, async (uri) => JSON.stringify(files[uri]));
}

function at(documents: DocumentSet, ...keys: readonly string[]): Site {
  return keys.reduce((site: Site, key) => {
    const child = childSite(site, key);
    if (child === null) throw new Error(`nothing under ${key}`);
    return child;
  }, rootOf(documents.root));
}

/** Where a reference leads: file, pointer; or the code of what is wrong. */
function found(target: ReturnType<typeof resolveRef>): string {
  return isRefProblem(target) ? target.code : `${target.document.uri}#${pointerOf(target)}`;
}

describe('following references', () => {
  test('a pointer with escapes finds its place, and equal targets are one object', async () => {
    const documents = await set({
      'a.json': {
        openapi: '3.0.0',
        paths: { '/a~b/{c}': { get: {} } },
        x: { $ref: '#/paths/~1a~0b~1%7Bc%7D/get' },
      },
    });
    const target = resolveRef(at(documents, 'x'), documents);
    expect(found(target)).toBe('a.json#/paths/~1a~0b~1{c}/get');
    expect(resolveReference(at(documents, 'paths'), '#/paths/~1a~0b~1{c}/get', documents)).toBe(target);
  });

  test('a relative file starts from the file that refers to it', async () => {
    const documents = await set({
      'specs/a.json': { openapi: '3.0.0', x: { $ref: 'b/c.json#/y' } },
      'specs/b/c.json': { y: { $ref: '../a.json#/x' } },
    });
    expect(found(resolveRef(at(documents, 'x'), documents))).toBe('specs/b/c.json#/y');
    expect(found(followRefs(at(documents, 'x'), documents))).toBe('cycle');
  });

  test('from 3.1 on, $id and anchors name places', async () => {
    const documents = await set({
      'a.json': {
        openapi: '3.1.0',
        components: {
          schemas: {
            Order: {
              $id: 'https://shop.example/order',
              $defs: { line: { $anchor: 'line', type: 'object' } },
              properties: { lines: { items: { $ref: '#line' } }, first: { $ref: '#/$defs/line' } },
            },
            ByAbsoluteUri: { $ref: 'https://shop.example/order' },
            Base: { $id: 'https://shop.example/base', not: { $ref: 'order#/$defs/line' } },
          },
        },
      },
    });
    const schemas = ['components', 'schemas'] as const;
    const line = 'a.json#/components/schemas/Order/$defs/line';
    expect(
      found(resolveRef(at(documents, ...schemas, 'Order', 'properties', 'lines', 'items'), documents)),
    ).toBe(line);
    expect(found(resolveRef(at(documents, ...schemas, 'Order', 'properties', 'first'), documents))).toBe(
      line,
    );
    expect(found(resolveRef(at(documents, ...schemas, 'Base', 'not'), documents))).toBe(line);
    expect(found(resolveRef(at(documents, ...schemas, 'ByAbsoluteUri'), documents))).toBe(
      'a.json#/components/schemas/Order',
    );
  });

  test('up to 3.0, $id is a word like any other', async () => {
    const documents = await set({
      'a.json': { openapi: '3.0.0', x: { $id: 'https://shop.example/x', y: { $ref: '#/z' } }, z: {} },
    });
    expect(found(resolveRef(at(documents, 'x', 'y'), documents))).toBe('a.json#/z');
  });

  test.each([
    [{ $ref: 1 }, 'malformed'],
    [{ $ref: '#/nowhere' }, 'missing'],
    [{ $ref: '#/toString' }, 'missing'],
    [{ $ref: '#anchor' }, 'missing'],
    [{ $ref: '#/x' }, 'cycle'],
  ])('%j is a problem: %s', async (x, code) => {
    const documents = await set({ 'a.json': { openapi: '3.0.0', x } });
    const site = at(documents, 'x');
    expect(found(code === 'cycle' ? followRefs(site, documents) : resolveRef(site, documents))).toBe(code);
  });
});
