import { isAnnotation } from '../formats.ts';
import { ARRAY, type NULL, NUMBER, OBJECT, STRING, typeOf } from '../json.ts';
import { BOUNDS } from '../limits.ts';
import type { Fact, Goal } from '../shape.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import { type Fail, failing, type Way, type Ways } from './fail.ts';
import { namesThatMatter } from './names.ts';
import { leadsNowhere, type Refusal } from './question.ts';

/** Branches of a `oneOf` of which two may hold at once; more pairs are not looked at. */
const MOST_PAIRS = 300;

/** Listed objects and arrays that are told apart part by part. */
const MOST_LISTED = 20;

/** What the ways to fail a shape depend on beside the shape. */
export interface WaysContext {
  /** The type of the wanted value, as a bit. */
  readonly type: typeof NULL | number;
  /** Every shape that the wanted value must be accepted by. */
  readonly accepting: readonly CompiledShape[];
  /** Branches that may hold as well, and declare further properties. */
  readonly mayHold: readonly CompiledShape[];
  /** Whether two branches of a `oneOf` that hold at once count as a way to fail it. */
  readonly overlaps: boolean;
  /** Whether every schema of property names lets a name pass. */
  readonly allowsName: (name: string) => boolean;
  /** Whether a value that is sent can be of this shape too; true where that isn't known. */
  readonly canHold: (shape: CompiledShape) => boolean;
  /** Whether whatever one shape accepts another one accepts, as can be seen at once. */
  readonly isSame: (one: CompiledShape, other: CompiledShape) => boolean;
}

/** Every way for a value of a type to fail a shape: because of the goal alone where there is one. */
export function waysToFail({ shape, goal }: Refusal, context: WaysContext): Ways {
  const ways: Way[] = [];
  let doubt: string | null = null;
  const isWanted = (
    fact: { readonly site: Fact<unknown>['site']; readonly keyword: string },
    name?: string,
  ) => goal === null || isGoal(goal, fact, name);
  const add = (fact: Fact<unknown> | null, fail: (value: never) => Fail) => {
    if (fact !== null && isWanted(fact)) ways.push(failing(fail(fact.value as never)));
  };
  if (shape.values !== null && shape.valueFacts.some((fact) => isWanted(fact))) {
    const values = shape.values.filter((value) => typeOf(value) === context.type);
    if (context.type === NUMBER || context.type === STRING || values.length > MOST_LISTED) {
      ways.push(failing({ kind: 'unlisted', values }));
    } else ways.push({ fails: [], refused: values.map((value) => shape.equalTo(value)), accepted: [] });
  }
  switch (context.type) {
    case NUMBER:
      add(shape.minimum, (bound) => ({ kind: 'below', bound }));
      add(shape.maximum, (bound) => ({ kind: 'above', bound }));
      add(shape.integer, () => ({ kind: 'fraction' }));
      for (const fact of shape.multipleOf) add(fact, (of) => ({ kind: 'no-multiple', of }));
      break;
    case STRING:
      add(shape.minLength, (than) => ({ kind: 'shorter', than }));
      add(shape.maxLength, (than) => ({ kind: 'longer', than }));
      for (const fact of shape.patterns) add(fact, (pattern) => ({ kind: 'mismatch', pattern }));
      for (const fact of shape.formats)
        if (!isAnnotation(fact.value)) add(fact, (format) => ({ kind: 'unformatted', format }));
      break;
    case ARRAY:
      doubt = addArrayWays(shape, context, isWanted, ways) ?? doubt;
      break;
    case OBJECT:
      doubt = addObjectWays(shape, context, isWanted, ways) ?? doubt;
      break;
  }
  doubt = addCompositionWays(shape, context, isWanted, ways) ?? doubt;
  for (const { value, site, keyword } of shape.unresolved) {
    const same = context.accepting.some((one) => one.unresolved.some((other) => other.value === value));
    if (!same && isWanted({ site, keyword })) doubt = leadsNowhere(value);
  }
  return { ways, doubt };
}

type IsWanted = (
  fact: { readonly site: Fact<unknown>['site']; readonly keyword: string },
  name?: string,
) => boolean;

function isGoal(goal: Goal, { site, keyword }: Parameters<IsWanted>[0], name?: string): boolean {
  return (
    goal.keyword === keyword &&
    goal.site.raw === site.raw &&
    (goal.name === undefined || name === undefined || goal.name === name)
  );
}

function addArrayWays(
  shape: CompiledShape,
  { accepting, isSame }: WaysContext,
  isWanted: IsWanted,
  ways: Way[],
): string | null {
  const counted = accepting.flatMap((one) =>
    one.contains.map(({ shape: item, min, max }) => ({ item: compiled(item), min, max })),
  );
  const { minItems, maxItems, uniqueItems } = shape;
  if (minItems !== null && isWanted(minItems)) ways.push(failing({ kind: 'fewer', than: minItems.value }));
  if (maxItems !== null && isWanted(maxItems)) ways.push(failing({ kind: 'more', than: maxItems.value }));
  if (uniqueItems !== null && isWanted(uniqueItems)) ways.push(failing({ kind: 'repeated' }));
  for (const contains of shape.contains) {
    const { site, min, max } = contains;
    const item = compiled(contains.shape);
    const isMet = min <= 0 || counted.some((one) => one.min >= min && isSame(one.item, item));
    if (!isMet && (isWanted({ site, keyword: 'contains' }) || isWanted({ site, keyword: 'minContains' }))) {
      ways.push(failing({ kind: 'few-containing', contains }));
    }
    const isKept = !Number.isFinite(max) || counted.some((one) => one.max <= max && isSame(item, one.item));
    if (!isKept && isWanted({ site, keyword: 'maxContains' })) {
      ways.push(failing({ kind: 'many-containing', contains }));
    }
  }
  const rest = Math.max(shape.prefixCount, ...accepting.map(({ prefixCount }) => prefixCount));
  for (let index = 0; index <= rest; index++) {
    const item = shape.item(index);
    if (!item.isAnything && isWantedPart(shape.itemSites(index), item, isWanted)) {
      ways.push(failing({ kind: 'item', index, shape: item }));
    }
  }
  return shape.dependentOnValue().items.length > 0
    ? 'which items `unevaluatedItems` is about depends on the value'
    : null;
}

