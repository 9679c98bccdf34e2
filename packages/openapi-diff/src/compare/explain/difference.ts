import { childSite, type Site } from '../../contract/site.ts';
import type { Json } from '../../read/document.ts';
import type { Direction, PathStep, Place } from '../finding.ts';
import { isArray, isObject } from '../relate/json.ts';
import type { Answer, Fact, Failure, Goal, Relator, Shape } from '../relate/shape.ts';
import type { SchemaPlace } from './schema-place.ts';
import type { View } from './view.ts';

/** The facts of a difference, as the catalogue's sentences ask for them. */
export type Args = Readonly<Record<string, string>>;

/**
 * One keyword that reads differently in two schemas, with all that it takes to find out
 * whether it breaks: the values that it alone lets through on the sender's side.
 */
export interface Difference {
  /** The second half of the id. */
  readonly event: string;
  /** For an id that isn't just place and event. */
  readonly idAt?: (at: SchemaPlace, place: Place) => string;
  /** The only places that the event has a meaning at; all of them where it is left out. */
  readonly onlyAt?: readonly SchemaPlace[];
  /** From the pair to the part that the difference is about; the pair itself where it is left out. */
  readonly step?: PathStep;
  readonly base: Site | null;
  readonly head: Site | null;
  readonly args: Args;
  /** Whether there can be a value that the sender sends and the receiver rejects because of it. */
  readonly mayBreak: boolean;
  /** The receiver's assertions that such a value fails. */
  readonly goals?: readonly Goal[];
  /** Values that show it if any do. */
  readonly candidates?: readonly Json[];
  /** The same where they are dear to make. */
  readonly guesses?: () => Iterable<Json>;
  /** A step below which any failing assertion shows it. */
  readonly below?: PathStep;
  /** A value that shows it, where the rule can find out by itself whether there is one. */
  readonly shown?: () => Answer;
  /** A part of the sender's values that such a value lies in. */
  readonly within?: () => Shape;
  /** Whether a value that the receiver rejects is rejected because of this. */
  readonly carries?: (value: Json, failures: readonly Failure[]) => boolean;
  /** Whether it breaks if the sender sends anything of that kind at all, which is taken for granted. */
  readonly isEvident?: boolean;
  /** Why the keyword's own meaning could not be compared. */
  readonly unknown?: string;
}

/** Two parts of a pair that describe the same part of its values. */
export interface Child {
  /** null where they describe the same values, as branches do. */
  readonly step: PathStep | null;
  readonly base: Shape;
  readonly head: Shape;
  /** Whether a `$ref` leads to it on either side: then it is told by itself and not by what holds it. */
  readonly isNamed: boolean;
}

/** What a rule finds in a pair. */
export interface Found {
  readonly differences: readonly Difference[];
  readonly children: readonly Child[];
}

/** Two schemas of one place, as the rules look at them. */
export interface Sides {
  readonly base: View;
  readonly head: View;
  readonly sender: View;
  readonly receiver: View;
  readonly direction: Direction;
  readonly relator: Relator;
  /** Whether schema objects are known to read the same with all that they refer to, one by one. */
  readonly areClean: (base: readonly Site[], head: readonly Site[]) => boolean;
  /** A schema as the rules look at it. */
  readonly view: (shape: Shape) => View;
  /** What a schema allows, in words. */
  readonly words: (shape: Shape) => string;
}

/** What a change does to the set of values. */
export type Effect = 'narrows' | 'widens' | 'either';

/** Whether a change of this effect can break in a direction. */
export function canBreak(effect: Effect, direction: Direction): boolean {
  return effect === 'either' || (effect === 'narrows') === (direction === 'request');
}

/** The site of a keyword, for where a finding points at. */
export function siteOf(fact: Pick<Fact<unknown>, 'site' | 'keyword'> | null | undefined): Site | null {
  if (fact === null || fact === undefined) return null;
  return childSite(fact.site, fact.keyword) ?? fact.site;
}

/** The assertion of a keyword as a goal. */
export function goalOf(fact: Pick<Fact<unknown>, 'site' | 'keyword'>, name?: string): Goal {
  return { site: fact.site, keyword: fact.keyword, ...(name === undefined ? {} : { name }) };
}

/** Whether a schema object is no more than a way to another schema that has a name. */
export function isReference(site: Site): boolean {
  const { raw } = site;
  if (raw === null || typeof raw !== 'object' || isArray(raw)) return false;
  if (typeof raw.$ref === 'string') return true;
  if (raw.properties !== undefined) return false;
  const parts = raw.allOf ?? raw.oneOf ?? raw.anyOf;
  return isArray(parts) && parts.some((part) => isObject(part) && typeof part.$ref === 'string');
}

/** Whether any of these schema objects leads to one that has a name. */
export function isNamed(base: readonly Site[], head: readonly Site[]): boolean {
  return base.some(isReference) || head.some(isReference);
}

/** Whether a failure is that of a goal. Sites are compared by what stands there, since one place may have several. */
export function isFailureOf(failure: Failure, goal: Goal): boolean {
  const sameSite =
    failure.site === goal.site ||
    (failure.site.raw === goal.site.raw && typeof goal.site.raw === 'object' && goal.site.raw !== null);
  return (
    sameSite && failure.keyword === goal.keyword && (goal.name === undefined || failure.name === goal.name)
  );
}

/** A keyword that stands on one side or both, with another value. */
export interface Change<T> {
  readonly sides: Sides;
  readonly event: string;
  readonly effect: Effect;
  readonly base: Fact<T> | null;
  readonly head: Fact<T> | null;
  readonly args: Args;
}

/** The difference of a keyword that stands on one side or both. */
export function changeOf<T>({ sides, event, effect, base, head, args }: Change<T>): Difference {
  const asked = sides.direction === 'request' ? head : base;
  return {
    event,
    base: siteOf(base) ?? sides.base.site,
    head: siteOf(head) ?? sides.head.site,
    args,
    mayBreak: asked !== null && canBreak(effect, sides.direction),
    ...(asked === null ? {} : { goals: [goalOf(asked)] }),
  };
}
