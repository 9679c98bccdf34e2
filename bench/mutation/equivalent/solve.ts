import { type Equivalent, FASTER, ORDER } from './equivalent.ts';

/** Mutants of compare/relate/solve that no test can or should notice. */
export const SOLVE: readonly Equivalent[] = [
  {
    file: 'compare/relate/solve/array.ts',
    line: 'failing.filter(({ index }) => index >= rest)',
    why: 'more is tried than has to be',
  },
  {
    file: 'compare/relate/solve/memo.ts',
    line: '#level = 0',
    why: 'levels are only compared with one another',
  },
  {
    file: 'compare/relate/solve/memo.ts',
    line: 'this.#level = 0',
    why: 'levels are only compared with one another',
  },
  {
    file: 'compare/relate/solve/names.ts',
    line: 'Math.min(known.length, MOST_PATTERNS)',
    why: 'more kinds of names are looked at than there are',
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: 'const near = [',
    why: 'which number is shown of those that will do',
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: 'const ends = [low, high]',
    why: 'which number is shown of those that will do',
  },
  { file: 'compare/relate/solve/number.ts', line: 'times < first) return first', why: ORDER },
  { file: 'compare/relate/solve/number.ts', line: 'return last !== null && times > last', why: ORDER },
  {
    file: 'compare/relate/solve/number.ts',
    line: '...(last === null ? [] : [last])',
    before: '[last]',
    why: ORDER,
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: '...(first === null ? [] : [first])',
    before: '[first]',
    why: ORDER,
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: '1000',
    before: '1000',
    why: 'which number is shown of those that will do',
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: 'findReal(interval, isWanted, unwanted.size)',
    why: 'a bound of effort',
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: 'const most = BigInt(Math.min(MOST_TRIES, unwanted + 200))',
    why: 'a bound of effort',
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: 'const tries = Math.min(MOST_TRIES, unwanted + 100)',
    why: 'a bound of effort',
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: 'from + (to - from) *',
    before: 'to - from',
    why: 'which number is shown of those that will do',
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: 'if ((first !== null && times < first) || (last !== null && times > last)) continue',
    before: /\|\|/,
    why: FASTER,
  },
  {
    file: 'compare/relate/solve/number.ts',
    line: "excluded.filter((value) => typeof value === 'number')",
    before: /filter/,
    why: 'what is no number is found among none',
  },
  {
    file: 'compare/relate/solve/object.ts',
    line: 'for (let size = -1;',
    before: '1',
    why: 'no set has either size',
  },
  {
    file: 'compare/relate/solve/search.ts',
    line: 'mayHold: mayHold.filter((one) => one !== branch)',
    why: 'that a branch which holds may hold as well adds nothing',
  },
  { file: 'compare/relate/solve/state.ts', line: 'refused.length < 3', why: ORDER },
  { file: 'compare/relate/solve/state.ts', line: '- shared || 1)', why: ORDER },
  { file: 'compare/relate/solve/search.ts', line: 'Number(best.ways.doubt !== null) === 0', why: FASTER },
  {
    file: 'compare/relate/solve/state.ts',
    line: 'const list = branches[0]?.site.parent?.raw ?? site.raw',
    before: '0',
    why: 'another branch stands in the same list',
  },
  {
    file: 'compare/relate/solve/search.ts',
    line: 'const looked = refused.length < 2',
    before: '2',
    why: FASTER,
  },
  {
    file: 'compare/relate/solve/search.ts',
    line: 'for (const refusal of left.slice(1))',
    before: 'left.slice(1)',
    why: FASTER,
  },
  {
    file: 'compare/relate/solve/search.ts',
    line: 'if (ways.ways.length < best.ways.ways.length)',
    after: '(ways.ways.length) <= (best.ways.ways.length)',
    why: ORDER,
  },
  { file: 'compare/relate/solve/simplify.ts', line: 'refused.length < 2', before: '2', why: FASTER },
  { file: 'compare/relate/solve/simplify.ts', line: 'shapes.length < 2', before: '2', why: FASTER },
  { file: 'compare/relate/solve/solver.ts', line: 'one === shape || one.includes(shape)', why: FASTER },
  {
    file: 'compare/relate/solve/solver.ts',
    line: "if (answer !== null && answer.kind !== 'unknown') return answer",
    before: 'answer !== null',
    why: FASTER,
  },
  {
    file: 'compare/relate/solve/fits.ts',
    line: '!among.some((one) => jsonEqual(one, value))',
    why: 'there is never more than one',
  },
  {
    file: 'compare/relate/solve/question-key.ts',
    line: 'numbers.set(one, number)',
    why: 'questions are kept under another key, and asked again',
  },
  {
    file: 'compare/relate/solve/question-key.ts',
    line: '[...settled].map(numberOf).sort().join()',
    before: /sort/,
    why: 'questions are kept under another key, and asked again',
  },
  {
    file: 'compare/relate/solve/solver.ts',
    line: 'if (index % 100 === 99) this.burn()',
    why: 'a bound of effort',
  },
  {
    file: 'compare/relate/solve/text.ts',
    line: 'this.#patterns.add(value)',
    before: 'this.#patterns.add(value)',
    why: FASTER,
  },
  {
    file: 'compare/relate/solve/ways.ts',
    line: '(branch.mask & context.type) !== 0 && context.canHold(branch)',
    why: 'a pair of branches that can not hold is refuted when it is tried',
  },
];
