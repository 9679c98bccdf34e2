import { type Equivalent, FASTER, TYPES } from './equivalent.ts';

/** Mutants of all other folders that no test can or should notice. */
export const OTHERS: readonly Equivalent[] = [
  {
    file: 'classify/levels.ts',
    line: 'WORST_FIRST.indexOf(a) > WORST_FIRST.indexOf(b)',
    after: '(WORST_FIRST.indexOf(a)) >= (WORST_FIRST.indexOf(b))',
    why: 'of two equal levels either is the milder one',
  },
  {
    file: 'classify/listed.ts',
    line: 'if (first === undefined) return ranked',
    before: 'first === undefined',
    why: TYPES,
  },
  {
    file: 'classify/policy.ts',
    line: 'return found ?? usual',
    why: 'a problem was noted, which ends in an error',
  },
  { file: 'compare/cause.ts', line: 'let low = 0', why: 'which bits a hash is mixed of' },
  { file: 'compare/cause.ts', line: 'let high = 0', why: 'which bits a hash is mixed of' },
  {
    file: 'compare/compare.ts',
    line: "steps.isCleanPath('webhooks', name) || steps.isCleanPath('x-webhooks', name)",
    why: FASTER,
  },
  {
    file: 'compare/compare.ts',
    line: "steps.isClean('webhooks', name, method) || steps.isClean('x-webhooks', name, method)",
    why: FASTER,
  },
  {
    file: 'compare/lockstep/lockstep.ts',
    line: 'const all = [rest]',
    why: 'what a path says is said of its operations, which depend on it',
  },
  {
    file: 'compare/parameters/parameters.ts',
    line: 'from.style === to.style',
    after: '(from.style) !== (to.style)',
    why: FASTER,
  },
  {
    file: 'compare/parameters/parameters.ts',
    line: 'from.explode === to.explode',
    after: '(from.explode) !== (to.explode)',
    why: FASTER,
  },
  {
    file: 'compare/parameters/parameters.ts',
    line: 'from.allowReserved === to.allowReserved',
    after: '(from.allowReserved) !== (to.allowReserved)',
    why: FASTER,
  },
  {
    file: 'compare/parameters/parameters.ts',
    line: 'from.allowEmptyValue === to.allowEmptyValue',
    after: '(from.allowEmptyValue) !== (to.allowEmptyValue)',
    why: FASTER,
  },
  {
    file: 'compare/parameters/parameters.ts',
    line: 'base.required === head.required &&',
    after: '(base.required) !== (head.required)',
    why: FASTER,
  },
  { file: 'compare/parameters/wire.ts', line: 'SEPARATORS[style] ?? style', why: TYPES },
  {
    file: 'compare/pattern/find-string.ts',
    line: 'sum + 1 + states.length / STATES_A_STEP',
    why: 'what a step costs',
  },
  {
    file: 'compare/pattern/syntax.ts',
    line: "if (char === 'b' || char === 'B' || char === 'k'",
    why: 'any other letter is refused a few lines below',
  },
  {
    file: 'compare/pattern/syntax.ts',
    line: 'return isSingle(set) && (set[0] ?? 0) >= 0xd800',
    before: '0',
    why: 'both ends of one character are the same',
  },
  {
    file: 'compare/security/scheme-pairs.ts',
    line: "return value !== null && typeof value === 'object' && !Array.isArray(value)",
    why: TYPES,
  },
];
