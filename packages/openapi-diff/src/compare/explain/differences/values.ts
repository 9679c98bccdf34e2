import type { Json } from '../../../read/document.ts';
import { isArray } from '../../relate/json.ts';
import type { Fact } from '../../relate/shape.ts';
import { valueSetOf, without } from '../../relate/value-set.ts';
import { valuesWords, valueWords } from '../describe.ts';
import { type Args, type Difference, goalOf, type Sides, siteOf } from '../difference.ts';
import { covers, kindOf, type View } from '../view.ts';

/** Listed values: `enum`, `const`, choices between constants, `x-extensible-enum`. */
export function valueDifferences(sides: Sides): readonly Difference[] {
  return [...listedDifferences(sides), ...announcedDifferences(sides)];
}

function listedDifferences(sides: Sides): readonly Difference[] {
  const { base, head } = sides;
  const before = base.values;
  const after = head.values;
  if (before === null && after === null) return [];
  if (
    ![...base.kinds].some(
      (kind) => covers(head.kinds, kind) || (kind === 'number' && head.kinds.has('integer')),
    )
  ) {
    // The kind of value is another one altogether, which says it all.
    return [];
  }
  if (before === null) return cameUp(sides, after ?? []);
  if (after === null) return wentAway(sides, before);
  return changed(sides, before, after);
}

function cameUp(sides: Sides, after: readonly Json[]): readonly Difference[] {
  const { head, sender, receiver, direction } = sides;
  const common = {
    ...sitesOf(sides),
    mayBreak: direction === 'request',
    goals: goalsOf(receiver),
    carries: (value: Json) => isOneOf(sender.kinds, value) && !isListed(after, value),
  };
  if (isConst(head)) return [{ ...common, event: 'const-added', args: { to: valuesWords(after) } }];
  return [
    {
      ...common,
      event: 'became-enum',
      args: { values: valuesWords(after) },
      idAt: (at, place) =>
        at === 'request-parameter-property' && place.parameterIn === 'header'
          ? 'request-header-property-became-enum'
          : `${at}-became-enum`,
    },
  ];
}

function wentAway(sides: Sides, before: readonly Json[]): readonly Difference[] {
  const { base, sender, receiver, direction } = sides;
  const isSingle = isConst(base);
  return [
    {
      ...sitesOf(sides),
      event: isSingle ? 'const-removed' : 'became-not-enum',
      args: isSingle ? { from: valuesWords(before) } : { values: valuesWords(before), ...extensible(sides) },
      mayBreak: direction === 'response',
      goals: goalsOf(receiver),
      carries: (value) => isOneOf(sender.kinds, value) && !isListed(before, value),
    },
  ];
}

function isOneOf(kinds: View['kinds'], value: Json): boolean {
  const kind = kindOf(value);
  return kind !== null && covers(kinds, kind);
}

function changed(sides: Sides, before: readonly Json[], after: readonly Json[]): readonly Difference[] {
  const removed = without(before, after);
  const added = without(after, before);
  if (removed.length === 0 && added.length === 0) return [];
  const { base, head, direction, receiver } = sides;
  const [from] = before;
  const [to] = after;
  if (before.length === 1 && after.length === 1 && (isConst(base) || isConst(head))) {
    return [
      {
        ...sitesOf(sides),
        event: 'const-changed',
        args: { from: valueWords(from ?? null), to: valueWords(to ?? null) },
        mayBreak: true,
        goals: goalsOf(receiver),
        candidates: direction === 'request' ? removed : added,
      },
    ];
  }
  const differences: Difference[] = [];
  if (removed.length > 0) {
    differences.push({
      ...listChange(sides, removed, direction === 'request', { known: valuesWords(after) }),
      event: 'enum-value-removed',
      idAt: (at) =>
        at === 'response-body' ? 'response-mediatype-enum-value-removed' : `${at}-enum-value-removed`,
    });
  }
  if (added.length > 0) {
    differences.push({
      ...listChange(sides, added, direction === 'response', {
        known: valuesWords(before),
        ...extensible(sides),
      }),
      event: 'enum-value-added',
    });
  }
  return differences;
}

function listChange(
  sides: Sides,
  values: readonly Json[],
  mayBreak: boolean,
  args: Args,
): Omit<Difference, 'event'> {
  return {
    ...sitesOf(sides),
    args: { values: valuesWords(values), ...args },
    mayBreak,
    goals: goalsOf(sides.receiver),
    candidates: values,
    carries: (value) => isListed(values, value),
  };
}

function sitesOf({ base, head }: Sides): Pick<Difference, 'base' | 'head'> {
  return {
    base: siteOf(base.core.valueFacts[0]) ?? base.site,
    head: siteOf(head.core.valueFacts[0]) ?? head.site,
  };
}

function goalsOf({ core }: View) {
  return core.valueFacts.map((fact) => goalOf(fact));
}

function isConst({ core, values }: View): boolean {
  return values?.length === 1 && core.valueFacts.some(({ keyword }) => keyword === 'const');
}

function isListed(values: readonly Json[], value: Json): boolean {
  return valueSetOf(values).has(value);
}

/** Whether the old schema said that further values may come. */
function extensible({ base }: Sides): Args {
  const announced = base.core.annotations('x-extensible-enum');
  return announced.some(({ value }) => value !== false && value !== null) ? { extensible: 'yes' } : {};
}

function announcedDifferences({ base, head }: Sides): readonly Difference[] {
  const before = base.core.annotations('x-extensible-enum');
  const after = head.core.annotations('x-extensible-enum');
  if (before.length === 0 && after.length === 0) return [];
  const from = listOf(before);
  const to = listOf(after);
  const sites = { base: siteOf(before[0]) ?? base.site, head: siteOf(after[0]) ?? head.site };
  const added = without(to, from);
  const removed = without(from, to);
  const difference = (event: string, values: readonly Json[]): Difference => ({
    ...sites,
    event,
    args: { values: valuesWords(values) },
    mayBreak: false,
  });
  return [
    ...(added.length === 0 ? [] : [difference('x-extensible-enum-value-added', added)]),
    ...(removed.length === 0 ? [] : [difference('x-extensible-enum-value-removed', removed)]),
  ];
}

function listOf(facts: readonly Fact<Json>[]): readonly Json[] {
  return facts.flatMap(({ value }) => (isArray(value) ? value : []));
}
