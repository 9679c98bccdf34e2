/**
 * Stands in for jest while mutants are tried: the same tests, run in this process again and
 * again, each time with another mutant switched on.
 */
import { createRequire } from 'node:module';

/** What a package may load: it is asked for from where the one that depends on it stands. */
const within = (require: NodeJS.Require, name: string) => createRequire(require.resolve(name));
const jest = within(within(createRequire(import.meta.url), '@jest/globals'), '@jest/expect');

/** jest's own assertions; they need nothing of jest around them. */
export const { expect } = jest('expect') as { readonly expect: unknown };

/** A test of the suite. */
export interface Case {
  readonly name: string;
  /** The file that it stands in. */
  readonly file: string;
  readonly run: () => unknown;
}

/** Every test that was declared, in order. */
export const cases: Case[] = [];
const path: string[] = [];
/** Set by the first statement of each file, which the bundle adds. */
const declaring = globalThis as { __testFile?: string };

export function describe(name: string, body: () => void): void {
  path.push(name);
  body();
  path.pop();
}

describe.each =
  (table: readonly unknown[]) =>
  (name: string, body: (...row: unknown[]) => void): void => {
    for (const row of table) describe(name, () => body(...rowOf(row)));
  };

export function test(name: string, run: () => unknown): void {
  cases.push({ name: [...path, name].join(' › '), file: declaring.__testFile ?? '', run });
}

test.each =
  (table: readonly unknown[]) =>
  (name: string, run: (...row: unknown[]) => unknown): void => {
    for (const [index, row] of table.entries()) test(`${name} #${index}`, () => run(...rowOf(row)));
  };

export const it = test;

function rowOf(row: unknown): unknown[] {
  return Array.isArray(row) ? row : [row];
}
