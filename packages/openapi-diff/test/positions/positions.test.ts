import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Json, SpecDocument } from '../../src/read/document.ts';
import { locate, type Position } from '../../src/read/positions.ts';
import { locateJson } from '../../src/read/positions-json.ts';
import { locatePretty } from '../../src/read/positions-pretty.ts';
import { nearestPosition, wantedTree } from '../../src/read/positions-wanted.ts';

const json = (text: string): SpecDocument => ({
  uri: 'a.json',
  version: '3.1',
  format: 'json',
  text,
  root: JSON.parse(text) as Json,
});
const yaml = (text: string): SpecDocument => ({
  uri: 'a.yaml',
  version: '3.1',
  format: 'yaml',
  text,
  root: null,
});

const escapeToken = (token: string) => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every pointer of a text with its position, as the `yaml` package tells it, which reads JSON as well. */
function independentPositions(text: string): Map<string, Position> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, merge: false });
  const found = new Map<string, Position>();
  const mark = (pointer: string, offset: number) => {
    const { line, col } = lines.linePos(offset);
    found.set(pointer, { line, column: col });
  };
  const forget = (pointer: string) => {
    for (const key of found.keys()) if (key === pointer || key.startsWith(`${pointer}/`)) found.delete(key);
  };
  const walk = (node: unknown, pointer: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || !key.range) throw new Error('only scalar keys are generated');
        const at = `${pointer}/${escapeToken(String(key.value))}`;
        forget(at);
        mark(at, key.range[0]);
        walk(value, at);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        if ((isMap(item) || isSeq(item) || isScalar(item)) && item.range) {
          mark(`${pointer}/${index}`, item.range[0]);
          walk(item, `${pointer}/${index}`);
        }
      });
    } else if (isAlias(node)) {
      walk(node.resolve(document), pointer);
    }
  };
  mark('', document.contents?.range?.[0] ?? 0);
  walk(document.contents, '');
  return found;
}

const value = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('{', '"}', ']\n', '\\"'),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(
    fc.oneof(
      // Without backslashes: once V8 13.6 (Node 24) has read the key `\`, it takes `"` for it.
      fc.stringMatching(/^[a-z{}[\]"/~,: ]{1,6}$/),
      fc.constantFrom('__proto__', 'constructor', '200', '1', ''),
    ),
    tie('value'),
    { maxKeys: 5, noNullPrototype: true },
  ),
}));

const container = fc.oneof(value.object, fc.array(value.value, { maxLength: 4 }));

/** Writes a value with whitespace drawn at random between all tokens. */
function loosely(input: unknown, space: () => string): string {
  const write = (part: unknown): string => {
    if (Array.isArray(part))
      return `[${space()}${part.map((item) => write(item) + space()).join(`,${space()}`)}]`;
    if (part === null || typeof part !== 'object') return JSON.stringify(part);
    const members = Object.entries(part).map(
      ([key, item]) => `${JSON.stringify(key)}${space()}:${space()}${write(item)}${space()}`,
    );
    return `{${space()}${members.join(`,${space()}`)}}`;
  };
  return space() + write(input) + space();
}

