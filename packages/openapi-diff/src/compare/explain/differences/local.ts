import { append } from '../../../append.ts';
import { FAMILY } from '../../relate/shapes/families.ts';
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
  // Most pairs speak of few things: what neither side has a keyword for isn't looked at.
  const { base, head } = sides;
  const says = (families: number) => base.core.says(families) || head.core.says(families);
  const differences: Difference[] = [...typeDifferences(sides)];
  if (base.values !== null || head.values !== null || says(FAMILY.extensible))
    append(differences, valueDifferences(sides));
  if (says(FAMILY.scalars | FAMILY.items | FAMILY.counts)) append(differences, boundDifferences(sides));
  if (says(FAMILY.scalars | FAMILY.content)) append(differences, textDifferences(sides));
  if (says(FAMILY.condition)) append(differences, conditionDifferences(sides));
  if (says(FAMILY.discriminator)) append(differences, discriminatorDifferences(sides));
  if (says(FAMILY.default | FAMILY.lifecycle)) append(differences, annotationDifferences(sides));
  const composite: Found[] = [];
  if (says(FAMILY.properties | FAMILY.required)) composite.push(propertyDifferences(sides, local));
  if (says(OF_OBJECTS)) composite.push(objectDifferences(sides));
  if (says(FAMILY.items | FAMILY.unevaluated)) composite.push(itemDifferences(sides));
  if (says(FAMILY.choices | FAMILY.negation | FAMILY.parts)) composite.push(compositionDifferences(sides));
  for (const found of composite) append(differences, found.differences);
  return { differences, children: composite.flatMap(({ children }) => children) };
}

const OF_OBJECTS =
  FAMILY.additional | FAMILY.patterns | FAMILY.names | FAMILY.dependents | FAMILY.unevaluated;

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
