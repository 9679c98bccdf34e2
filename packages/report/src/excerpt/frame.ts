import { HOLDERS, isMap } from './keywords.ts';

/**
 * How many steps of a pointer lead to what is shown around the place: the object schema that
 * declares the property; where there is none, the parameter, media type, response or schema
 * that holds the place, or the list of them when it is one itself; else what stands right above it.
 */
export function frameOf(steps: readonly string[]): number {
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const isName = isNameAt(steps, at);
    if (!isName && steps[at] === 'properties') return at;
    if (!isName && HOLDERS.has(steps[at] ?? '')) return belowHolder(steps, at);
  }
  return Math.max(0, steps.length - 1);
}

/** A shared schema stands for itself, a parameter or media type for the schema in it. */
function belowHolder(steps: readonly string[], at: number): number {
  const isInside = steps.length > at + 1;
  switch (steps[at]) {
    case 'schemas':
    case 'definitions':
      return isInside ? at + 2 : at;
    case 'paths':
      return Math.min(at + 2, steps.length);
    case 'schema':
      return at;
    default:
      return steps.length > at + 2 ? at + 2 : at + 1;
  }
}

/** Whether a step is a name that a document gives, such as a property that is called `schema`. */
function isNameAt(steps: readonly string[], at: number): boolean {
  const before = steps[at - 1];
  return before !== undefined && isMap(before) && !isNameAt(steps, at - 1);
}
