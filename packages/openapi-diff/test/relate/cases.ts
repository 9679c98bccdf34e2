import fc from 'fast-check';
import type { Direction } from '../../src/compare/finding.ts';
import type { Verdict } from '../../src/compare/relate/shape.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { oracle } from './ajv-oracle.ts';
import { type Dice, thrown } from './dice.ts';
import { edited } from './edits.ts';
import { type Dialect, drawSchemas } from './schemas.ts';
import { drawValue } from './values.ts';

/** A set of schemas and the same with some small edits. */
export interface Case {
  readonly dialect: Dialect;
  readonly base: JsonObject;
  readonly head: JsonObject;
  readonly dice: Dice;
  toString(): string;
}

/** A schema before and after one or two edits. */
export const editCase: fc.Arbitrary<Case> = thrown((dice): Case => {
  const dialect = dice.pick(['3.1', '3.0'] as const);
  const base = drawSchemas(dice, dialect);
  const once = edited(base, dice, dialect);
  const head = dice.once(3) ? edited(once, dice, dialect) : once;
  return { dialect, base, head, dice, toString: () => shown({ dialect, base, head }) };
}, 150);

/** A set of schemas with dice for values. */
export const schemasCase: fc.Arbitrary<Case> = thrown((dice): Case => {
  const dialect = dice.pick(['3.1', '3.0'] as const);
  const base = drawSchemas(dice, dialect);
  return { dialect, base, head: base, dice, toString: () => shown({ dialect, base }) };
}, 120);

/** A request or a response. */
export const direction: fc.Arbitrary<Direction> = fc.constantFrom('request', 'response');

function shown(given: { readonly [key: string]: unknown }): string {
  return JSON.stringify(given);
}

/** What is wrong with a verdict in ajv's eyes, in words; null where nothing is. */
export function objection(
  given: Case,
  towards: Direction,
  world: 'open' | 'declared',
  verdict: Verdict,
  values = 12,
): string | null {
  if (verdict.kind === 'undecided') return null;
  const { dialect, base, head } = given;
  const [from, to] = towards === 'request' ? [base, head] : [head, base];
  const view = { version: dialect, direction: towards, world };
  const receiver = oracle(to, 'Subject', { ...view, role: 'receives' });
  if (verdict.kind === 'breaking') {
    const text = JSON.stringify(verdict.witness);
    const sender = oracle(from, 'Subject', { ...view, role: 'may-send' });
    if (!sender(verdict.witness)) return `the witness ${text} is none of the sender's values`;
    return receiver(verdict.witness) ? `the receiver takes the witness ${text}` : null;
  }
  const sender = oracle(from, 'Subject', { ...view, role: 'sends' });
  for (const value of aimed(given, towards, values)) {
    if (sender(value) && !receiver(value)) return `the receiver rejects ${JSON.stringify(value)}`;
  }
  return null;
}

/** Values aimed at both sides' schemas, the sender's first. */
export function aimed({ base, head, dice }: Case, towards: Direction, count: number): Json[] {
  const [from, to] = towards === 'request' ? [base, head] : [head, base];
  return Array.from({ length: count }, (_, index) =>
    index % 3 === 2 ? drawValue(to, to.Subject, dice) : drawValue(from, from.Subject, dice),
  );
}
