import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { relation } from './relation.ts';

const LIST = { type: 'array' };
const OBJECT = { type: 'object' };
/** Not written out: an object with this key could be taken for a promise. */
const THEN = 'then';

/** What each schema minds about a value, as "place keyword name". */
const ROWS: readonly (readonly [JsonObject | boolean, Json, readonly string[]])[] = [
  [true, 'a', []],
  [false, 'a', [' false']],
  [{ type: 'string' }, 'a', []],
  [{ type: 'string' }, 1, [' type']],
  [{ type: ['string', 'null'] }, null, []],
  [{ type: 'integer' }, 1.5, [' type']],
  [{ type: 'integer' }, 1, []],
  [{ type: 'integer' }, 'a', [' type']],
  [{ type: 'array' }, {}, [' type']],
  [{ type: 'object' }, [], [' type']],
  [{ enum: ['a', null] }, 'b', [' enum']],
  [{ const: { a: [1] } }, { a: [1] }, []],
  [{ const: { a: [1] } }, { a: [2] }, [' const']],
  [{ minimum: 2 }, 2, []],
  [{ minimum: 2 }, 1.9, [' minimum']],
  [{ exclusiveMinimum: 2 }, 2, [' exclusiveMinimum']],
  [{ exclusiveMinimum: 2 }, 2.1, []],
  [{ maximum: 2 }, 2, []],
  [{ maximum: 2 }, 2.1, [' maximum']],
  [{ exclusiveMaximum: 2 }, 2, [' exclusiveMaximum']],
  [{ minimum: 3, multipleOf: 2 }, 1, [' minimum', ' multipleOf']],
  [{ multipleOf: 0.1 }, 0.3, []],
  [{ minLength: 2 }, '😀', [' minLength']],
  [{ minLength: 2 }, '😀a', []],
  [{ maxLength: 1 }, '😀', []],
  [{ maxLength: 1, pattern: '^b' }, 'aa', [' maxLength', ' pattern']],
  [{ type: 'string', format: 'date' }, '2024-02-30', [' format']],
  [{ type: 'string', format: 'colour' }, 'a', []],
  [{ ...LIST, items: { type: 'string' } }, ['a', 1], ['1 type']],
  [{ ...LIST, prefixItems: [{ type: 'string' }], items: false }, ['a'], []],
  [{ ...LIST, prefixItems: [{ type: 'string' }], items: false }, ['a', 'b'], [' items']],
  [{ ...LIST, minItems: 2 }, [1], [' minItems']],
  [{ ...LIST, maxItems: 1 }, [1, 2], [' maxItems']],
  [
    { ...LIST, uniqueItems: true },
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [' uniqueItems'],
  ],
  [{ ...LIST, uniqueItems: true }, [1, '1', true, null], []],
  [{ ...LIST, contains: { const: 1 } }, [2], [' contains']],
  [{ ...LIST, contains: { const: 1 }, minContains: 2 }, [1], [' minContains']],
  [{ ...LIST, contains: { const: 1 }, maxContains: 1 }, [1, 1], [' maxContains']],
  [{ ...LIST, contains: { const: 1 }, minContains: 0 }, [], []],
  [{ ...OBJECT, required: ['a', 'b'] }, { a: 1 }, [' required b']],
  [{ ...OBJECT, properties: { a: { type: 'string' } } }, { a: 1 }, ['a type']],
  [{ ...OBJECT, properties: { a: { ...OBJECT, required: ['b'] } } }, { a: {} }, ['a required b']],
  [
    { ...OBJECT, properties: { a: {} }, additionalProperties: false },
    { a: 1, b: 1 },
    [' additionalProperties b'],
  ],
  [{ ...OBJECT, additionalProperties: { type: 'string' } }, { b: 1 }, ['b type']],
  [{ ...OBJECT, patternProperties: { '^x': { type: 'string' } } }, { x1: 1, y: 1 }, ['x1 type']],
  [{ ...OBJECT, minProperties: 1 }, {}, [' minProperties']],
  [{ ...OBJECT, maxProperties: 1 }, { a: 1, b: 1 }, [' maxProperties']],
  [{ ...OBJECT, propertyNames: { maxLength: 1 } }, { ab: 1 }, [' propertyNames ab']],
  [{ ...OBJECT, dependentRequired: { a: ['b'] } }, { a: 1 }, [' dependentRequired b']],
  [{ ...OBJECT, dependentRequired: { a: ['b'] } }, { c: 1 }, []],
  [{ ...OBJECT, dependentSchemas: { a: { required: ['b'] } } }, { a: 1 }, [' required b']],
  [
    { ...LIST, anyOf: [{ prefixItems: [{}], unevaluatedItems: { const: 2 } }], unevaluatedItems: false },
    [1, 2],
    [],
  ],
  [
    {
      ...OBJECT,
      anyOf: [{ properties: { a: {} }, unevaluatedProperties: { const: 2 } }],
      unevaluatedProperties: false,
    },
    { a: 1, b: 2 },
    [],
  ],
  [
    { ...OBJECT, anyOf: [{ properties: { a: {} }, required: ['a'] }, {}], unevaluatedProperties: false },
    { a: 1, b: 1 },
    [' unevaluatedProperties b'],
  ],
  [
    { ...OBJECT, anyOf: [{ patternProperties: { '^a': {} } }], unevaluatedProperties: false },
    { ab: 1, b: 1 },
    [' unevaluatedProperties b'],
  ],
  [{ ...OBJECT, anyOf: [{ additionalProperties: true }], unevaluatedProperties: false }, { a: 1 }, []],
  [{ ...LIST, anyOf: [{ prefixItems: [{}] }], unevaluatedItems: false }, [1, 2], [' unevaluatedItems']],
  [{ dependentSchemas: { length: false, 0: false } }, 'abc', []],
  [{ dependentSchemas: { length: false, 0: false } }, ['a'], []],
  [{ dependentSchemas: { a: false } }, null, []],
  [{ oneOf: [{ type: 'string' }, { minLength: 2 }] }, 'abc', [' oneOf']],
  [{ oneOf: [{ type: 'string' }, { minLength: 2 }] }, 'a', []],
  [{ oneOf: [{ type: 'string' }, { minLength: 2 }] }, 1, []],
  [{ oneOf: [{ type: 'string' }, { type: 'number' }] }, null, [' oneOf']],
  [{ anyOf: [{ type: 'string' }, { minLength: 2 }] }, 'abc', []],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, null, [' anyOf']],
  [
    { ...LIST, allOf: [{ prefixItems: [{}], unevaluatedItems: { const: 2 } }], unevaluatedItems: false },
    [1, 2],
    [],
  ],
  [
    {
      ...OBJECT,
      allOf: [{ properties: { a: {} }, unevaluatedProperties: { const: 2 } }],
      unevaluatedProperties: false,
    },
    { a: 1, b: 2 },
    [],
  ],
  [{ allOf: [{ minLength: 2 }, { pattern: '^b' }] }, 'a', [' minLength', ' pattern']],
  [{ not: { const: 'a' } }, 'a', [' not']],
  [{ not: { const: 'a' } }, 'b', []],
  [{ if: { maxLength: 1 }, [THEN]: { const: 'a' }, else: { const: 'bb' } }, 'b', [' const']],
  [{ if: { maxLength: 1 }, [THEN]: { const: 'a' }, else: { const: 'bb' } }, 'bb', []],
  [{ if: { maxLength: 1 }, [THEN]: { const: 'a' }, else: { const: 'bb' } }, 'cc', [' const']],
  [
    { ...OBJECT, properties: { a: {} }, unevaluatedProperties: false },
    { a: 1, b: 1 },
    [' unevaluatedProperties b'],
  ],
  [
    {
      ...OBJECT,
      anyOf: [{ properties: { a: { const: 1 } }, required: ['a'] }, {}],
      unevaluatedProperties: false,
    },
    { a: 1 },
    [],
  ],
  [
    { ...OBJECT, if: { required: ['a'] }, [THEN]: { properties: { a: {} } }, unevaluatedProperties: false },
    { a: 1 },
    [],
  ],
  [
    { ...OBJECT, if: { required: ['a'] }, else: { properties: { b: {} } }, unevaluatedProperties: false },
    { b: 1 },
    [],
  ],
  [
    { ...OBJECT, dependentSchemas: { a: { properties: { a: {} } } }, unevaluatedProperties: false },
    { a: 1 },
    [],
  ],
  [{ ...LIST, prefixItems: [{}], unevaluatedItems: false }, [1, 2], [' unevaluatedItems']],
  [{ ...LIST, contains: { const: 1 }, unevaluatedItems: false }, [1, 1], []],
  [{ ...LIST, contains: { const: 1 }, unevaluatedItems: { const: 2 } }, [1, 2], []],
];

