import { compareCallbacks } from './callbacks.ts';
import type { CompareContext, OperationPair } from './context.ts';
import { placeOf } from './context.ts';
import { compareLifecycle, compareStability, OPERATION_LIFECYCLE } from './lifecycle.ts';
import { compareMetadata } from './metadata.ts';
import { compareParameters } from './parameters/parameters.ts';
import { compareRequestBody } from './request-body.ts';
import { compareResponses } from './responses.ts';
import { compareSecurity } from './security/requirements.ts';
import type { SchemePairs } from './security/scheme-pairs.ts';
import { compareUsedSchemes } from './security/schemes.ts';
import { compareOwnServers } from './servers.ts';

/** Compares operations; each pair of callbacks once, since callbacks may lead back to themselves. */
export function createOperationComparison(
  context: CompareContext,
  schemes: SchemePairs,
): (pair: OperationPair) => void {
  const seen = new Map<unknown, Set<unknown>>();
  const isNew = ({ base, head }: OperationPair): boolean => {
    const partners = seen.get(base.site.raw) ?? new Set();
    seen.set(base.site.raw, partners);
    if (partners.has(head.site.raw)) return false;
    partners.add(head.site.raw);
    return true;
  };
  const compareOne = (pair: OperationPair): void => {
    if (pair.head.kind === 'callback' && !isNew(pair)) return;
    compareMetadata(context, pair);
    const place = placeOf(pair.head);
    compareLifecycle(context, OPERATION_LIFECYCLE, place, pair.base.site, pair.head.site);
    compareStability(context, place, pair.base.site, pair.head.site);
    compareParameters(context, pair);
    compareRequestBody(context, pair);
    compareResponses(context, pair);
    compareAccess(context, pair, schemes);
    compareCallbacks(context, pair, compareOne);
  };
  return compareOne;
}

/** What an operation takes from the document around it: credentials and servers. */
export function compareAccess(context: CompareContext, pair: OperationPair, schemes: SchemePairs): void {
  // Who may call a webhook is its user's own matter, as is where it is called.
  if (pair.turned) return;
  compareSecurity(context, pair, schemes);
  compareUsedSchemes(context, pair, schemes);
  compareOwnServers(context, pair.base, pair.head);
}
