import type { Finding } from '../compare/finding.ts';
import { pointerOf } from '../contract/site.ts';
import { compareText } from '../report/order.ts';
import type { Level } from '../report/report.ts';
import type { Classified } from './classified.ts';
import { causeFingerprint, placeFingerprint, tellApart } from './fingerprint.ts';

/** Findings with one cause: one change of a report. */
export interface Group {
  readonly level: Level;
  readonly fingerprint: string;
  /** One for each operation and direction, in the order of a report; never empty. The first speaks for all. */
  readonly members: readonly [Classified, ...Classified[]];
}

/** How findings become changes. */
export interface GroupOptions {
  /** Whether findings with one cause become one change; the default. Otherwise each is a change of its own. */
  readonly group?: boolean;
}

/** The groups of these findings, in no particular order of groups. */
export function group(findings: readonly Classified[], options: GroupOptions = {}): Group[] {
  if (options.group === false) {
    return findings.map((one) => ({
      level: one.level,
      fingerprint: placeFingerprint(one.finding),
      members: [one],
    }));
  }
  const byCause = new Map<string, Classified[]>();
  for (const one of findings) {
    const { id, ruling, cause } = one.finding;
    const key = `${id} ${one.level} ${ruling} ${cause}`;
    const members = byCause.get(key);
    if (members === undefined) byCause.set(key, [one]);
    else members.push(one);
  }
  return withDistinctFingerprints([...byCause.values()].flatMap(groupOf));
}

function groupOf(findings: readonly Classified[]): Group[] {
  const byOperation = new Map<string, Classified>();
  for (const one of findings) {
    const { operation, direction } = one.finding.place;
    const key =
      operation === null
        ? `${direction}`
        : `${direction} ${operation.kind} ${operation.method} ${operation.path}`;
    const known = byOperation.get(key);
    if (known === undefined || compareFindings(one.finding, known.finding) < 0) byOperation.set(key, one);
  }
  const [first, ...others] = [...byOperation.values()].sort((a, b) => compareFindings(a.finding, b.finding));
  if (first === undefined) return [];
  return [{ level: first.level, fingerprint: causeFingerprint(first.finding), members: [first, ...others] }];
}

/** The order of places in a report: by operation, then by how near the part is, then by where it stands. */
function compareFindings(a: Finding, b: Finding): number {
  const [from, to] = [a.place, b.place];
  return (
    compareText(from.operation?.path ?? '', to.operation?.path ?? '') ||
    compareText(from.operation?.method ?? '', to.operation?.method ?? '') ||
    compareText(from.operation?.kind ?? '', to.operation?.kind ?? '') ||
    compareText(from.direction ?? '', to.direction ?? '') ||
    a.path.length - b.path.length ||
    compareText(pointerIn(a), pointerIn(b)) ||
    compareText(JSON.stringify(a.path), JSON.stringify(b.path))
  );
}

function pointerIn({ base, head }: Finding): string {
  const site = head ?? base;
  return site === null ? '' : pointerOf(site);
}

function withDistinctFingerprints(groups: readonly Group[]): Group[] {
  const counts = new Map<string, number>();
  for (const { fingerprint } of groups) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return groups.map((one) =>
    counts.get(one.fingerprint) === 1
      ? one
      : { ...one, fingerprint: tellApart(one.fingerprint, one.members[0].finding) },
  );
}

/** The words of the cause: those of the member that the part is nearest to, since all members share the part. */
export function causeOf({ members }: Group): string {
  return members.reduce((a, b) => (b.finding.path.length < a.finding.path.length ? b : a)).cause;
}
