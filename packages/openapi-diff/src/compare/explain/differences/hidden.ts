import { valueAt } from '../../../contract/refs.ts';
import type { Site } from '../../../contract/site.ts';
import type { Json } from '../../../read/document.ts';
import type { Direction, Side } from '../../finding.ts';
import { isArray } from '../../relate/json.ts';
import type { Shape } from '../../relate/shape.ts';
import type { Difference, Sides } from '../difference.ts';
import { about, movedMark, type Property } from './property.ts';

/** The differences of two shapes by their keywords alone. */
export type LocalDifferences = (base: Shape, head: Shape, direction: Direction) => readonly Difference[];

/** What is told of a hidden property under an id of its own; anything else is `changed`. */
const TOLD: ReadonlySet<string> = new Set([
  'max-decreased',
  'min-increased',
  'exclusive-max-decreased',
  'exclusive-min-increased',
  'max-length-decreased',
  'enum-value-removed',
  'enum-value-added',
]);

/** A property that is no part of the messages on one side or both: readOnly in requests, writeOnly in responses. */
export function hiddenDifferences(
  sides: Sides,
  name: string,
  property: Property,
  local: LocalDifferences,
): readonly Difference[] {
  const { hidden, known, required } = property;
  const words = sides.direction === 'request' ? 'read-only' : 'write-only';
  if (hidden.base && known.head) return [movedMark(sides, property, words, false, required.head)];
  if (hidden.head && known.base) return [movedMark(sides, property, words, true, required.base)];
  if (hidden.base && hidden.head) return changed(sides, name, property, local);
  return cameOrWent(sides, name, property);
}

/** A hidden property that only one side has at all. Requests have no id for it: it never was a part of them. */
function cameOrWent(sides: Sides, name: string, property: Property): readonly Difference[] {
  if (sides.direction === 'request') return [];
  const came = property.hidden.head;
  const need = isRequired((came ? sides.head : sides.base).core, name) ? 'required' : 'optional';
  return [quiet(sides, property, `response-${need}-write-only-property-${came ? 'added' : 'removed'}`)];
}

function changed(
  sides: Sides,
  name: string,
  property: Property,
  local: LocalDifferences,
): readonly Difference[] {
  const { base, head, direction } = sides;
  const prefix = direction === 'request' ? 'request-read-only-property' : 'response-write-only-property';
  const found: Difference[] = [];
  const was = isRequired(base.core, name);
  const is = isRequired(head.core, name);
  if (was !== is && direction === 'response') {
    found.push(quiet(sides, property, `${prefix}-became-${is ? 'required' : 'optional'}`));
  }
  // The other direction sees the property: its rules say what changed.
  const other = direction === 'request' ? 'response' : 'request';
  const before = visible(sides, 'base', name, other);
  const after = visible(sides, 'head', name, other);
  if (before === null || after === null) return found;
  const events = local(before, after, other).map(({ event }) => event);
  const told = new Set(events.filter((event) => TOLD.has(event)));
  for (const event of told) found.push(quiet(sides, property, `${prefix}-${event}`));
  const isOther =
    events.some((event) => !TOLD.has(event)) || (told.size === 0 && differs(sides, before, after));
  if (isOther) found.push(quiet(sides, property, `${prefix}-changed`));
  return found;
}

function visible({ relator, ...sides }: Sides, side: Side, name: string, direction: Direction): Shape | null {
  const [first, ...others] = sides[side].core
    .propertySites(name)
    .map((site) => relator.shape(side, direction, site));
  return first === undefined ? null : relator.conjoin([first, ...others]);
}

function differs({ relator }: Sides, base: Shape, head: Shape): boolean {
  return (['request', 'response'] as const).some(
    (direction) => relator.relate(base, head, direction).kind === 'breaking',
  );
}

/** A difference that nobody meets. */
function quiet(sides: Sides, property: Property, id: string): Difference {
  const { step, base, head } = about(sides, property);
  return {
    ...(step === undefined ? {} : { step }),
    base,
    head,
    args: {},
    event: id,
    idAt: () => id,
    mayBreak: false,
  };
}

function isRequired({ sites }: Shape, name: string): boolean {
  return sites.some((site: Site) => {
    const required: Json | undefined = valueAt(site, 'required');
    return isArray(required) && required.includes(name);
  });
}
