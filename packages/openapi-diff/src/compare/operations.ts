import type { Operation } from '../contract/contract.ts';
import { abstractTemplate } from '../contract/template.ts';
import { type CompareContext, placeOf, requestLine } from './context.ts';
import { deprecationArgs, stabilityRank } from './deprecation.ts';

/** An operation that the head has alone. */
export function operationAdded(context: CompareContext, head: Operation): void {
  if (head.kind === 'operation') {
    context.emit({
      id: 'endpoint-added',
      ruling: 'safe',
      place: placeOf(head),
      head: head.site,
      cause: [head.method, head.path],
    });
    return;
  }
  context.emit({
    id: `${head.kind}-added`,
    ruling: 'safe',
    place: placeOf(head),
    head: head.site,
    args: { name: head.path },
    cause: [head.method, head.path],
  });
}

/**
 * An operation that the base has alone. `headTemplates` are the path templates of the head,
 * their variables' names left out: a path that is gone as a whole has one cause.
 */
export function operationRemoved(
  context: CompareContext,
  base: Operation,
  headTemplates: ReadonlySet<string>,
): void {
  if (base.kind !== 'operation') {
    context.emit({
      id: `${base.kind}-removed`,
      ruling: 'breaking',
      place: placeOf(base),
      base: base.site,
      args: { name: base.path, ...deprecationArgs(base.site.raw) },
      cause: [base.method, base.path],
    });
    return;
  }
  const isPathGone = !headTemplates.has(abstractTemplate(base.path));
  const args = deprecationArgs(base.site.raw);
  // What is no more than a draft was never promised to stay.
  const rank = stabilityRank(args.stability ?? null);
  const isPromised = rank === null || rank >= FIRST_PROMISED_RANK;
  context.emit({
    id: isPathGone ? 'api-path-removed-without-deprecation' : 'api-removed-without-deprecation',
    ruling: isPromised ? 'breaking' : 'safe',
    place: placeOf(base),
    base: base.site,
    args: { ...args, ...(isPathGone ? { path: base.path } : {}), example: requestLine(base) },
    // A path that goes takes all its operations with it, however each was announced.
    cause: isPathGone ? [base.path, JSON.stringify(args)] : [base.method, base.path],
  });
}

/** `beta`: the first stability level that promises anything (draft and alpha may change at any time). */
const FIRST_PROMISED_RANK = 2;
