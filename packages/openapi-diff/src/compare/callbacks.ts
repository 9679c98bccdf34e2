import { append } from '../append.ts';
import type { Callback, Operation, PathEntry } from '../contract/contract.ts';
import { matchOperations, type Pair } from '../match/operations.ts';
import type { CompareContext, OperationPair } from './context.ts';
import { operationAdded, operationRemoved } from './operations.ts';

const NOTHING_CLEAN = { isCleanPath: () => false, isClean: () => false };
const NO_PREFIXES = { base: '', head: '' };

/**
 * The callbacks of an operation on both sides, matched by name and expression, else by
 * expression alone. Their direction is turned: what the API sends, its user receives.
 */
export function compareCallbacks(
  context: CompareContext,
  pair: OperationPair,
  compareOperation: (pair: OperationPair) => void,
): void {
  const bases = pair.base.callbacks();
  const heads = new Map(pair.head.callbacks().map((callback) => [callback.name, callback]));
  const matched: Pair<Operation>[] = [];
  const baseRest: PathEntry[] = [];
  for (const base of bases) {
    const head = heads.get(base.name);
    heads.delete(base.name);
    if (head === undefined) append(baseRest, base.entries());
    else append(matched, matchEntries(base.entries(), head.entries()));
  }
  const headRest = [...heads.values()].flatMap((callback: Callback) => callback.entries());
  append(matched, matchEntries(baseRest, headRest));
  for (const { base, head } of matched) {
    if (base === null) operationAdded(context, head);
    else if (head === null) operationRemoved(context, base, new Set());
    else compareOperation({ base, head, turned: !pair.turned });
  }
}

function matchEntries(base: readonly PathEntry[], head: readonly PathEntry[]): readonly Pair<Operation>[] {
  return matchOperations(base, head, NOTHING_CLEAN, NO_PREFIXES);
}
