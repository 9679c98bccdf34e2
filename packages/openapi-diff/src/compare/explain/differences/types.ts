import type { JsonObject } from '../../../read/document.ts';
import type { Fact, Goal, Shape } from '../../relate/shape.ts';
import { kindWords } from '../describe.ts';
import { type Difference, goalOf, type Sides, siteOf } from '../difference.ts';
import { compareMeaning, ownShape } from '../meaning.ts';
import type { SchemaPlace } from '../schema-place.ts';
import { covers, EVERY_KIND, type Kind, kindOf, type View } from '../view.ts';

/** What kind of value stands there, and whether null may. */
export function typeDifferences(sides: Sides): readonly Difference[] {
  const { base, head } = sides;
  // Where both sides offer a choice, the branches speak for themselves.
  const isOwn = base.groups.length > 0 && head.groups.length > 0;
  const from = isOwn ? base.ownKinds : base.kinds;
  const to = isOwn ? head.ownKinds : head.kinds;
  const kinds = sameKinds(from, to) ? formatDifference(sides, from) : kindDifference(sides, from, to);
  const nullness = nullDifference(sides, from, to);
  return [...kinds, ...nullness];
}

function sameKinds(a: ReadonlySet<Kind>, b: ReadonlySet<Kind>): boolean {
  return a.size === b.size && [...a].every((kind) => b.has(kind));
}

function isEverything(kinds: ReadonlySet<Kind>): boolean {
  return EVERY_KIND.every((kind) => kinds.has(kind));
}

function nullDifference(sides: Sides, from: ReadonlySet<Kind>, to: ReadonlySet<Kind>): readonly Difference[] {
  const { base, head, sender, receiver } = sides;
  if (base.acceptsNull === head.acceptsNull) return [];
  // A schema that takes everything takes null as well: the kind of value says all.
  if (!sameKinds(from, to) && isEverything(head.acceptsNull ? to : from)) return [];
  return [
    {
      event: head.acceptsNull ? 'became-nullable' : 'became-not-nullable',
      base: typeSite(base),
      head: typeSite(head),
      args: {},
      mayBreak: sender.acceptsNull && !receiver.acceptsNull,
      candidates: [null],
    },
  ];
}

function typeSite({ core, site }: View) {
  return siteOf(core.typeFacts[0]) ?? site;
}

function kindDifference(sides: Sides, from: ReadonlySet<Kind>, to: ReadonlySet<Kind>): readonly Difference[] {
  const { base, head, sender, receiver, direction, relator } = sides;
  const added = [...to].filter((kind) => !covers(from, kind));
  const removed = [...from].filter((kind) => !covers(to, kind));
  const kept = direction === 'request' ? to : from;
  const lost = direction === 'request' ? removed : added;
  return [
    {
      ...kindEvent(from, to, added, removed),
      base: typeSite(base),
      head: typeSite(head),
      args: {
        from: kindWords(from, formatsOf(base, from)),
        to: kindWords(to, formatsOf(head, to)),
        added: kindWords(new Set(added)),
        removed: kindWords(new Set(removed)),
      },
      mayBreak: lost.length > 0,
      // Text that a pattern beyond deciding asks for is text.
      isEvident: lost.length > 0 && sender.isPlain && sender.values === null,
      goals: typeGoals(receiver.core),
      carries: (value) => {
        const kind = kindOf(value);
        return kind !== null && !covers(kept, kind);
      },
      within: () =>
        relator.conjoin([sender.core, ownShape(relator, sender.core, direction, schemaOf(lost, []))]),
    },
  ];
}

function kindEvent(
  from: ReadonlySet<Kind>,
  to: ReadonlySet<Kind>,
  added: readonly Kind[],
  removed: readonly Kind[],
): Pick<Difference, 'event' | 'idAt'> {
  if (removed.length === 0) {
    const isWholeToAny = added.every((kind) => kind === 'number' && from.has('integer'));
    return { event: isEverything(to) || isWholeToAny ? 'type-generalized' : 'list-of-types-widened' };
  }
  if (added.length > 0) return { event: 'type-changed' };
  const isAnyToWhole = removed.every((kind) => kind === 'number' && to.has('integer'));
  return isEverything(from) || isAnyToWhole ? SPECIALIZED : { event: 'list-of-types-narrowed' };
}

/** The places that no id for a narrower type is known at. */
const WITHOUT_SPECIALIZED: ReadonlySet<SchemaPlace> = new Set([
  'request-body',
  'request-property',
  'request-parameter',
]);

const SPECIALIZED: Pick<Difference, 'event' | 'idAt'> = {
  event: 'type-specialized',
  idAt: (at) => `${at}-type-${WITHOUT_SPECIALIZED.has(at) ? 'changed' : 'specialized'}`,
};

function typeGoals(shape: Shape): readonly Goal[] {
  return [...shape.typeFacts, ...(shape.integer === null ? [] : [shape.integer])].map((fact) => goalOf(fact));
}

function formatsOf({ core }: View, kinds: ReadonlySet<Kind>): readonly string[] {
  return kinds.size === 1 ? named(core.formats) : [];
}

/** A schema of these kinds and formats, in a spelling that every version knows. */
function schemaOf(kinds: readonly Kind[], formats: readonly string[]): JsonObject {
  const types = kinds.map((type) => ({ type }));
  return { allOf: [{ anyOf: types }, ...formats.map((format) => ({ format }))] };
}

function formatDifference(sides: Sides, kinds: ReadonlySet<Kind>): readonly Difference[] {
  const { base, head, receiver, direction, relator } = sides;
  const from = named(base.core.formats);
  const to = named(head.core.formats);
  if (from.join('\n') === to.join('\n')) return [];
  // Formats say something of text and numbers alone.
  const formatted = [...kinds].filter((kind) => kind === 'string' || kind === 'number' || kind === 'integer');
  if (formatted.length === 0) return [];
  const meaning = compareMeaning(
    relator,
    base.core,
    head.core,
    schemaOf(formatted, from),
    schemaOf(formatted, to),
  );
  const isKept = direction === 'request' ? meaning.keepsAll : meaning.addsNothing;
  return [
    {
      ...formatEvent(meaning.keepsAll, meaning.addsNothing),
      base: siteOf(base.core.formats[0]) ?? typeSite(base),
      head: siteOf(head.core.formats[0]) ?? typeSite(head),
      args: { from: kindWords(kinds, from), to: kindWords(kinds, to) },
      mayBreak: isKept !== true,
      goals: receiver.core.formats.map((fact) => goalOf(fact)),
      ...(isKept === null && meaning.reason !== null ? { unknown: meaning.reason } : {}),
    },
  ];
}

function named(formats: readonly Fact<string>[]): readonly string[] {
  return [...new Set(formats.map(({ value }) => value))].sort();
}

function formatEvent(
  keepsAll: boolean | null,
  addsNothing: boolean | null,
): Pick<Difference, 'event' | 'idAt'> {
  if (keepsAll === true) return { event: addsNothing === true ? 'type-compatible' : 'type-generalized' };
  return addsNothing === true ? SPECIALIZED : { event: 'type-changed' };
}
