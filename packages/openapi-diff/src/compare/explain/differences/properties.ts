import { append } from '../../../append.ts';
import type { Shape } from '../../relate/shape.ts';
import { type Child, type Difference, type Found, isNamed, type Sides } from '../difference.ts';
import { bothAllow, type View } from '../view.ts';
import { lifecycleArgs } from './annotations.ts';
import { hiddenDifferences, type LocalDifferences } from './hidden.ts';
import {
  about,
  declares,
  goalsOf,
  movedMark,
  namesOf,
  type Property,
  propertyOf,
  stepTo,
} from './property.ts';

/** Properties that come, go, and turn required, optional, read-only or write-only. */
export function propertyDifferences(sides: Sides, local: LocalDifferences): Found {
  const { base, head } = sides;
  if (!bothAllow(base, head, 'object')) return { differences: [], children: [] };
  const differences: Difference[] = [];
  const children: Child[] = [];
  const isSimple = hasPlainNames(base.core) && hasPlainNames(head.core);
  for (const name of namesOf(base.core, head.core)) {
    // Most properties of an object that changed didn't: nothing is made for them.
    if (isSimple && isUntouched(sides, name)) continue;
    const property = propertyOf(sides, name);
    if (property.hidden.base || property.hidden.head) {
      append(differences, hiddenDifferences(sides, name, property, local));
    } else if (property.known.base && property.known.head) {
      append(differences, staying(sides, property));
      children.push(childOf(sides, name));
    } else if (property.known.head) {
      if (!isInBranch(base, name)) differences.push(added(sides, property));
    } else if (!isInBranch(head, name)) {
      differences.push(removed(sides, property));
    }
  }
  return { differences, children };
}

/** A property that a branch declares has not gone into nothing: what became of it is the branches' matter. */
function isInBranch({ groups }: View, name: string): boolean {
  return groups.some(({ branches }) =>
    branches.some(({ shape }) => declares(shape, name) || shape.required.has(name)),
  );
}

function childOf({ base, head }: Sides, name: string): Child {
  return {
    step: { kind: 'property', name },
    base: base.core.property(name),
    head: head.core.property(name),
    isNamed: isNamed(base.core.propertySites(name), head.core.propertySites(name)),
  };
}

function staying(sides: Sides, property: Property): readonly Difference[] {
  const { name, required } = property;
  const differences: Difference[] = [];
  if (required.base !== required.head) {
    differences.push({
      ...about(sides, property),
      ...becameId(sides, property),
      goals: goalsOf(sides.receiver.core, name).slice(0, 1),
      carries: (_, failures) =>
        failures.some(
          ({ at, name: missing, keyword }) => at.length === 0 && missing === name && isAbsence(keyword),
        ),
      mayBreak: required.head === (sides.direction === 'request'),
    });
  }
  return [...differences, ...markDifferences(sides, property)];
}

function isAbsence(keyword: string): boolean {
  return keyword === 'required' || keyword === 'properties' || keyword === 'dependentRequired';
}

function becameId(
  { direction, head }: Sides,
  { name, required }: Property,
): Pick<Difference, 'event' | 'idAt'> {
  const event = `property-became-${required.head ? 'required' : 'optional'}`;
  if (direction === 'response') return { event, idAt: () => `response-${event}` };
  const hasDefault = required.head && head.core.property(name).annotations('default').length > 0;
  return {
    event,
    idAt: (at, place) => {
      if (place.parameterIn === 'header' && required.head) return 'request-header-property-became-required';
      return `${nounOf(at)}-${event.slice('property-'.length)}${hasDefault ? '-with-default' : ''}`;
    },
  };
}

/** What a property is called in the ids of a place. */
function nounOf(at: string): string {
  return at === 'request-parameter-property' ? 'request-parameter-property' : 'request-property';
}

const MARKS = [
  ['readOnly', 'read-only'],
  ['writeOnly', 'write-only'],
] as const;

/** A mark that hides the property from the other direction alone. */
function markDifferences(sides: Sides, property: Property): readonly Difference[] {
  const { name, required } = property;
  const before = sides.base.core.property(name);
  const after = sides.head.core.property(name);
  return MARKS.flatMap(([keyword, words]) => {
    const was = isMarked(before, keyword);
    const is = isMarked(after, keyword);
    if (was === is) return [];
    return [movedMark(sides, property, words, is, required.head)];
  });
}

function isMarked(shape: Shape, keyword: string): boolean {
  return shape.annotations(keyword).some(({ value }) => value === true);
}

/** Whether a property reads the same on both sides, where nothing but its declaration speaks of it. */
function isUntouched({ base, head, areClean }: Sides, name: string): boolean {
  const before = base.core.propertySites(name);
  return (
    before.length > 0 &&
    isAsked(base.core, name) === isAsked(head.core, name) &&
    areClean(before, head.core.propertySites(name))
  );
}

function isAsked({ required }: Shape, name: string): boolean {
  return required.get(name)?.keyword === 'required';
}

/** Whether nothing but declarations says what properties hold, and all of them are seen. */
function hasPlainNames({
  additionalFacts,
  patternProperties,
  unevaluatedProperties,
  hiddenNames,
}: Shape): boolean {
  return (
    additionalFacts.length + patternProperties.length + unevaluatedProperties.length + hiddenNames.size === 0
  );
}

/** Whether a sender may send what it does not declare. */
function isOpen({ core, isPlain }: View): boolean {
  return core.open || !isPlain || core.additionalFacts.length > 0;
}

/** Whether a receiver may mind what it does not declare. */
function isChoosy({ receiver: { core, isPlain } }: Sides): boolean {
  return !isPlain || core.additionalFacts.length > 0;
}

function added(sides: Sides, property: Property): Difference {
  const { name, required } = property;
  const need = required.head ? 'required' : 'optional';
  const mayBreak =
    sides.direction === 'request'
      ? isOpen(sides.sender) || sides.receiver.core.required.has(name)
      : isChoosy(sides);
  const common = { ...about(sides, property), below: stepTo(name), mayBreak };
  if (sides.direction === 'response') {
    return { ...common, event: 'property-added', idAt: () => `response-${need}-property-added` };
  }
  const shape = sides.head.core.property(name);
  const hasDefault = required.head && shape.annotations('default').length > 0;
  return {
    ...common,
    event: 'new-property',
    args: required.head ? {} : { to: sides.words(shape) },
    idAt: (at, place) => {
      if (required.head && place.parameterIn === 'header') return 'new-required-request-header-property';
      return `new-${need}-${nounOf(at)}${hasDefault ? '-with-default' : ''}`;
    },
  };
}

function removed(sides: Sides, property: Property): Difference {
  const { name, required } = property;
  const need = required.base ? 'required' : 'optional';
  return {
    ...about(sides, property),
    below: stepTo(name),
    event: 'property-removed',
    args: lifecycleArgs(sides.base.core.property(name)),
    mayBreak:
      sides.direction === 'request'
        ? isChoosy(sides)
        : isOpen(sides.sender) || sides.receiver.core.required.has(name),
    idAt: (at) =>
      sides.direction === 'response' ? `response-${need}-property-removed` : `${nounOf(at)}-removed`,
  };
}
