import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../src/compare/relate/shape.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { oracle } from './ajv-oracle.ts';
import { aimed, direction, editCase, objection, schemasCase } from './cases.ts';
import { thrown } from './dice.ts';
import { edited } from './edits.ts';
import { relation } from './relation.ts';
import {
  extracted,
  inlined,
  inNewerWords,
  type Respelling,
  reversed,
  split,
  withoutAccess,
  wrapped,
} from './respellings.ts';
import { type Dialect, drawSchemas } from './schemas.ts';

const WORLDS = ['open', 'declared'] as const;

describe('the evaluator', () => {
  test('agrees with ajv on what a receiver takes', () => {
    fc.assert(
      fc.property(schemasCase, direction, (given, towards) => {
        const { relator, shape } = relation(given.base, given.head, {
          version: given.dialect,
          world: 'open',
        });
        const received = shape(towards === 'request' ? 'head' : 'base', towards);
        const judge = oracle(given.base, 'Subject', {
          version: given.dialect,
          direction: towards,
          role: 'receives',
          world: 'open',
        });
        for (const value of aimed(given, towards, 8)) {
          expect([value, relator.evaluate(received, value).length === 0]).toEqual([value, judge(value)]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(WORLDS)('agrees with ajv on what a sender sends in the %s world', (world) => {
    fc.assert(
      fc.property(schemasCase, direction, (given, towards) => {
        const { relator, shape } = relation(given.base, given.head, { version: given.dialect, world });
        const sample = relator.sample(shape(towards === 'request' ? 'base' : 'head', towards));
        if (sample === undefined) return;
        const judge = oracle(given.base, 'Subject', {
          version: given.dialect,
          direction: towards,
          role: 'may-send',
          world,
        });
        expect([sample, judge(sample)]).toEqual([sample, true]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a verdict', () => {
  test.each(WORLDS)('on an edited schema has nothing said against it by ajv in the %s world', (world) => {
    fc.assert(
      fc.property(editCase, direction, (given, towards) => {
        const { verdict } = relation(given.base, given.head, { version: given.dialect, world });
        expect(objection(given, towards, world, verdict(towards))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test('on two schemas that have nothing to do with each other has nothing said against it', () => {
    const strangers = thrown((dice) => {
      const dialect: Dialect = dice.pick(['3.1', '3.0']);
      const [base, head] = [drawSchemas(dice, dialect), drawSchemas(dice, dialect)];
      return { dialect, base, head, dice, toString: () => JSON.stringify({ dialect, base, head }) };
    }, 250);
    fc.assert(
      fc.property(strangers, direction, (given, towards) => {
        const { verdict } = relation(given.base, given.head, { version: given.dialect, world: 'open' });
        expect(objection(given, towards, 'open', verdict(towards))).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test.each(WORLDS)('on a schema and itself is safe in the %s world', (world) => {
    fc.assert(
      fc.property(schemasCase, direction, ({ dialect, base }, towards) => {
        const copy = JSON.parse(JSON.stringify(base)) as JsonObject;
        expect(relation(base, copy, { version: dialect, world }).verdict(towards)).toEqual({ kind: 'safe' });
      }),
      { numRuns: 1_000 },
    );
  });

  test('is turned round when the sides and the direction are', () => {
    fc.assert(
      fc.property(editCase, (given) => {
        const [base, head] = [
          withoutAccess(given.base, given.dialect),
          withoutAccess(given.head, given.dialect),
        ];
        const options = { version: given.dialect, world: 'open' } as const;
        expect(relation(head, base, options).verdict('response').kind).toBe(
          relation(base, head, options).verdict('request').kind,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('carries over from step to step in the open world', () => {
    const three = thrown((dice) => {
      const dialect: Dialect = dice.pick(['3.1', '3.0']);
      const a = drawSchemas(dice, dialect);
      const b = edited(a, dice, dialect);
      return { dialect, a, b, c: edited(b, dice, dialect) };
    }, 180);
    fc.assert(
      fc.property(three, direction, ({ dialect, a, b, c }, towards) => {
        const options = { version: dialect, world: 'open' } as const;
        const kind = (base: JsonObject, head: JsonObject) =>
          relation(base, head, options).verdict(towards).kind;
        if (kind(a, b) === 'safe' && kind(b, c) === 'safe') expect(kind(a, c)).not.toBe('breaking');
      }),
      { numRuns: 1_000 },
    );
  });

  test('is reached for nearly every edit', () => {
    const cases = fc.sample(fc.tuple(editCase, direction), { numRuns: 600, seed: 17 });
    const verdicts = cases.map(([{ base, head, dialect }, towards]) =>
      relation(base, head, { version: dialect }).verdict(towards),
    );
    expect(verdicts.filter(isOpen).length / verdicts.length).toBeLessThan(0.1);
  });

  test('is the same each time', () => {
    fc.assert(
      fc.property(editCase, direction, ({ base, head, dialect }, towards) => {
        const ask = () => relation(base, head, { version: dialect }).verdict(towards);
        expect(JSON.stringify(ask(), withoutSites)).toBe(JSON.stringify(ask(), withoutSites));
      }),
      { numRuns: 100 },
    );
  });
});

describe('another spelling', () => {
  const RESPELLINGS: readonly (readonly [string, Respelling])[] = [
    ['keywords moved into allOf parts', split],
    ['lists and properties in another order', reversed],
    ['references written out', inlined],
    ['properties put into components', extracted],
    ['compositions of one branch put around', wrapped],
  ];

  test.each(RESPELLINGS)('changes nothing: %s', (_, respell) => {
    fc.assert(
      fc.property(schemasCase, direction, ({ dialect, base }, towards) => {
        const before = withoutAccess(base, dialect);
        const options = { version: dialect, world: 'open' } as const;
        const there = relation(before, respell(before, dialect), options).verdict(towards);
        const back = relation(respell(before, dialect), before, options).verdict(towards);
        expect([there, back].map(({ kind }) => kind)).not.toContain('breaking');
      }),
      { numRuns: 300 },
    );
  });

  test.each(RESPELLINGS)('changes no verdict: %s', (_, respell) => {
    fc.assert(
      fc.property(editCase, direction, (given, towards) => {
        const [base, head] = [
          withoutAccess(given.base, given.dialect),
          withoutAccess(given.head, given.dialect),
        ];
        const options = { version: given.dialect, world: 'open' } as const;
        const plain = relation(base, head, options).verdict(towards).kind;
        const kinds = [
          plain,
          relation(respell(base, given.dialect), respell(head, given.dialect), options).verdict(towards).kind,
        ];
        expect(kinds.includes('safe') && kinds.includes('breaking')).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('of 3.0 in the words of 3.1 changes nothing, in either world', () => {
    const old = thrown((dice) => drawSchemas(dice, '3.0'), 120);
    fc.assert(
      fc.property(old, direction, fc.constantFrom(...WORLDS), (base, towards, world) => {
        const newer = inNewerWords(base, '3.0');
        const there = relation(base, newer, { version: '3.0', headVersion: '3.1', world }).verdict(towards);
        const back = relation(newer, base, { version: '3.1', headVersion: '3.0', world }).verdict(towards);
        expect([there, back].map(({ kind }) => kind)).not.toContain('breaking');
      }),
      { numRuns: 500 },
    );
  });

  test('stays open in few cases', () => {
    const cases = fc.sample(schemasCase, { numRuns: 200, seed: 23 });
    const verdicts = cases.flatMap(({ dialect, base }) =>
      RESPELLINGS.map(([, respell]) => {
        const before = withoutAccess(base, dialect);
        return relation(before, respell(before, dialect), { version: dialect, world: 'open' }).verdict(
          'request',
        );
      }),
    );
    expect(verdicts.filter(isOpen).length / verdicts.length).toBeLessThan(0.1);
  });
});

function isOpen({ kind }: Verdict): boolean {
  return kind === 'undecided';
}

/** Sites hold whole documents; where they are is enough. */
function withoutSites(key: string, value: unknown): unknown {
  return key === 'site' ? undefined : value;
}
