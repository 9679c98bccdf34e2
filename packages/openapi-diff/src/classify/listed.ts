import { causeKey } from '../compare/cause.ts';
import { schemaPlaceOf } from '../compare/explain/schema-place.ts';
import type { Finding, Place } from '../compare/finding.ts';
import type { Classified } from '../group/classified.ts';
import { compareText } from '../report/order.ts';
import { LEVELS } from '../report/report.ts';

/** The most findings about one schema of a message that a report lists; people read the first dozens. */
export const MOST_LISTED = 5_000;

/**
 * The findings without those of places that have more than a report should list: of these the
 * gravest stay, and one finding of the gravest level that was left out says how many there
 * are. No level gets milder by it.
 *
 * @param worded gives a finding of our own its words
 */
export function listed(
  all: readonly Classified[],
  worded: (finding: Finding, level: Classified['level']) => Classified,
): Classified[] {
  if (all.length <= MOST_LISTED) return [...all];
  const byPlace = new Map<string, Classified[]>();
  for (const one of all) {
    const key = keyOf(one.finding.place);
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, [one]);
    else known.push(one);
  }
  return [...byPlace.values()].flatMap((found) => {
    if (found.length <= MOST_LISTED) return found;
    const ranked = found
      .map((one) => ({ one, level: LEVELS.indexOf(one.level), path: JSON.stringify(one.finding.path) }))
      .sort((a, b) => a.level - b.level || compareText(a.path, b.path) || compareText(idOf(a), idOf(b)))
      .map(({ one }) => one);
    const [first] = ranked.slice(MOST_LISTED);
    if (first === undefined) return ranked;
    const rest = restOf(first, found.length - MOST_LISTED);
    return [...ranked.slice(0, MOST_LISTED), worded(rest, first.level)];
  });
}

function idOf({ one }: { readonly one: Classified }): string {
  return one.finding.id;
}

function keyOf({ kind, operation, direction, label }: Place): string {
  return JSON.stringify([kind, operation?.kind, operation?.method, operation?.path, direction, label]);
}

function restOf({ level, finding: { place } }: Classified, more: number): Finding {
  const event = place.direction === 'request' ? 'schema-narrowed' : 'schema-widened';
  const id = `${schemaPlaceOf(place, [])}-${event}`;
  return {
    id,
    ruling: level === 'error' ? 'breaking' : 'safe',
    place,
    path: [],
    base: null,
    head: null,
    args: { more: more.toLocaleString('en-US') },
    witness: null,
    reason: null,
    cause: causeKey([id, 'more', keyOf(place)]),
  };
}
