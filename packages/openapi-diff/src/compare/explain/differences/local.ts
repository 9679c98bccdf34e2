import type { Difference, Found, Sides } from '../difference.ts';
import { annotationDifferences } from './annotations.ts';
import { boundDifferences } from './bounds.ts';
import { compositionDifferences } from './composition.ts';
import { conditionDifferences } from './conditions.ts';
import { discriminatorDifferences } from './discriminator.ts';
import type { LocalDifferences } from './hidden.ts';
import { itemDifferences } from './items.ts';
import { objectDifferences } from './objects.ts';
import { propertyDifferences } from './properties.ts';
import { textDifferences } from './text.ts';
import { typeDifferences } from './types.ts';
import { valueDifferences } from './values.ts';

/** Everything that reads differently in two schemas at one place, and the parts to go on with. */
export function differencesOf(sides: Sides, local: LocalDifferences): Found {
  const forbidden = forbiddenDifference(sides);
  if (forbidden !== null) return { differences: [forbidden], children: [] };
  if (sides.base.isNothing && sides.head.isNothing) return { differences: [], children: [] };
  const composite = [
    propertyDifferences(sides, local),
    objectDifferences(sides),
    itemDifferences(sides),
    compositionDifferences(sides),
  ];
  return {
    differences: [
      ...typeDifferences(sides),
      ...valueDifferences(sides),
      ...boundDifferences(sides),
      ...textDifferences(sides),
      ...conditionDifferences(sides),
      ...discriminatorDifferences(sides),
      ...annotationDifferences(sides),
      ...composite.flatMap(({ differences }) => differences),
    ],
    children: composite.flatMap(({ children }) => children),
  };
}

/** A schema that allows nothing at all, on one side. */
function forbiddenDifference({ base, head, direction }: Sides): Difference | null {
  if (base.isNothing === head.isNothing) return null;
  const became = head.isNothing;
  return {
    event: became ? 'became-forbidden' : 'became-not-forbidden',
    base: base.site,
    head: head.site,
    args: {},
    mayBreak: became === (direction === 'request'),
    carries: () => true,
  };
}
