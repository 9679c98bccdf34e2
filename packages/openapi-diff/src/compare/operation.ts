import type { Json } from '../read/document.ts';
import { compareCallbacks } from './callbacks.ts';
import type { CompareContext, OperationPair } from './context.ts';
import { placeOf } from './context.ts';
import { getOrMake } from './get-or-make.ts';
import { compareLifecycle, compareStability, OPERATION_LIFECYCLE } from './lifecycle.ts';
import { compareMetadata } from './metadata.ts';
import { compareParameters } from './parameters/parameters.ts';
import { compareRequestBody } from './request-body.ts';
import { compareResponses } from './responses.ts';
import { compareSecurity } from './security/requirements.ts';
import type { SchemePairs } from './security/scheme-pairs.ts';
import { compareUsedSchemes } from './security/schemes.ts';
import { compareOwnServers } from './servers.ts';

/** Compares operations; each pair of callbacks once in each direction, since callbacks may lead back to themselves. */
export function createOperationComparison(
  context: CompareContext,
  schemes: SchemePairs,
): (pair: OperationPair) => void {
  const seen = new Map<Json, Map<Json, Set<boolean>>>();
  /** The directions in which this pair has been met; an operation that is no callback is met once. */
  const directionsOf = ({ base, head }: OperationPair): Set<boolean> => {
    if (head.kind !== 'callback') return new Set();
    const partners = getOrMake(seen, base.site.raw, () => new Map<Json, Set<boolean>>());
    return getOrMake(partners, head.site.raw, () => new Set());
  };
  const compareOne = (pair: OperationPair): void => {
    const directions = directionsOf(pair);
    if (directions.has(pair.turned)) return;
    if (directions.size === 0) compareMarks(context, pair);
    directions.add(pair.turned);
    compareParameters(context, pair);
    compareRequestBody(context, pair);
    compareResponses(context, pair);
    compareAccess(context, pair, schemes);
    compareCallbacks(context, pair, compareOne);
  };
  return compareOne;
}

/** What is said of an operation itself, in whichever direction it is called. */
function compareMarks(context: CompareContext, pair: OperationPair): void {
  compareMetadata(context, pair);
  const place = placeOf(pair.head);
  compareLifecycle(context, OPERATION_LIFECYCLE, place, pair.base.site, pair.head.site);
  compareStability(context, place, pair.base.site, pair.head.site);
}

/** What an operation takes from the document around it: credentials and servers. */
export function compareAccess(context: CompareContext, pair: OperationPair, schemes: SchemePairs): void {
  // Who may call a webhook is its user's own matter, as is where it is called.
  if (pair.turned) return;
  compareSecurity(context, pair, schemes);
  compareUsedSchemes(context, pair, schemes);
  compareOwnServers(context, pair.base, pair.head);
}
