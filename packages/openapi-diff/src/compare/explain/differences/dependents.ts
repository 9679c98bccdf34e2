import type { Fact, KeyedShape } from '../../relate/shape.ts';
import { code, list } from '../../words.ts';
import { canBreak, type Difference, type Effect, goalOf, type Sides, siteOf } from '../difference.ts';
import { ownShape } from '../meaning.ts';
import { sameText } from './same-text.ts';

/** How properties of an object depend on each other. */
export function dependentDifferences(sides: Sides): readonly Difference[] {
  return [...dependentRequired(sides), ...dependentSchemas(sides)];
}

interface Named {
  readonly key: string;
  readonly fact: Fact<readonly string[]>;
}

function dependentRequired(sides: Sides): readonly Difference[] {
  const { base, head } = sides;
  const from = dependents(base.core.dependentRequired);
  const to = dependents(head.core.dependentRequired);
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((key) => {
    const before = from.get(key) ?? null;
    const after = to.get(key) ?? null;
    const gone = [...(before?.names ?? [])].filter((name) => after?.names.has(name) !== true);
    const come = [...(after?.names ?? [])].filter((name) => before?.names.has(name) !== true);
    if (gone.length === 0 && come.length === 0) return [];
    return [dependency(sides, key, before, after, gone, come)];
  });
}

interface Dependents {
  readonly names: ReadonlySet<string>;
  readonly facts: readonly Fact<readonly string[]>[];
}

function dependents(list: readonly Named[]): ReadonlyMap<string, Dependents> {
  const found = new Map<string, Dependents>();
  for (const { key, fact } of list) {
    // A list of nothing asks for nothing.
    if (fact.value.length === 0) continue;
    const known = found.get(key);
    found.set(key, {
      names: new Set([...(known?.names ?? []), ...fact.value]),
      facts: [...(known?.facts ?? []), fact],
    });
  }
  return found;
}

function dependency(
  sides: Sides,
  key: string,
  before: Dependents | null,
  after: Dependents | null,
  gone: readonly string[],
  come: readonly string[],
): Difference {
  const { direction, base, head } = sides;
  const lost = direction === 'request' ? come : gone;
  const receiver = direction === 'request' ? after : before;
  const event = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const words = (names: readonly string[]) => list([...names].sort().map(code));
  return {
    event: `dependent-required-${event}`,
    base: siteOf(before?.facts[0]) ?? base.site,
    head: siteOf(after?.facts[0]) ?? head.site,
    args: {
      key,
      ...(before === null ? {} : { from: words([...before.names]) }),
      ...(after === null ? {} : { to: words([...after.names]) }),
    },
    mayBreak: lost.length > 0,
    goals: (receiver?.facts ?? []).flatMap((fact) => [
      ...lost.map((name) => goalOf(fact, name)),
      goalOf(fact),
    ]),
    carries: (_, failures) =>
      failures.some(
        ({ at, keyword, name }) =>
          at.length === 0 && keyword === 'dependentRequired' && name !== null && lost.includes(name),
      ),
  };
}

function dependentSchemas(sides: Sides): readonly Difference[] {
  const { base, head, direction, relator, sender } = sides;
  const before = byKey(base.core.dependentSchemas);
  const after = byKey(head.core.dependentSchemas);
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key): Difference[] => {
    const from = before.get(key);
    const to = after.get(key);
    if (from !== undefined && to !== undefined && sameText(from.shape, to.shape)) return [];
    const event = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    const asked = direction === 'request' ? to : from;
    const effect: Effect = event === 'added' ? 'narrows' : event === 'removed' ? 'widens' : 'either';
    return [
      {
        event: `dependent-schema-${event}`,
        base: from?.site ?? base.site,
        head: to?.site ?? head.site,
        args: { key },
        mayBreak: asked !== undefined && canBreak(effect, direction),
        within: () =>
          relator.conjoin([
            sender.core,
            ownShape(relator, sender.core, direction, { type: 'object', required: [key] }),
          ]),
        carries: (value) =>
          value !== null &&
          typeof value === 'object' &&
          Object.hasOwn(value, key) &&
          asked !== undefined &&
          relator.evaluate(asked.shape, value).length > 0,
      },
    ];
  });
}

function byKey(shapes: readonly KeyedShape[]): ReadonlyMap<string, KeyedShape> {
  return new Map(shapes.map((one) => [one.key, one]));
}
