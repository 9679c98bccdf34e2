import type { Equivalent } from './equivalent.ts';
import { EXPLAIN } from './explain.ts';
import { OTHERS } from './others.ts';
import { RELATE } from './relate.ts';
import { SOLVE } from './solve.ts';

/** Mutants that no test can or should notice, each with the reason. */
export const EQUIVALENT: readonly Equivalent[] = [...EXPLAIN, ...RELATE, ...SOLVE, ...OTHERS];
