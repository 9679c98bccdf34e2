import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { relation, verdictOn } from './relation.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });

/** A schema inside a schema inside a schema. */
function nested(levels: number, around: (inside: Json) => Json, inside: Json): Json {
  let schema = inside;
  for (let level = 0; level < levels; level++) schema = around(schema);
  return schema;
}

/** Schemas of which each but the last names the next one twice: 2 to the power of their number, written out. */
function doubling(levels: number, twice: (next: Json) => Json, last: Json): JsonObject {
  const entries = Array.from({ length: levels }, (_, index) => [
    index === 0 ? 'Subject' : `S${index}`,
    index === levels - 1 ? last : twice(ref(`S${index + 1}`)),
  ]);
  return Object.fromEntries(entries);
}

/** Schemas on one cycle, each an object that leads to the next and to some of the others. */
function cycle(count: number, ways: number, last: Json): JsonObject {
  const nameOf = (index: number) => (index % count === 0 ? 'Subject' : `S${index % count}`);
  const entries = Array.from({ length: count }, (_, index) => {
    const links = Array.from({ length: ways }, (__, way) => [`to${way}`, ref(nameOf(index + 1 + way * 7))]);
    const properties = { ...Object.fromEntries(links), id: index === count - 1 ? last : { type: 'integer' } };
    return [nameOf(index), { type: 'object', properties }];
  });
  return Object.fromEntries(entries);
}

describe('circles', () => {
  test('134 schemas on one cycle are related', () => {
    const before = cycle(134, 1, { type: 'integer' });
    expect(relation(before, cycle(134, 1, { type: 'integer' })).verdict('response').kind).toBe('safe');
    expect(relation(before, cycle(134, 1, { type: 'string' })).verdict('response').kind).not.toBe('safe');
  });

  test('134 schemas that all lead to twenty others are related', () => {
    const before = cycle(134, 20, { type: 'integer' });
    expect(relation(before, cycle(134, 20, { type: 'integer' })).verdict('request').kind).toBe('safe');
    const { kind } = relation(before, cycle(134, 20, { type: 'string' })).verdict('request');
    expect(kind).toBe('breaking');
  });

  test('a change is found a few steps round a circle', () => {
    const before = {
      Subject: { type: 'object', properties: { next: ref('B') } },
      B: { properties: { next: ref('Subject'), n: { maximum: 5 } } },
    };
    const after = { ...before, B: { properties: { next: ref('Subject'), n: { maximum: 4 } } } };
    const verdict = relation(before, after).verdict('request');
    expect(verdict).toMatchObject({ kind: 'breaking', witness: { next: { n: expect.any(Number) } } });
  });

  test.each<[string, JsonObject]>([
    ['itself', { Subject: ref('Subject') }],
    ['another that is defined as it', { Subject: ref('B'), B: ref('Subject') }],
    ['a part of itself', { Subject: { allOf: [ref('Subject'), { type: 'string' }] } }],
    ['a branch of itself', { Subject: { anyOf: [ref('Subject'), { type: 'string' }] } }],
    ['the one branch of itself', { Subject: { oneOf: [ref('Subject')] } }],
    ['what it is not', { Subject: { not: ref('Subject') } }],
    ['its own condition', { Subject: { if: ref('Subject'), else: { type: 'string' } } }],
    ['its own dependency', { Subject: { dependentSchemas: { a: ref('Subject') } } }],
    [
      'null or one of two that are null or each other',
      { Subject: orNull(ref('B')), B: orNull(ref('C')), C: orNull(ref('B')) },
    ],
    ['nothing that exists', { Subject: ref('Missing') }],
  ])('a schema that is defined as %s ends in an answer', (_, schemas) => {
    const other = { Subject: { type: 'integer' }, B: true };
    for (const direction of ['request', 'response'] as const) {
      for (const [base, head] of [
        [schemas, schemas],
        [schemas, other],
        [other, schemas],
      ] as const) {
        expect(relation(base, head).verdict(direction).kind).toMatch(/^(safe|breaking|undecided)$/);
      }
    }
  });

  test('a schema that no finite value can meet breaks nothing', () => {
    const endless = { Subject: { type: 'object', required: ['next'], properties: { next: ref('Subject') } } };
    const verdict = relation(endless, { Subject: { type: 'string' } }).verdict('request');
    expect(verdict.kind).not.toBe('breaking');
  });
});

