import type { Change } from './report.ts';
import { LEVELS } from './report.ts';
import { operationsOf } from './summary.ts';

/** The order of two texts by code unit: the same on every machine, unlike that of a locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What the place of a change in a report depends on. */
function rankOf(change: Change) {
  const [first] = change.places;
  return {
    change,
    level: LEVELS.indexOf(change.level),
    operations: operationsOf(change).length,
    texts: [
      change.document ?? '',
      first?.operation?.path ?? '',
      first?.operation?.method ?? '',
      first?.head?.pointer ?? first?.base?.pointer ?? '',
      change.id,
      change.cause,
      change.fingerprint,
    ],
  };
}

/** The changes as a report lists them: by level, then by how many operations they touch, then by path. */
export function ordered(changes: readonly Change[]): Change[] {
  const ranked = changes.map(rankOf);
  ranked.sort((a, b) => {
    if (a.level !== b.level) return a.level - b.level;
    if (a.operations !== b.operations) return b.operations - a.operations;
    for (const [index, text] of a.texts.entries()) {
      const order = compareText(text, b.texts[index] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });
  return ranked.map(({ change }) => change);
}
