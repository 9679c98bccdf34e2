import type { Json, JsonObject } from '../../../read/document.ts';
import { deprecationArgs, stabilityOf, stabilityRank, sunsetOf } from '../../deprecation.ts';
import { jsonEqual } from '../../relate/json.ts';
import type { Shape } from '../../relate/shape.ts';
import { code } from '../../words.ts';
import { valueWords } from '../describe.ts';
import { type Args, type Difference, type Sides, siteOf } from '../difference.ts';
import type { SchemaPlace } from '../schema-place.ts';
import type { View } from '../view.ts';

/** What carries no meaning of its own, but means something to people: defaults, deprecation, stability. */
export function annotationDifferences(sides: Sides): readonly Difference[] {
  return [...defaultDifference(sides), ...deprecationDifference(sides), ...stabilityDifference(sides)];
}

function defaultDifference({ base, head }: Sides): readonly Difference[] {
  const [before] = base.core.annotations('default');
  const [after] = head.core.annotations('default');
  if (before === undefined && after === undefined) return [];
  if (before !== undefined && after !== undefined && jsonEqual(before.value, after.value)) return [];
  const event = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [
    {
      event: `default-value-${event}`,
      base: siteOf(before) ?? base.site,
      head: siteOf(after) ?? head.site,
      args: {
        ...(before === undefined ? {} : { from: valueWords(before.value) }),
        ...(after === undefined ? {} : { to: valueWords(after.value) }),
      },
      mayBreak: false,
    },
  ];
}

/** What deprecation and stability are told of; parameters have ids of their own. */
const PROPERTIES: readonly SchemaPlace[] = ['request-property', 'response-property'];

const LIFECYCLE_KEYWORDS = ['deprecated', 'x-sunset', 'sunset', 'x-stability-level'] as const;

/** What all parts of a schema say of its deprecation, as one object. */
function lifecycleOf(shape: Shape): JsonObject {
  const said: [string, Json][] = [];
  for (const keyword of LIFECYCLE_KEYWORDS) {
    const facts = shape.annotations(keyword);
    const fact = facts.find(({ value }) => value === true) ?? facts[0];
    if (fact !== undefined) said.push([keyword, fact.value]);
  }
  return Object.fromEntries(said);
}

/** The facts of a property's deprecation, for the removal of that property. */
export function lifecycleArgs(shape: Shape): Args {
  return { ...deprecationArgs(lifecycleOf(shape)) };
}

function siteOfKeyword({ core, site }: View, keyword: string) {
  return siteOf(core.annotations(keyword)[0]) ?? site;
}

function deprecationDifference({ base, head }: Sides): readonly Difference[] {
  const before = lifecycleOf(base.core);
  const after = lifecycleOf(head.core);
  const from = deprecationArgs(before);
  const to = deprecationArgs(after);
  const noted = (event: string, keyword: string, args: Args): Difference => ({
    event,
    onlyAt: PROPERTIES,
    base: siteOfKeyword(base, keyword),
    head: siteOfKeyword(head, keyword),
    args,
    mayBreak: false,
  });
  if (from.deprecated !== to.deprecated) {
    return [
      to.deprecated === 'yes'
        ? noted('deprecated', 'deprecated', { ...to })
        : noted('reactivated', 'deprecated', {}),
    ];
  }
  const sunsetBefore = sunsetOf(before);
  if (to.deprecated !== 'yes' || sunsetBefore === sunsetOf(after)) return [];
  return [noted('sunset-changed', 'x-sunset', { ...to, ...(sunsetBefore === null ? {} : { sunsetBefore }) })];
}

function stabilityDifference({ base, head }: Sides): readonly Difference[] {
  const from = stabilityOf(lifecycleOf(base.core));
  const to = stabilityOf(lifecycleOf(head.core));
  const rankBefore = stabilityRank(from);
  const rankAfter = stabilityRank(to);
  if (rankBefore === null || rankAfter === null || rankBefore === rankAfter) return [];
  return [
    {
      onlyAt: PROPERTIES,
      event: rankAfter < rankBefore ? 'stability-decreased' : 'stability-increased',
      base: siteOfKeyword(base, 'x-stability-level'),
      head: siteOfKeyword(head, 'x-stability-level'),
      args: { from: code(from ?? 'stable'), to: code(to ?? 'stable') },
      mayBreak: false,
    },
  ];
}