const mindedBy = (schema: JsonObject | boolean, value: Json, side: 'base' | 'head') => {
  const { relator, shape } = relation({ Subject: schema }, { Subject: schema }, { version: '3.1' });
  return relator
    .evaluate(shape(side, 'request'), value)
    .map(({ at, keyword, name }) => `${at.join('/')} ${keyword}${name === null ? '' : ` ${name}`}`);
};

describe('what a schema minds about a value', () => {
  test.each(ROWS.map((row) => [JSON.stringify(row[0]), JSON.stringify(row[1]), row] as const))(
    '%s of %s',
    (_, __, [schema, value, failures]) => {
      expect(mindedBy(schema, value, 'head')).toEqual(failures);
    },
  );

  test.each<[string, JsonObject, Json, readonly string[]]>([
    ['a property that nobody declares', { properties: { a: {} } }, { a: 1, b: 1 }, [' properties b']],
    ['one further in', { properties: { a: { properties: { b: {} } } } }, { a: { c: 1 } }, ['a properties c']],
    ['one in a list', { items: { properties: { b: {} } } }, [{ b: 1 }, { c: 1 }], ['1 properties c']],
    [
      'a property that only answers have',
      { properties: { a: { readOnly: true } } },
      { a: 1 },
      [' properties a'],
    ],
    ['nothing where everything goes', { additionalProperties: true, properties: { a: {} } }, { b: 1 }, []],
    [
      'nothing that a branch declares',
      { properties: { a: {} }, anyOf: [{ properties: { b: {} } }] },
      { b: 1 },
      [],
    ],
    [
      'nothing that a list has to contain',
      { items: { properties: { a: {} } }, contains: { properties: { b: {} } } },
      [{ b: 1 }],
      [],
    ],
    ['nothing that must be there', { properties: { a: {} }, required: ['k'] }, { k: 1 }, []],
    ['nothing where nothing is declared', {}, { b: 1 }, []],
    [
      'nothing that a pattern declares',
      { properties: { a: {} }, patternProperties: { '^x': {} } },
      { x: 1 },
      [],
    ],
  ])('a sender does not send %s', (_, schema, value, failures) => {
    expect(mindedBy(schema, value, 'base')).toEqual(failures);
    expect(mindedBy(schema, value, 'head')).toEqual([]);
  });
});