/** A goal is met by a part when the part's own schema stands under the goal's keyword. */
function isWantedPart(
  sites: readonly { readonly parent: Fact<unknown>['site'] | null; readonly key: string | number }[],
  part: CompiledShape,
  isWanted: IsWanted,
  name?: string,
): boolean {
  return [...sites, ...(part.nothing === null ? [] : [part.nothing]), ...part.origins].some(
    ({ parent, key }) => {
      if (parent === null) return false;
      if (isWanted({ site: parent, keyword: String(key) }, name)) return true;
      return parent.parent !== null && isWanted({ site: parent.parent, keyword: String(parent.key) }, name);
    },
  );
}

/** Whether a shape says anything of properties that it doesn't declare. */
function saysOfOthers(shape: CompiledShape): boolean {
  return (
    !shape.additional.isAnything ||
    shape.patternProperties.length > 0 ||
    shape.dependentOnValue().properties.length > 0
  );
}

function addObjectWays(
  shape: CompiledShape,
  { accepting, mayHold, allowsName }: WaysContext,
  isWanted: IsWanted,
  ways: Way[],
): string | null {
  const required = new Set(accepting.flatMap((one) => [...one.required.keys()]));
  for (const [name, fact] of shape.required) {
    if (!required.has(name) && isWanted(fact, name)) ways.push(failing({ kind: 'missing', name }));
  }
  const { minProperties, maxProperties } = shape;
  if (minProperties !== null && isWanted(minProperties))
    ways.push(failing({ kind: 'fewer', than: minProperties.value }));
  if (maxProperties !== null && isWanted(maxProperties))
    ways.push(failing({ kind: 'more', than: maxProperties.value }));
  for (const { key, fact } of shape.dependentRequired) {
    if (!isWanted(fact, key)) continue;
    for (const name of fact.value)
      ways.push(failing({ kind: 'present', name: key }, { kind: 'missing', name }));
  }
  for (const { key, shape: dependent, site, keyword } of shape.dependentSchemas) {
    if (isWanted({ site, keyword }, key)) {
      ways.push({ fails: [{ kind: 'present', name: key }], refused: [compiled(dependent)], accepted: [] });
    }
  }
  for (const { shape: allowed, site, keyword } of shape.nameSchemas) {
    if (isWanted({ site, keyword })) ways.push(failing({ kind: 'bad-name', shape: compiled(allowed) }));
  }
  const { names, doubt } = saysOfOthers(shape)
    ? namesThatMatter([shape, ...accepting, ...mayHold], accepting, allowsName)
    : { names: shape.propertyNames, doubt: null };
  let describes =
    shape.hasOpaquePatterns() || shape.patternProperties.some((one) => !compiled(one.shape).isAnything);
  for (const name of names) {
    const part = shape.property(name);
    if (part.isAnything) continue;
    describes = true;
    if (isWantedPart(shape.propertySites(name), part, isWanted, name)) {
      ways.push(failing({ kind: 'property', name, shape: part }));
    }
  }
  if (shape.dependentOnValue().properties.length > 0) {
    return 'which properties `unevaluatedProperties` is about depends on the value';
  }
  return describes ? doubt : null;
}

function addCompositionWays(
  shape: CompiledShape,
  context: WaysContext,
  isWanted: IsWanted,
  ways: Way[],
): string | null {
  let doubt: string | null = null;
  for (const group of shape.groups) {
    if (!isWanted(group)) continue;
    const branches = group.branches.map((branch) => compiled(branch.shape));
    ways.push({ fails: [], refused: branches, accepted: [] });
    if (group.keyword === 'anyOf' || !context.overlaps) continue;
    const possible = branches.filter(
      (branch) => (branch.mask & context.type) !== 0 && context.canHold(branch),
    );
    let pairs = 0;
    for (const [i, a] of possible.entries()) {
      for (const b of possible.slice(i + 1)) {
        pairs += 1;
        if (pairs > MOST_PAIRS) doubt = BOUNDS.branches;
        else ways.push({ fails: [], refused: [], accepted: [a, b] });
      }
    }
  }
  for (const { shape: excluded, site, keyword } of shape.negations) {
    if (isWanted({ site, keyword })) ways.push({ fails: [], refused: [], accepted: [compiled(excluded)] });
  }
  for (const { condition, whenMet, otherwise, site } of shape.conditionals) {
    const [when, met, not] = [compiled(condition), compiled(whenMet), compiled(otherwise)];
    if (isWanted({ site, keyword: 'then' }) || isWanted({ site, keyword: 'if' })) {
      ways.push({ fails: [], refused: [met], accepted: [when] });
    }
    if (isWanted({ site, keyword: 'else' }) || isWanted({ site, keyword: 'if' })) {
      ways.push({ fails: [], refused: [when, not], accepted: [] });
    }
  }
  return doubt;
}
