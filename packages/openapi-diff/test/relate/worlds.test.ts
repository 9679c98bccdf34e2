import { describe, expect, test } from '@jest/globals';
import type { PathStep } from '../../src/compare/finding.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { relation, verdictOn } from './relation.ts';

const TEXT: JsonObject = { type: 'string' };
const SOME: JsonObject = { type: 'object', properties: { a: TEXT } };
const CLOSED: JsonObject = { ...SOME, additionalProperties: false };
const MORE: JsonObject = { type: 'object', properties: { a: TEXT, b: { type: 'number' } } };
const FREE: JsonObject = { type: 'object' };

describe('an object that says nothing of further properties', () => {
  test.each([
    ['ruled out further ones', SOME, CLOSED, 'safe', 'breaking'],
    ['knows one more', SOME, MORE, 'safe', 'breaking'],
    ['knows one less', MORE, SOME, 'safe', 'safe'],
    ['declares nothing at all', FREE, CLOSED, 'breaking', 'breaking'],
  ] as const)(
    'sends none in the declared world and any in the open one: %s',
    (_, base, head, declared, open) => {
      expect(verdictOn(base, head, 'request').kind).toBe(declared);
      expect(verdictOn(base, head, 'request', { world: 'declared' }).kind).toBe(declared);
      expect(verdictOn(base, head, 'request', { world: 'open' }).kind).toBe(open);
      expect(verdictOn(head, base, 'response').kind).toBe(declared);
      expect(verdictOn(head, base, 'response', { world: 'open' }).kind).toBe(open);
    },
  );

  test('sends what must be there, whether it declares it or not', () => {
    const needy: JsonObject = { ...SOME, required: ['k'] };
    const retyped: JsonObject = { ...needy, properties: { a: { type: 'integer' } } };
    for (const world of ['declared', 'open'] as const) {
      expect(verdictOn(needy, retyped, 'request', { world }).kind).toBe('breaking');
      expect(verdictOn(needy, { ...CLOSED, required: ['k'] }, 'request', { world }).kind).toBe('breaking');
      expect(verdictOn(needy, { ...SOME, required: ['k', 'l'] }, 'request', { world }).kind).toBe('breaking');
      expect(verdictOn(needy, SOME, 'request', { world }).kind).toBe('safe');
    }
  });

  test('takes further ones in both worlds', () => {
    for (const world of ['declared', 'open'] as const) {
      expect(verdictOn({ ...FREE, additionalProperties: true }, SOME, 'request', { world }).kind).toBe(
        'breaking',
      );
      expect(verdictOn({ ...FREE, additionalProperties: TEXT }, SOME, 'request', { world }).kind).toBe(
        'safe',
      );
    }
  });
});

describe('a response that promises what it declares', () => {
  const PROMISED = { promised: true };

  test.each([
    ['a property less', MORE, SOME, 'breaking'],
    ['a property more', SOME, MORE, 'safe'],
    ['a property of another type', SOME, { ...SOME, properties: { a: { type: 'number' } } }, 'breaking'],
    ['the same', SOME, { ...SOME, required: ['a'] }, 'safe'],
  ] as const)('has to keep it: %s', (_, base, head, kind) => {
    expect(verdictOn(base, head, 'response', PROMISED).kind).toBe(kind);
  });

  test('promises nothing of requests', () => {
    expect(verdictOn(SOME, MORE, 'request', PROMISED).kind).toBe('safe');
    expect(verdictOn(MORE, SOME, 'request', PROMISED).kind).toBe('safe');
  });

  test('can not promise what has no end', () => {
    const tree = (more: JsonObject = {}): JsonObject => ({
      type: 'object',
      properties: { left: { $ref: '#/components/schemas/Subject' }, size: { type: 'integer' }, ...more },
    });
    const kinds = (base: JsonObject, head: JsonObject) =>
      relation({ Subject: base }, { Subject: head }, PROMISED).verdict('response').kind;
    expect(kinds(tree(), tree())).toBe('safe');
    expect(kinds(tree({ name: TEXT }), tree())).toBe('breaking');
    expect(kinds(tree(), tree({ name: TEXT }))).toBe('safe');
  });

  test('can promise a list of its own kind, and one that may be empty', () => {
    const list = (items: JsonObject): JsonObject => ({
      type: 'object',
      properties: {
        children: { type: 'array', items: { $ref: '#/components/schemas/Subject' }, ...items },
        size: TEXT,
      },
    });
    const gone: JsonObject = { type: 'object', properties: { size: TEXT } };
    const kind = (base: JsonObject) =>
      relation({ Subject: base }, { Subject: gone }, PROMISED).verdict('response').kind;
    expect(kind(list({}))).toBe('breaking');
    expect(kind(list({ minItems: 1 }))).toBe('safe');
  });
});