async function expectIndependent(document: SpecDocument): Promise<void> {
  const expected = independentPositions(document.text);
  const found = await locate(document, [...expected.keys()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
}

describe('positions in JSON', () => {
  test('given pretty text, then a member stands at its key and an item at its first character', async () => {
    const text = JSON.stringify({ paths: { '/a': { get: { tags: ['x', { y: 1 }] } } } }, null, 2);
    const found = await locate(json(text), [
      '',
      '/paths/~1a/get',
      '/paths/~1a/get/tags/1',
      '/paths/~1a/get/tags/1/y',
    ]);
    expect([...found.values()]).toEqual([
      { line: 1, column: 1 },
      { line: 4, column: 7 },
      { line: 7, column: 11 },
      { line: 8, column: 13 },
    ]);
  });

  test('given a pointer that leads nowhere, then the nearest thing around it is meant', async () => {
    const found = await locate(json('{\n  "a": {\n    "b": 1\n  }\n}'), ['/a/c/d', '/a/b/x', '/z']);
    expect([...found.values()]).toEqual([
      { line: 2, column: 3 },
      { line: 3, column: 5 },
      { line: 1, column: 1 },
    ]);
  });

  test('given a key that stands twice, then the last one counts, with all that is in it', async () => {
    const text = '{\n  "a": {\n    "x": 1\n  },\n  "a": {\n    "y": 2\n  }\n}';
    const found = await locate(json(text), ['/a', '/a/x', '/a/y']);
    expect([...found.values()]).toEqual([
      { line: 5, column: 3 },
      { line: 5, column: 3 },
      { line: 6, column: 5 },
    ]);
  });

  test.each([
    [
      'an inner bracket stands where the outer one should',
      '{\n  "a": {\n    "b": {\n  },\n  "c": 1\n  },\n  "d": 2\n}',
    ],
    ['two members share a line', '{\n  "a": 1, "b": {\n    "c": 1\n  },\n  "d": 2\n}'],
    ['two brackets share a line', '{\n  "a": {\n    "b": {\n      "c": 1\n  }},\n  "d": 2\n}'],
    ['lines end with CR LF', '{\r\n  "a": {\r\n    "b": 1\r\n  },\r\n  "d": 2\r\n}'],
    ['a blank line stands in between', '{\n  "a": {\n    "b": 1\n\n  },\n\n  "d": 2\n}'],
  ])('given text that only looks pretty, where %s, then it is read in full', async (_, text) => {
    const document = json(text);
    expect(locatePretty(text, document.root, wantedTree(['/d', '/a/b', '/a/c']))).toBe(false);
    await expectIndependent(document);
  });

  test('given nesting of 200,000 levels, then neither scanner needs the stack', () => {
    const depth = 200_000;
    const text = `${'[\n'.repeat(depth)}${']\n'.repeat(depth)}`;
    const wanted = wantedTree([`${'/0'.repeat(depth - 1)}`]);
    locateJson(text, wanted);
    expect(nearestPosition(wanted, '/0'.repeat(depth - 1))).toEqual({ line: depth, column: 1 });
  });

  test('for every document and every layout, each position is where an independent parser says', async () => {
    await fc.assert(
      fc.asyncProperty(container, fc.constantFrom(2, 4, 1, '\t', 0), async (input, indent) => {
        await expectIndependent(json(JSON.stringify(input, null, indent)));
      }),
      { numRuns: 600 },
    );
  });

  test('for every document and every whitespace, each position is where an independent parser says', async () => {
    const spaces = fc.constantFrom('', '', ' ', '\n', '\n  ', '\n    ', '\t');
    await fc.assert(
      fc.asyncProperty(container, fc.infiniteStream(spaces), async (input, stream) => {
        await expectIndependent(json(loosely(input, () => stream.next().value ?? '')));
      }),
      { numRuns: 600 },
    );
  });

  test('for every pretty document, the fast scanner finds the same as the plain one', () => {
    fc.assert(
      fc.property(container, fc.constantFrom(2, 4, '\t'), (input, indent) => {
        const text = JSON.stringify(input, null, indent);
        fc.pre(text.includes('\n'));
        const pointers = [...independentPositions(text).keys()].filter((_, index) => index % 3 === 0);
        const fast = wantedTree(pointers);
        const plain = wantedTree(pointers);
        expect(locatePretty(text, JSON.parse(text) as Json, fast)).toBe(true);
        locateJson(text, plain);
        expect(fast).toEqual(plain);
      }),
      { numRuns: 600 },
    );
  });
});

describe('positions in YAML', () => {
  test('given keys that are no text, then they are found by what they mean', async () => {
    const found = await locate(yaml('200: a\nnull: b\n0x10: c\ntrue: d\n'), [
      '/200',
      '/null',
      '/16',
      '/true',
    ]);
    expect([...found.values()].map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  test('given an alias, then what stands behind it is found at its anchor', async () => {
    const found = await locate(yaml('a: &x\n  b:\n    c: 1\nd: *x\n'), ['/d', '/d/b/c']);
    expect([...found.values()]).toEqual([
      { line: 4, column: 1 },
      { line: 3, column: 5 },
    ]);
  });

  test('given merge keys, then the own key counts first and then the first merged mapping', async () => {
    const text = 'x: &x\n  a: 1\n  b: 1\ny: &y\n  b: 2\n  c: 2\nz:\n  <<: [*x, *y]\n  a: 3\n';
    const found = await locate(yaml(text), ['/z/a', '/z/b', '/z/c']);
    expect([...found.values()].map(({ line }) => line)).toEqual([9, 3, 6]);
  });

  test('for every document that js-yaml writes, each position is where an independent parser says', async () => {
    await fc.assert(
      fc.asyncProperty(container, fc.constantFrom(-1, 1, 2), async (input, flowLevel) => {
        const text = dump(input, { flowLevel, lineWidth: -1, forceQuotes: true });
        await expectIndependent(yaml(text));
      }),
      { numRuns: 600 },
    );
  });
});
