/** Mutants that no test can or should notice, each with the reason. */

/** Which mutants: by file, a part of the line, and what is changed into what, where that matters. */
export interface Equivalent {
  readonly file: string;
  readonly line: string;
  readonly before?: string | RegExp;
  readonly after?: string;
  readonly why: string;
}

const FASTER = 'a short way for what the long way does too';
const ORDER = 'which of several is looked at first; the answer is the same';
const TYPES = 'for the compiler alone; the case is not there';

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'compare/compare.ts',
    line: "steps.isCleanPath('webhooks', name) || steps.isCleanPath('x-webhooks', name)",
    why: FASTER,
  },
  { file: 'compare/relate/solve/solver.ts', line: 'refused.length < 2', before: '2', why: FASTER },
  { file: 'compare/relate/solve/solver.ts', line: 'shapes.length < 2', before: '2', why: FASTER },
  { file: 'compare/relate/shapes/store.ts', line: 'ids.length < 2', why: 'shapes are shared less' },
  {
    file: 'compare/relate/solve/search.ts',
    line: 'mayHold: mayHold.filter((one) => one !== branch)',
    why: 'that a branch which holds may hold as well adds nothing',
  },
  { file: 'compare/relate/solve/search.ts', line: 'refused.length < 3', why: ORDER },
  { file: 'compare/relate/solve/search.ts', line: '- shared || 1)', why: ORDER },
  { file: 'compare/relate/solve/search.ts', line: 'Number(best.ways.doubt !== null) === 0', why: FASTER },
  {
    file: 'compare/relate/solve/ways.ts',
    line: '(branch.mask & context.type) !== 0 && context.canHold(branch)',
    why: 'a pair of branches that can not hold is refuted when it is tried',
  },
  {
    file: 'compare/relate/shapes/values.ts',
    line: "integer ??= { value: true, keyword: 'type', site }",
    before: 'true',
    why: 'the value of the fact is not read, only that it is there',
  },
  { file: 'compare/relate/shapes/null-form.ts', line: 'a === undefined || b === undefined', why: TYPES },
  { file: 'compare/explain/describe.ts', line: 'JSON.stringify(a) < JSON.stringify(b) ? -1 : 1', why: ORDER },
  { file: 'compare/relate/evaluate/kept.ts', line: 'new Map([[shape, answer]])', why: FASTER },
  {
    file: 'compare/relate/evaluate/sendable.ts',
    line: 'isObject(value) && isObjectSendable(check, inPlace, value, report)',
    why: TYPES,
  },
  {
    file: 'compare/explain/differences/annotations.ts',
    line: 'rankAfter < rankBefore',
    why: 'equal ranks end before',
  },
  { file: 'compare/explain/differences/items.ts', line: 'to > from ?', why: 'equal counts end before' },
  {
    file: 'compare/relate/shapes/equal.ts',
    line: 'this.#assumed.clear()',
    why: 'what is left from before was shown to hold',
  },
  {
    file: 'compare/relate/inclusion.ts',
    line: 'this.#assumed.clear()',
    why: 'what is left from before was shown to hold',
  },
  {
    file: 'classify/policy.ts',
    line: 'return found ?? usual',
    why: 'a problem was noted, which ends in an error',
  },
  {
    file: 'compare/relate/rational.ts',
    line: 'a < 0n ? -a : a',
    after: '(a) <= (0n)',
    why: 'zero has no sign',
  },
  {
    file: 'compare/relate/rational.ts',
    line: 'b < 0n ? -b : b',
    after: '(b) <= (0n)',
    why: 'zero has no sign',
  },
  {
    file: 'compare/relate/shapes/bounds.ts',
    line: 'a.value < b.value',
    after: '(a.value) <= (b.value)',
    why: ORDER,
  },
  {
    file: 'compare/relate/shapes/bounds.ts',
    line: 'a.value > b.value',
    after: '(a.value) >= (b.value)',
    why: ORDER,
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
  {
    file: 'compare/relate/solve/search.ts',
    line: 'const list = branches[0]?.site.parent?.raw ?? site.raw',
    before: '0',
    why: 'another branch stands in the same list',
  },
  {
    file: 'compare/relate/evaluate/compositions.ts',
    line: "if (group.keyword === 'anyOf' ? sure > 0 : sure > 1 && report === null) break;",
    why: FASTER,
  },
  {
    file: 'compare/pattern/syntax.ts',
    line: "if (char === 'b' || char === 'B' || char === 'k'",
    why: 'any other letter is refused a few lines below',
  },
  {
    file: 'compare/compare.ts',
    line: "steps.isClean('webhooks', name, method) || steps.isClean('x-webhooks', name, method)",
    why: FASTER,
  },
  {
    file: 'compare/relate/solve/array.ts',
    line: 'failing.filter(({ index }) => index >= rest)',
    why: 'more is tried than has to be',
  },
  {
    file: 'compare/relate/solve/search.ts',
    line: 'const looked = refused.length < 2',
    before: '2',
    why: FASTER,
  },
  { file: 'compare/relate/solve/solver.ts', line: 'one === shape || one.includes(shape)', why: FASTER },
  {
    file: 'compare/relate/shapes/equal-to.ts',
    line: "if (value === null || typeof value !== 'object') return { const: value }",
    why: TYPES,
  },
  { file: 'compare/relate/solve/number.ts', line: 'times < first) return first', why: ORDER },
  { file: 'compare/relate/solve/number.ts', line: 'return last !== null && times > last', why: ORDER },
  {
    file: 'compare/explain/differences/bounds.ts',
    line: 'Math.max(0, Math.floor(most)) + 1',
    why: 'a guess; where it fails, the value is searched for',
  },
  {
    file: 'compare/explain/graph.ts',
    line: "return receiver.choice.keyword === 'anyOf' || isTold(receiver.choice)",
    why: 'what is not the sum of its parts is asked about as a whole',
  },
  {
    file: 'compare/pattern/syntax.ts',
    line: 'return isSingle(set) && (set[0] ?? 0) >= 0xd800',
    before: '0',
    why: 'both ends of one character are the same',
  },
  {
    file: 'compare/relate/solve/solver.ts',
    line: "if (answer !== null && answer.kind !== 'unknown') return answer",
    before: 'answer !== null',
    why: FASTER,
  },
  {
    file: 'compare/relate/solve/solver.ts',
    line: '!among.some((one) => jsonEqual(one, value))',
    why: 'there is never more than one',
  },
  {
    file: 'compare/relate/solve/names.ts',
    line: 'Math.min(known.length, MOST_PATTERNS)',
    why: 'more kinds of names are looked at than there are',
  },
  { file: 'compare/cause.ts', line: 'let low = 0', why: 'which bits a hash is mixed of' },
  { file: 'compare/cause.ts', line: 'let high = 0', why: 'which bits a hash is mixed of' },
  {
    file: 'compare/pattern/find-string.ts',
    line: 'sum + 1 + states.length / STATES_A_STEP',
    why: 'what a step costs',
  },
  {
    file: 'compare/explain/differences/bounds.ts',
    line: "const effect: Effect = looser > 0 ? 'widens'",
    before: 'looser > 0',
    why: 'equal bounds end before',
  },
  {
    file: 'compare/explain/differences/bounds.ts',
    line: 'const isIncrease = looser > 0',
    before: 'looser > 0',
    why: 'equal bounds end before',
  },
  {
    file: 'compare/relate/rational.ts',
    line: 'let [scale, digits] = [0, step.den]',
    before: '0',
    why: 'a digit more than is needed is a zero',
  },
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
    file: 'compare/relate/shapes/families.ts',
    line: ': ',
    before: /^[\d_]+$/,
    why: 'with a bit of another family more is read than has to be',
  },
  { file: 'compare/parameters/wire.ts', line: 'SEPARATORS[style] ?? style', why: TYPES },
  {
    file: 'compare/relate/solve/memo.ts',
    line: '#level = 0',
    why: 'levels are only compared with one another',
  },
  {
    file: 'compare/explain/view.ts',
    line: 'for (let count = 0; count < MOST_WRAPPERS',
    before: '0',
    why: 'a bound of effort',
  },
  { file: 'compare/explain/view.ts', line: 'wrapper === undefined || only === undefined', why: TYPES },
  {
    file: 'compare/explain/differences/items.ts',
    line: 'to.min > from.min',
    after: '(to.min) >= (from.min)',
    why: 'equal counts end before',
  },
  {
    file: 'compare/explain/differences/items.ts',
    line: 'to.max > from.max',
    after: '(to.max) >= (from.max)',
    why: 'equal counts end before',
  },
  {
    file: 'compare/relate/solve/memo.ts',
    line: 'this.#level = 0',
    why: 'levels are only compared with one another',
  },
  {
    file: 'compare/relate/shapes/object-facts.ts',
    line: "'maxProperties', (a, b) => a < b",
    after: '(a) <= (b)',
    why: ORDER,
  },
  {
    file: 'compare/relate/shapes/object-facts.ts',
    line: "'minProperties', (a, b) => a > b",
    after: '(a) >= (b)',
    why: ORDER,
  },
  {
    file: 'compare/relate/shapes/bounds.ts',
    line: "'minLength', (a, b) => a > b",
    after: '(a) >= (b)',
    why: ORDER,
  },
  {
    file: 'compare/relate/shapes/bounds.ts',
    line: "'maxLength', (a, b) => a < b",
    after: '(a) <= (b)',
    why: ORDER,
  },
  {
    file: 'compare/relate/shapes/store.ts',
    line: 'if (only !== undefined && origins.length === 1',
    why: FASTER,
  },
  {
    file: 'compare/explain/differences/text.ts',
    line: 'if (from !== undefined && to !== undefined && gone.length === 1',
    before: 'from !== undefined && to !== undefined',
    why: TYPES,
  },
  {
    file: 'classify/levels.ts',
    line: 'WORST_FIRST.indexOf(a) > WORST_FIRST.indexOf(b)',
    after: '(WORST_FIRST.indexOf(a)) >= (WORST_FIRST.indexOf(b))',
    why: 'of two equal levels either is the milder one',
  },
  {
    file: 'compare/relate/json.ts',
    line: '1 + Math.min(value.length, 1000) / 1000',
    before: '1000',
    why: ORDER,
  },
  {
    file: 'compare/relate/shapes/compiled.ts',
    line: '#families = -1',
    why: 'what is not known yet counts as all there are',
  },
  {
    file: 'compare/relate/shapes/null-form.ts',
    line: 'shape.unresolved.length === 0',
    why: 'a reference that leads nowhere is no group, and is compared by its own words',
  },
  {
    file: 'compare/relate/solve/solver.ts',
    line: 'numbers.set(one, number)',
    why: 'questions are kept under another key, and asked again',
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
  {
    file: 'compare/explain/describe.ts',
    line: 'compareValues(value, last) >= 0',
    after: '(compareValues(value, last)) > (0)',
    why: 'no two values of a list are equal',
  },
  {
    file: 'compare/security/scheme-pairs.ts',
    line: "return value !== null && typeof value === 'object' && !Array.isArray(value)",
    why: TYPES,
  },
  { file: 'compare/relate/shapes/expand.ts', line: 'childSite(list, index) ?? []', why: TYPES },
  {
    file: 'compare/relate/solve/number.ts',
    line: '1000',
    before: '1000',
    why: 'which number is shown of those that will do',
  },
  {
    file: 'compare/explain/view.ts',
    line: 'if (first === undefined) return false',
    why: 'what is not told apart is asked about as a whole',
  },
  { file: 'compare/explain/explain.ts', line: 'doubts: 0,', why: 'a bound of effort' },
  { file: 'compare/explain/explain.ts', line: 'proven: 0,', why: 'a bound of effort' },
  { file: 'compare/explain/explain.ts', line: 'built: 0,', why: 'a bound of effort' },
  {
    file: 'compare/explain/branches.ts',
    line: 'const isContested = count > 1',
    before: 'count > 1',
    why: FASTER,
  },
  {
    file: 'classify/listed.ts',
    line: 'if (first === undefined) return ranked',
    before: 'first === undefined',
    why: TYPES,
  },
  {
    file: 'compare/relate/shapes/inhabited.ts',
    line: 'for (let size = -1;',
    before: '1',
    why: 'no set has either size',
  },
  {
    file: 'compare/relate/solve/object.ts',
    line: 'for (let size = -1;',
    before: '1',
    why: 'no set has either size',
  },
  {
    file: 'compare/relate/shapes/equal.ts',
    line: 'this.#trail.splice(mark - 1)',
    before: '1',
    why: 'one more than has to be is forgotten',
  },
];
