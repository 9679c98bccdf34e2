import type { Change, ReportOperation, Summary } from './report.ts';

/** One text for one operation, equal for equal operations. */
export function operationKey(operation: ReportOperation): string {
  return `${operation.kind ?? 'operation'} ${operation.method} ${operation.path}`;
}

/** The distinct operations of a change, in the order of its places. */
export function operationsOf(change: Change): readonly ReportOperation[] {
  const found = new Map<string, ReportOperation>();
  for (const { operation } of change.places) {
    if (operation !== null && !found.has(operationKey(operation))) {
      found.set(operationKey(operation), operation);
    }
  }
  return [...found.values()];
}

/** The counts over these changes. */
export function summarise(changes: readonly Change[]): Summary {
  const count = { error: 0, warning: 0, info: 0, undecided: 0 };
  const operations = new Set<string>();
  for (const change of changes) {
    count[change.level] += 1;
    if (change.proof === 'undecided') count.undecided += 1;
    for (const operation of operationsOf(change)) {
      operations.add(`${change.document ?? ''} ${operationKey(operation)}`);
    }
  }
  return { ...count, operations: operations.size };
}
