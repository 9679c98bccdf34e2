import type { Site } from '../../contract/site.ts';
import type { Json } from '../../read/document.ts';
import { isArray, isObject, keyOf } from '../relate/json.ts';
import type { Group, JsonType, Relator, Shape } from '../relate/shape.ts';
import { FAMILY } from '../relate/shapes/families.ts';

/** A type as people tell them apart: whole numbers are a type of their own, null is a mark. */
export type Kind = Exclude<JsonType, 'null'> | 'integer';

/**
 * A schema as the rules look at it: with null taken apart from everything else, in whatever
 * spelling it came, and wrappers with a single real branch taken off.
 */
export interface View {
  /** The whole schema; it alone decides what is accepted. */
  readonly shape: Shape;
  /** The schema without wrappers, whose keywords are compared. */
  readonly core: Shape;
  /** Where the schema stands. */
  readonly site: Site | null;
  /** Whether it plainly allows nothing: `false`, `not` of everything, types or values that leave nothing. */
  readonly isNothing: boolean;
  readonly acceptsNull: boolean;
  /**
   * Whether every keyword speaks for itself, so that a pair of such schemas is safe when each
   * keyword and each part is: no choices, conditions or counts that hang together.
   */
  readonly isPlain: boolean;
  /** The same for a choice with nothing beside it, whose branches speak for themselves; null where it is none. */
  readonly choice: Group | null;
  /** The `anyOf`s and `oneOf`s that really offer a choice. */
  readonly groups: readonly Group[];
  /** The kinds that the keywords outside of groups leave. */
  readonly ownKinds: ReadonlySet<Kind>;
  /** The kinds that remain with the groups' branches looked into. */
  readonly kinds: ReadonlySet<Kind>;
  /** The values that are listed, null left out; null where any value goes. */
  readonly values: readonly Json[] | null;
}

/** Every kind of value. */
export const EVERY_KIND: readonly Exclude<Kind, 'integer'>[] = [
  'string',
  'number',
  'boolean',
  'object',
  'array',
];

/** How many wrappers are taken off, and how deep branches are looked into. */
const MOST_WRAPPERS = 8;

/** Makes views of shapes, one for each shape. */
export function createViews(relator: Relator): (shape: Shape) => View {
  const views = new Map<number, View>();
  return (shape) => {
    let view = views.get(shape.id);
    if (view === undefined) {
      view = viewOf(shape, relator);
      views.set(shape.id, view);
    }
    return view;
  };
}

function viewOf(shape: Shape, relator: Relator): View {
  const { core, groups } = unwrapped(shape, relator);
  const listed = valuesOf(core, groups, 0);
  const values = listed === null ? null : withoutNull(listed);
  return {
    shape,
    core,
    site: siteOf(shape),
    isNothing:
      core.isNothing ||
      core.types.size === 0 ||
      core.values?.length === 0 ||
      core.negations.some((negation) => negation.shape.isAnything),
    isPlain: groups.length === 0 && isPlain(core),
    choice: groups.length === 1 && isPlain(core) && isBare(core) ? (groups[0] ?? null) : null,
    acceptsNull: acceptsNull(shape, relator),
    // A choice between listed values is a list of values, however it is written.
    groups: listed !== null && core.values === null ? [] : groups,
    ownKinds: narrowed(kindsOfKeywords(core), core.values),
    kinds: narrowed(kindsOf(core, groups, 0), values),
    values,
  };
}

/**
 * Where a schema stands. What is put together of several parts stands in one of them, and not in
 * what only one of them refers to: which is looked at first means nothing.
 */
function siteOf({ origins, sites }: Shape): Site | null {
  return (origins.length > 1 ? origins[0] : sites[0]) ?? null;
}

/** Most schemas say it with their types and listed values alone. */
function acceptsNull(shape: Shape, relator: Relator): boolean {
  if (shape.says(FAMILY.choices | FAMILY.negation | FAMILY.condition)) return relator.accepts(shape, null);
  return !shape.isNothing && shape.types.has('null') && shape.values?.includes(null) !== false;
}

function isPlain(core: Shape): boolean {
  const { types } = core;
  return (
    core.negations.length === 0 &&
    core.conditionals.length === 0 &&
    core.unresolved.length === 0 &&
    (!types.has('array') || (core.contains.length === 0 && core.unevaluatedItems.length === 0)) &&
    (!types.has('object') || isPlainObject(core))
  );
}

/** What makes the properties of an object hang together. */
const TYING = FAMILY.counts | FAMILY.names | FAMILY.patterns | FAMILY.dependents | FAMILY.unevaluated;

function isPlainObject(core: Shape): boolean {
  if (!core.says(TYING)) return true;
  return (
    core.minProperties === null &&
    core.maxProperties === null &&
    core.nameSchemas.length === 0 &&
    core.patternProperties.length === 0 &&
    core.dependentRequired.length === 0 &&
    core.dependentSchemas.length === 0 &&
    core.unevaluatedProperties.length === 0
  );
}

/** Whether nothing is said of an object's properties outside of branches. */
function isBare(core: Shape): boolean {
  return core.propertyNames.length === 0 && core.required.size === 0 && core.additionalFacts.length === 0;
}