describe('schemas that are many when written out', () => {
  test.each<[string, (next: Json) => Json]>([
    ['anyOf', (next) => ({ anyOf: [next, next] })],
    ['oneOf beside a difference', (next) => ({ oneOf: [next, { allOf: [next], type: 'array' }] })],
    ['allOf', (next) => ({ allOf: [next, next] })],
    ['properties', (next) => ({ type: 'object', properties: { a: next, b: next } })],
    [
      'required properties',
      (next) => ({ type: 'object', properties: { a: next, b: next }, required: ['a', 'b'] }),
    ],
    ['items', (next) => ({ type: 'array', prefixItems: [next, next], minItems: 2 })],
    ['not', (next) => ({ not: { anyOf: [next, next] } })],
    [
      'not beside branches',
      (next) => ({ anyOf: [{ type: 'string' }, { type: 'array' }], not: { anyOf: [next, next] } }),
    ],
    ['conditions', (next) => ({ if: next, else: next })],
  ])('forty levels of %s end in an answer', (_, twice) => {
    const base = doubling(40, twice, { type: 'string', maxLength: 5 });
    const head = doubling(40, twice, { type: 'string', maxLength: 4 });
    for (const direction of ['request', 'response'] as const) {
      expect(
        relation(base, doubling(40, twice, { type: 'string', maxLength: 5 })).verdict(direction).kind,
      ).not.toBe('breaking');
      expect(relation(base, head).verdict(direction).kind).toMatch(/^(safe|breaking|undecided)$/);
    }
  });

  test('twenty groups of branches side by side end in an answer', () => {
    const groups = (last: string): Json => ({
      allOf: Array.from({ length: 20 }, (_, index) => ({
        anyOf: [
          { required: [`a${index}`] },
          {
            properties: { [`b${index}`]: { type: index === 19 ? last : 'string' } },
            required: [`b${index}`],
          },
        ],
      })),
    });
    expect(verdictOn(groups('string'), groups('string'), 'request').kind).toBe('safe');
    expect(verdictOn(groups('string'), groups('integer'), 'request').kind).not.toBe('safe');
  });

  test('thirty levels of branches that hold for the same objects end in an answer', () => {
    const levels = (changing: string): JsonObject => {
      const level = (index: number): JsonObject => ({
        oneOf: ['a', 'b'].map((name) => ({
          allOf: [
            ref(`S${index + 1}`),
            {
              type: 'object',
              properties: { [`${name}${index}`]: { type: name === 'a' ? changing : 'string' } },
            },
          ],
        })),
      });
      const entries = Array.from({ length: 30 }, (_, index) => [`S${index}`, level(index)]);
      return { ...Object.fromEntries(entries), Subject: ref('S0'), S30: { type: 'object' } };
    };
    const { verdict } = relation(levels('integer'), levels('string'));
    expect([verdict('request').kind, verdict('response').kind]).not.toContain('safe');
  });
});

describe('depth', () => {
  test.each<[string, (inside: Json) => Json]>([
    ['properties', (inside) => ({ type: 'object', properties: { a: inside } })],
    ['required properties', (inside) => ({ type: 'object', properties: { a: inside }, required: ['a'] })],
    ['items', (inside) => ({ type: 'array', items: inside, minItems: 1 })],
    ['allOf', (inside) => ({ allOf: [inside] })],
    ['anyOf', (inside) => ({ anyOf: [inside, { type: 'null' }] })],
    ['oneOf', (inside) => ({ oneOf: [inside, { type: 'null' }] })],
    ['not', (inside) => ({ not: inside })],
    ['conditions', (inside) => ({ if: inside, else: { type: 'null' } })],
    ['additionalProperties', (inside) => ({ type: 'object', additionalProperties: inside })],
    ['dependentSchemas', (inside) => ({ dependentSchemas: { a: inside } })],
  ])('two thousand levels of %s end in an answer', (_, around) => {
    const base = nested(2_000, around, { type: 'string' });
    const same = nested(2_000, around, { type: 'string' });
    const other = nested(2_000, around, { type: 'integer' });
    expect(verdictOn(base, same, 'request').kind).not.toBe('breaking');
    expect(verdictOn(base, other, 'request').kind).toMatch(/^(safe|breaking|undecided)$/);
  });
});