describe('a relator', () => {
  const pair = () => {
    const { relator, shape } = relation({ Subject: MORE }, { Subject: CLOSED });
    return { relator, sender: shape('base', 'request'), receiver: shape('head', 'request') };
  };

  test('says whether a value is sent or taken', () => {
    const { relator, sender, receiver } = pair();
    expect(relator.accepts(sender, { a: 'x', b: 1 })).toBe(true);
    expect(relator.accepts(sender, { c: 1 })).toBe(false);
    expect(relator.accepts(receiver, { a: 'x' })).toBe(true);
    expect(relator.accepts(receiver, { a: 'x', b: 1 })).toBe(false);
    expect(relator.accepts(receiver, 'x')).toBe(false);
  });

  test('makes up values', () => {
    const { relator, sender } = pair();
    expect(relator.accepts(sender, relator.sample(sender) ?? null)).toBe(true);
    expect(
      relator.sample(relation({ Subject: false }, { Subject: false }).shape('base', 'request')),
    ).toBeUndefined();
    const needy = relation({ Subject: { ...MORE, required: ['b'] } }, { Subject: FREE }).shape(
      'base',
      'request',
    );
    expect(relator.leastObject(sender)).toEqual({});
    expect(
      Object.keys(relation({ Subject: FREE }, { Subject: FREE }).relator.leastObject(needy) ?? {}),
    ).toEqual(['b']);
  });

  test('joins shapes', () => {
    const joined = relation({ Subject: TEXT, Other: { maxLength: 2 } }, { Subject: TEXT });
    const both = joined.relator.conjoin([joined.shape('base', 'request'), joined.shape('base', 'request')]);
    expect([joined.relator.accepts(both, 'abc'), joined.relator.accepts(both, 1)]).toEqual([true, false]);
  });

  test('shows a value below a property, an item, and a pattern of names', () => {
    const at = (base: JsonObject, head: JsonObject, ...path: readonly PathStep[]) => {
      const { relator, shape } = relation({ Subject: base }, { Subject: head });
      return relator.witness({
        base: shape('base', 'request'),
        head: shape('head', 'request'),
        direction: 'request',
        path,
      });
    };
    const narrowed = { type: 'integer' };
    const wide = { type: 'number' };
    const object = (a: JsonObject) => ({ type: 'object', properties: { a, b: TEXT }, required: ['b'] });
    expect(at(object(wide), object(narrowed), { kind: 'property', name: 'a' })).toEqual({
      a: 0.5,
      b: expect.any(String),
    });
    expect(at({ type: 'array', items: wide }, { type: 'array', items: narrowed }, { kind: 'item' })).toEqual([
      0.5,
    ]);
    expect(
      at(
        { type: 'array', prefixItems: [TEXT, wide] },
        { type: 'array', prefixItems: [TEXT, narrowed] },
        { kind: 'tuple-item', index: 1 },
      ),
    ).toEqual([expect.any(String), 0.5]);
    expect(
      at(
        { type: 'object', additionalProperties: wide },
        { type: 'object', additionalProperties: narrowed },
        { kind: 'additional-property' },
      ),
    ).toEqual({ extra: 0.5 });
    expect(
      at(
        { type: 'object', patternProperties: { '^x-': wide } },
        { type: 'object', patternProperties: { '^x-': narrowed } },
        { kind: 'pattern-property', pattern: '^x-' },
      ),
    ).toEqual({ 'x-': 0.5 });
    const behind = (items: JsonObject): JsonObject => ({ type: 'array', prefixItems: [TEXT], items });
    expect(at(behind(wide), behind(narrowed), { kind: 'item' })).toEqual([expect.any(String), 0.5]);
    expect(at(object(wide), object(wide), { kind: 'property', name: 'a' })).toBeUndefined();
    expect(at(object(wide), object(narrowed), { kind: 'property-name' })).toBeUndefined();
  });
});

describe('schemas that lead back to themselves', () => {
  const at = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
  const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });

  test('what is assumed on the way to one branch is not held against another one', () => {
    // The part fits the other part only if the whole fits the first branch, which it does not.
    const { verdict } = relation(
      {
        Subject: object({ part: at('Part'), size: { type: 'number' } }),
        Part: object({ whole: at('Subject') }),
      },
      {
        Subject: { anyOf: [at('First'), at('Second')] },
        First: object({ part: at('Other'), size: TEXT }),
        Second: object({ part: at('Other') }),
        Other: object({ whole: at('First') }),
      },
    );
    expect(verdict('request').kind).toBe('breaking');
  });

  test('are the same where they differ in how they are cut', () => {
    const { verdict } = relation(
      { Subject: object({ left: at('Subject'), right: at('Subject'), size: { type: 'integer' } }) },
      {
        Subject: object({ left: at('Left'), right: at('Subject'), size: { type: 'integer' } }),
        Left: object({ left: at('Subject'), right: at('Left'), size: { type: 'integer' } }),
      },
    );
    expect([verdict('request').kind, verdict('response').kind]).toEqual(['safe', 'safe']);
  });

  test('differ where one of their turns does', () => {
    const { verdict } = relation(
      { Subject: object({ next: at('Subject'), size: { type: 'integer' } }) },
      {
        Subject: object({ next: at('Second'), size: { type: 'integer' } }),
        Second: object({ next: at('Third'), size: { type: 'integer' } }),
        Third: object({ next: at('Subject'), size: { type: 'number' } }),
      },
    );
    expect([verdict('request').kind, verdict('response').kind]).toEqual(['safe', 'breaking']);
  });
});

describe('the two directions of one pair of schemas', () => {
  test('are decided each by itself, in whatever order they are asked', () => {
    const { relator, shape } = relation(
      { Subject: TEXT },
      { Subject: { anyOf: [TEXT, { type: 'integer' }] } },
    );
    const [base, head] = [shape('base', 'response'), shape('head', 'response')];
    const kinds = (['request', 'response', 'request'] as const).map(
      (direction) => relator.relate(base, head, direction).kind,
    );
    expect(kinds).toEqual(['safe', 'breaking', 'safe']);
  });
});
