import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Direction, PathStep } from '../../src/compare/finding.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { oracle } from './ajv-oracle.ts';
import { type Case, direction, editCase, objection, schemasCase } from './cases.ts';
import { relation } from './relation.ts';

/** Whether ajv lets a sender of the base send a value, hidden and undeclared parts left out. */
function isSent({ dialect, base }: Case, towards: Direction, value: Json): boolean {
  return oracle(base, 'Subject', {
    version: dialect,
    direction: towards,
    role: 'may-send',
    world: 'declared',
  })(value);
}

/** The part of a value that a step leads to; undefined where there is none. */
function partsAt(value: Json, step: PathStep): readonly Json[] {
  if (Array.isArray(value)) return value;
  if (value === null || typeof value !== 'object') return [];
  const object = value as JsonObject;
  return step.kind === 'property' ? [object[step.name] ?? null] : Object.values(object);
}

describe('a value that is looked for', () => {
  test('as a witness is sent by the one side and refused by the other', () => {
    fc.assert(
      fc.property(editCase, direction, (given, towards) => {
        const { relator, shape } = relation(given.base, given.head, { version: given.dialect });
        const [base, head] = [shape('base', towards), shape('head', towards)];
        const witness = relator.witness({ base, head, direction: towards });
        if (witness === undefined) return;
        const verdict = { kind: 'breaking', witness, failures: [], overlapOnly: false } as const;
        expect(objection(given, towards, 'declared', verdict)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('below a property or an item is a value of the whole that is refused', () => {
    fc.assert(
      fc.property(editCase, direction, (given, towards) => {
        const { relator, shape } = relation(given.base, given.head, { version: given.dialect });
        const [base, head] = [shape('base', towards), shape('head', towards)];
        const names = [...new Set([...base.propertyNames, ...head.propertyNames])];
        const steps: PathStep[] = [
          ...names.map((name): PathStep => ({ kind: 'property', name })),
          { kind: 'item' },
        ];
        for (const step of steps) {
          const witness = relator.witness({ base, head, direction: towards, path: [step] });
          if (witness === undefined) continue;
          const verdict = { kind: 'breaking', witness, failures: [], overlapOnly: false } as const;
          expect([step, objection(given, towards, 'declared', verdict)]).toEqual([step, null]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('around a part is a value of the shape that holds the part', () => {
    const part = fc.constantFrom<Json>('abc', '12', 1, 2.5, true, null, {}, [], ['a'], { id: 1 });
    fc.assert(
      fc.property(schemasCase, direction, part, (given, towards, value) => {
        const { relator, shape } = relation(given.base, given.head, { version: given.dialect });
        const sender = shape(towards === 'request' ? 'base' : 'head', towards);
        const steps: PathStep[] = [
          ...sender.propertyNames.map((name): PathStep => ({ kind: 'property', name })),
          { kind: 'item' },
          { kind: 'additional-property' },
        ];
        for (const step of steps) {
          const whole = relator.lift(sender, step, value);
          if (whole === undefined) continue;
          expect([step, whole, isSent(given, towards, whole)]).toEqual([step, whole, true]);
          expect(partsAt(whole, step)).toContainEqual(value);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is found in nearly every schema that has values by which ajv knows it', () => {
    const cases = fc.sample(fc.tuple(schemasCase, direction), { numRuns: 300, seed: 29 });
    let missed = 0;
    for (const [given, towards] of cases) {
      const { relator, shape } = relation(given.base, given.head, { version: given.dialect });
      const sender = shape(towards === 'request' ? 'base' : 'head', towards);
      if (relator.sample(sender) !== undefined) continue;
      const simple: readonly Json[] = ['', 'a', 'abc', 0, 1, true, null, {}, [], { id: 1 }, ['a']];
      if (simple.some((value) => isSent(given, towards, value))) missed += 1;
    }
    expect(missed / cases.length).toBeLessThan(0.02);
  });
});