describe('size', () => {
  test('a million values of an enum are compared', () => {
    const values = Array.from({ length: 1_000_000 }, (_, index) => `v${index}`);
    const schema = { enum: values };
    expect(verdictOn(schema, { enum: [...values].reverse() }, 'request').kind).not.toBe('breaking');
    const fewer = verdictOn(schema, { enum: values.slice(1) }, 'request');
    expect(fewer).toMatchObject({ kind: 'breaking', witness: 'v0' });
  });

  test('five hundred branches in another order are the same', () => {
    const branches = Array.from({ length: 500 }, (_, index) => ({
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: [`k${index}`] }, size: { type: 'integer' } },
    }));
    expect(verdictOn({ oneOf: branches }, { oneOf: [...branches].reverse() }, 'request').kind).toBe('safe');
    expect(verdictOn({ anyOf: branches }, { anyOf: branches.slice(1) }, 'request').kind).not.toBe('safe');
  });

  test('two thousand properties are compared', () => {
    const object = (type: string): Json => ({
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 2_000 }, (_, index) => [
          `p${index}`,
          { type: index === 1_000 ? type : 'string' },
        ]),
      ),
    });
    expect(verdictOn(object('string'), object('string'), 'response').kind).toBe('safe');
    expect(verdictOn(object('string'), object('integer'), 'response')).toMatchObject({
      kind: 'breaking',
      witness: { p1000: expect.anything() },
    });
  });

  test.each<[string, JsonObject]>([
    ['texts of a billion characters', { type: 'string', minLength: 1_000_000_000 }],
    ['lists of a billion items', { type: 'array', minItems: 1_000_000_000 }],
    ['lists of a billion different items', { type: 'array', minItems: 1_000_000_000, uniqueItems: true }],
    ['objects of a billion properties', { type: 'object', minProperties: 1_000_000_000 }],
    ['numbers at the end of the scale', { type: 'number', minimum: 1e308 }],
    ['whole numbers at the end of the scale', { type: 'integer', minimum: 1e300, maximum: 1.1e300 }],
    ['steps that are next to nothing', { type: 'number', multipleOf: 1e-300, minimum: 1 }],
    ['steps that are next to everything', { type: 'number', multipleOf: 1e300, exclusiveMinimum: 0 }],
    [
      'steps that never meet',
      { type: 'number', allOf: [{ multipleOf: 1e200 }, { multipleOf: 1.3e-200 }], minimum: 1 },
    ],
    [
      'bounds that mean nothing',
      { minLength: -1, maxItems: -1, multipleOf: 0, minimum: '3', pattern: 7, required: 'a' },
    ],
    [
      'keywords of the wrong kind',
      { properties: [], allOf: {}, anyOf: [], items: 3, enum: {}, not: 'x', $ref: 5 },
    ],
    [
      'a pattern that makes backtracking explode',
      { type: 'string', pattern: '^(([a-z]+)+)+$', minLength: 40 },
    ],
    [
      'names of the language',
      JSON.parse('{"properties": {"__proto__": {"type": "string"}, "constructor": {"type": "integer"}}}'),
    ],
  ])('%s end in an answer', (_, schema) => {
    for (const direction of ['request', 'response'] as const) {
      expect(verdictOn(schema, structuredClone(schema), direction).kind).not.toBe('breaking');
      for (const other of [true, false, { type: 'string', maxLength: 3 }, { type: 'integer' }]) {
        expect(verdictOn(schema, other, direction).kind).toMatch(/^(safe|breaking|undecided)$/);
      }
    }
  });
});