/**
 * Whether no value fits two branches, so that fitting one of them is all that matters: every
 * branch needs a property whose listed values no other branch has.
 */
export function isTold(group: Group): boolean {
  const [first, ...others] = group.branches.map(({ shape }) => shape);
  if (first === undefined) return false;
  return [...first.required.keys()].some((name) => {
    const seen = new Set<string>();
    return [first, ...others].every((shape) => {
      const values = shape.required.has(name) ? shape.property(name).values : null;
      return values?.every((value) => !seen.has(keyOf(value)) && seen.add(keyOf(value))) === true;
    });
  });
}

/** Takes off groups with one branch beside null, which say no more than that branch. */
function unwrapped(
  shape: Shape,
  relator: Relator,
): { readonly core: Shape; readonly groups: readonly Group[] } {
  let core = shape;
  const taken = new Set<Json>();
  const isLeft = ({ site }: Group) => !taken.has(site.raw);
  for (let count = 0; count < MOST_WRAPPERS; count += 1) {
    const wrapper = core.groups.filter(isLeft).find((group) => realBranches(group).length === 1);
    const [only] = wrapper === undefined ? [] : realBranches(wrapper);
    if (wrapper === undefined || only === undefined) break;
    taken.add(wrapper.site.raw);
    core = relator.conjoin([core, only.shape]);
  }
  return { core, groups: core.groups.filter(isLeft) };
}

/** The branches of a group that allow more than null. */
export function realBranches({ branches }: Group): Group['branches'] {
  return branches.filter(({ shape }) => !isNullOnly(shape));
}

function isNullOnly({ types, values }: Shape): boolean {
  if (types.size === 1 && types.has('null')) return true;
  return values !== null && values.length > 0 && values.every((value) => value === null);
}

function valuesOf(shape: Shape, groups: readonly Group[], depth: number): readonly Json[] | null {
  if (shape.values !== null) return shape.values;
  if (isNullOnly(shape)) return [null];
  if (depth >= MOST_WRAPPERS) return null;
  for (const { branches } of groups) {
    const lists = branches.map((branch) => valuesOf(branch.shape, branch.shape.groups, depth + 1));
    const known = lists.filter((list) => list !== null);
    if (known.length === lists.length && known.length > 0) return distinct(known.flat());
  }
  return null;
}

/** The same list where there is no null in it: what is known of a list is kept by the list. */
function withoutNull(values: readonly Json[]): readonly Json[] {
  return values.includes(null) ? values.filter((value) => value !== null) : values;
}

function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

function kindsOf(shape: Shape, groups: readonly Group[], depth: number): ReadonlySet<Kind> {
  let kinds = kindsOfKeywords(shape);
  if (depth >= MOST_WRAPPERS) return kinds;
  for (const { branches } of groups) {
    const offered = new Set(
      branches.flatMap(({ shape: branch }) => [...kindsOf(branch, branch.groups, depth + 1)]),
    );
    if (offered.has('number')) offered.delete('integer');
    kinds = intersected(kinds, offered);
  }
  return kinds;
}

function kindsOfKeywords(shape: Shape): ReadonlySet<Kind> {
  const isWhole =
    shape.integer !== null || shape.multipleOf.some(({ value }) => Number.isInteger(value) && value > 0);
  const kinds = new Set<Kind>();
  for (const type of shape.types) {
    if (type === 'number' && isWhole) kinds.add('integer');
    else if (type !== 'null') kinds.add(type);
  }
  return kinds;
}

function intersected(a: ReadonlySet<Kind>, b: ReadonlySet<Kind>): ReadonlySet<Kind> {
  const both = new Set<Kind>();
  for (const kind of a) if (covers(b, kind)) both.add(kind);
  for (const kind of b) if (covers(a, kind)) both.add(kind);
  if (both.has('integer')) both.delete('number');
  return both;
}

/** Whether values of a kind are among those of a set of kinds. */
export function covers(kinds: ReadonlySet<Kind>, kind: Kind): boolean {
  return kinds.has(kind) || (kind === 'integer' && kinds.has('number'));
}

/** The kind of a value; null has none. */
export function kindOf(value: Json): Kind | null {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return isArray(value) || !isObject(value) ? 'array' : 'object';
}

/** Listed values leave only their own kinds. */
function narrowed(kinds: ReadonlySet<Kind>, values: readonly Json[] | null): ReadonlySet<Kind> {
  if (values === null) return kinds;
  const listed = new Set<Kind>();
  for (const value of values) {
    const kind = kindOf(value);
    if (kind !== null) listed.add(kind);
  }
  if (listed.has('number')) listed.delete('integer');
  return intersected(kinds, listed);
}

/** Whether both sides allow values of a JSON type, so that its keywords matter. */
export function bothAllow(base: View, head: View, type: 'string' | 'number' | 'array' | 'object'): boolean {
  const allows = ({ kinds }: View) => kinds.has(type) || (type === 'number' && kinds.has('integer'));
  return allows(base) && allows(head);
}
