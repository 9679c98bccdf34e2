import { childSite } from '../../../contract/site.ts';
import type { PathStep } from '../../finding.ts';
import type { KeyedShape, Shape } from '../../relate/shape.ts';
import { matchesPattern } from '../../relate/shapes/texts.ts';
import {
  type Child,
  canBreak,
  type Difference,
  type Effect,
  type Found,
  goalOf,
  isNamed,
  type Sides,
  siteOf,
} from '../difference.ts';
import { bothAllow } from '../view.ts';
import { dependentDifferences } from './dependents.ts';
import { unevaluated } from './unevaluated.ts';

/** What objects allow beside declared properties, and how properties depend on each other. */
export function objectDifferences(sides: Sides): Found {
  if (!bothAllow(sides.base, sides.head, 'object')) return { differences: [], children: [] };
  const additional = additionalProperties(sides);
  const patterns = patternProperties(sides);
  const names = propertyNames(sides);
  return {
    differences: [
      ...additional.differences,
      ...patterns.differences,
      ...names.differences,
      ...dependentDifferences(sides),
      ...unevaluated(sides, 'unevaluatedProperties', 'unevaluated-properties'),
    ],
    children: [...additional.children, ...patterns.children, ...names.children],
  };
}

type Openness = 'closed' | 'open' | 'restricted';

function opennessOf({ additional, additionalFacts }: Shape): Openness {
  // What a pattern or a schema beside the keyword forbids is told there.
  if (additionalFacts.length === 0 || additional.isAnything) return 'open';
  return additional.isNothing ? 'closed' : 'restricted';
}

function additionalProperties(sides: Sides): Found {
  const { base, head } = sides;
  const from = opennessOf(base.core);
  const to = opennessOf(head.core);
  const step: PathStep = { kind: 'additional-property' };
  if (from === 'restricted' && to === 'restricted') {
    const child: Child = {
      step,
      base: base.core.additional,
      head: head.core.additional,
      isNamed: isNamed(additionalSites(base.core), additionalSites(head.core)),
    };
    return { differences: [], children: [child] };
  }
  if (from === to) return { differences: [], children: [] };
  const { event, effect } = opennessEvent(from, to);
  return {
    differences: [
      {
        event,
        base: siteOf(base.core.additionalFacts[0]) ?? base.site,
        head: siteOf(head.core.additionalFacts[0]) ?? head.site,
        args: {},
        mayBreak: canBreak(effect, sides.direction),
        goals: sides.receiver.core.additionalFacts.map((fact) => goalOf(fact)),
        below: step,
        carries: (_, failures) => {
          const known = new Set([...base.core.propertyNames, ...head.core.propertyNames]);
          return failures.some(({ at, name, keyword }) => {
            const about = at.length === 0 ? (keyword === 'required' ? null : name) : at[0];
            return typeof about === 'string' && !known.has(about);
          });
        },
      },
    ],
    children: [],
  };
}

function opennessEvent(from: Openness, to: Openness): { readonly event: string; readonly effect: Effect } {
  const name = (event: string) => `additional-properties-${event}`;
  if (to === 'closed') return { event: name('forbidden'), effect: 'narrows' };
  if (from === 'closed') return { event: name('allowed'), effect: 'widens' };
  return to === 'restricted'
    ? { event: name('restricted'), effect: 'narrows' }
    : { event: name('unrestricted'), effect: 'widens' };
}

function additionalSites({ additionalFacts }: Shape) {
  return additionalFacts.map((fact) => siteOf(fact)).filter((site) => site !== null);
}

function patternProperties(sides: Sides): Found {
  const { base, head, direction } = sides;
  const differences: Difference[] = [];
  const children: Child[] = [];
  const before = byKey(base.core.patternProperties);
  const after = byKey(head.core.patternProperties);
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const from = before.get(key);
    const to = after.get(key);
    const step: PathStep = { kind: 'pattern-property', pattern: key };
    if (from !== undefined && to !== undefined) {
      const named = isNamed(siteBelow(from, key), siteBelow(to, key));
      children.push({ step, base: from.shape, head: to.shape, isNamed: named });
      continue;
    }
    const came = to !== undefined;
    differences.push({
      event: `pattern-property-${came ? 'added' : 'removed'}`,
      base: from?.site ?? base.site,
      head: to?.site ?? head.site,
      args: { key },
      mayBreak: canBreak(came ? 'narrows' : 'widens', direction),
      below: step,
      carries: (_, failures) =>
        failures.some(({ at: [name] }) => typeof name === 'string' && matchesPattern(key, name) === true),
    });
  }
  return { differences, children };
}

function byKey(shapes: readonly KeyedShape[]): ReadonlyMap<string, KeyedShape> {
  return new Map(shapes.map((one) => [one.key, one]));
}

/** The schema under a key, wherever the keyed shape's own site points: at the map, its owner or the schema. */
function siteBelow({ site, keyword }: KeyedShape, key: string) {
  const map = childSite(site, keyword) ?? site;
  return [childSite(map, key) ?? map];
}

function propertyNames(sides: Sides): Found {
  const { base, head, direction, relator } = sides;
  const before = base.core.nameSchemas;
  const after = head.core.nameSchemas;
  const step: PathStep = { kind: 'property-name' };
  const from = joined(before);
  const to = joined(after);
  if (from !== null && to !== null) {
    return {
      differences: [],
      children: [{ step, base: relator.conjoin(from), head: relator.conjoin(to), isNamed: false }],
    };
  }
  if (from === null && to === null) return { differences: [], children: [] };
  const came = to !== null;
  return {
    differences: [
      {
        event: `property-names-${came ? 'added' : 'removed'}`,
        base: before[0]?.site ?? base.site,
        head: after[0]?.site ?? head.site,
        args: {},
        mayBreak: canBreak(came ? 'narrows' : 'widens', direction),
        goals: sides.receiver.core.nameSchemas.map((one) => goalOf(one)),
      },
    ],
    children: [],
  };
}

function joined(shapes: readonly KeyedShape[]): readonly [Shape, ...Shape[]] | null {
  const [first, ...others] = shapes.map(({ shape }) => shape);
  return first === undefined ? null : [first, ...others];
}
