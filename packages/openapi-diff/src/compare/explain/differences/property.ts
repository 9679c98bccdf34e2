import type { Site } from '../../../contract/site.ts';
import type { Json, JsonObject } from '../../../read/document.ts';
import type { PathStep } from '../../finding.ts';
import type { Failure, Goal, Shape } from '../../relate/shape.ts';
import { type Difference, goalOf, type Sides } from '../difference.ts';

/** What both sides say of a name. */
export interface Property {
  readonly name: string;
  readonly known: { readonly base: boolean; readonly head: boolean };
  readonly hidden: { readonly base: boolean; readonly head: boolean };
  readonly required: { readonly base: boolean; readonly head: boolean };
  readonly base: Site | null;
  readonly head: Site | null;
}

/** Every name that one of the sides speaks of. */
export function namesOf(base: Shape, head: Shape): ReadonlySet<string> {
  return new Set(
    [head, base].flatMap((shape) => [...shape.propertyNames, ...shape.required.keys(), ...shape.hiddenNames]),
  );
}

/** What both sides say of a name. */
export function propertyOf({ base: { core: base }, head: { core: head } }: Sides, name: string): Property {
  const both = <T>(of: (shape: Shape) => T) => ({ base: of(base), head: of(head) });
  const known = both((shape) => declares(shape, name) || shape.required.has(name));
  const hidden = both((shape) => shape.hiddenNames.has(name) && !declares(shape, name));
  const required = both((shape) => isRequired(shape, name));
  return {
    name,
    known,
    hidden,
    required,
    base: siteOfProperty(base, name),
    head: siteOfProperty(head, name),
  };
}

const declared = new WeakMap<Shape, ReadonlySet<string>>();

/** Whether a schema declares a property itself, outside of its branches. */
export function declares(shape: Shape, name: string): boolean {
  let names = declared.get(shape);
  if (names === undefined) {
    names = new Set(shape.propertyNames);
    declared.set(shape, names);
  }
  return names.has(name);
}

/** Whether `required` names it; a property that merely counts as promised is optional. */
function isRequired(shape: Shape, name: string): boolean {
  return shape.required.get(name)?.keyword === 'required';
}

function siteOfProperty(shape: Shape, name: string): Site | null {
  return shape.propertySites(name)[0] ?? shape.required.get(name)?.site ?? null;
}

/** The step into a property. */
export function stepTo(name: string): PathStep {
  return { kind: 'property', name };
}

/** What all differences about a property share. */
export function about(sides: Sides, property: Property): Omit<Difference, 'event' | 'mayBreak'> {
  const { name } = property;
  return {
    step: stepTo(name),
    base: property.known.base || property.hidden.base ? property.base : null,
    head: property.known.head || property.hidden.head ? property.head : null,
    args: {},
    goals: goalsOf(sides.receiver.core, name),
    guesses: () => withAndWithout(sides, name),
    carries: concerns(name),
  };
}

/** The least objects of the sender without a property and with it: what most differences of properties show in. */
function* withAndWithout({ relator, sender: { core } }: Sides, name: string): Iterable<Json> {
  const object = core.types.has('object') ? relator.leastObject(core) : undefined;
  if (object === undefined) return;
  const isThere = Object.hasOwn(object, name);
  // The object itself is known already, to whatever it was shown before.
  yield isThere ? without(object, name) : object;
  if (isThere) {
    yield object;
    return;
  }
  const value = relator.sample(core.property(name));
  if (value !== undefined) yield { ...object, [name]: value };
}

function without(object: JsonObject, name: string): JsonObject {
  const { [name]: _, ...others } = object;
  return others;
}

/** The assertions of an object that a property's presence or absence can fail. */
export function goalsOf(shape: Shape, name: string): readonly Goal[] {
  const required = shape.required.get(name);
  return [
    ...(required === undefined ? [] : [goalOf(required, name)]),
    ...shape.additionalFacts.map((fact) => goalOf(fact, name)),
  ];
}

/** Whether a value is rejected for what it has under a name, or for not having it. */
function concerns(name: string): (value: unknown, failures: readonly Failure[]) => boolean {
  return (_, failures) => namesConcerned(failures).has(name);
}

const concerned = new WeakMap<readonly Failure[], ReadonlySet<unknown>>();

/** The names that a value is rejected for; one list of failures may speak of thousands. */
function namesConcerned(failures: readonly Failure[]): ReadonlySet<unknown> {
  let names = concerned.get(failures);
  if (names === undefined) {
    names = new Set(failures.map(({ at, name }) => (at.length === 0 ? name : at[0])));
    concerned.set(failures, names);
  }
  return names;
}

/** A property that was marked or is no longer. */
export function movedMark(
  sides: Sides,
  property: Property,
  words: 'read-only' | 'write-only',
  is: boolean,
  isNeeded: boolean,
): Difference {
  const event = `${isNeeded ? 'required' : 'optional'}-property-became-${is ? '' : 'not-'}${words}`;
  const id = `${sides.direction}-${event}`;
  return {
    ...about(sides, property),
    event,
    idAt: () => id,
    mayBreak: property.hidden.base || property.hidden.head,
  };
}
