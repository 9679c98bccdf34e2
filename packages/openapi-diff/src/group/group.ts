import type { Finding, OperationRef } from '../compare/finding.ts';
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
  const byOperation = new Map<string, { one: Classified; rank: readonly string[] }>();
  for (const one of findings) {
    const { operation, direction } = one.finding.place;
    const key = JSON.stringify([operation?.kind, operation?.method, operation?.path, direction]);
    const rank = rankOf(one.finding);
    const known = byOperation.get(key);
    if (known === undefined || compareRanks(rank, known.rank) < 0) byOperation.set(key, { one, rank });
  }
  const [first, ...others] = [...byOperation.values()]
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ one }) => one);
  if (first === undefined) return [];
  return [{ level: first.level, fingerprint: causeFingerprint(first.finding), members: [first, ...others] }];
}

function rankOf({ place: { operation, direction }, base, head, path }: Finding): readonly string[] {
  const site = head ?? base;
  return [
    operation?.path ?? '',
    operation?.method ?? '',
    operationKind(operation),
    direction ?? '',
    String(path.length).padStart(4, '0'),
    site === null ? '' : pointerOf(site),
    JSON.stringify(path),
  ];
}

function operationKind(operation: OperationRef | null): string {
  return operation?.kind ?? '';
}

function compareRanks(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const order = compareText(text, b[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
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
