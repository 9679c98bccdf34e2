import { append } from '../append.ts';
import type { Finding, OperationRef } from '../compare/finding.ts';
import { pointerOf, type Site } from '../contract/site.ts';
import type { Classified } from '../group/classified.ts';
import { placeFingerprint } from '../group/fingerprint.ts';
import type { Group } from '../group/group.ts';
import type { ReportedException } from '../report/report.ts';
import type { Exception } from './exceptions-file.ts';
import { matchesWildcard } from './wildcard.ts';

/** A group, or those of its members that one exception accepts. */
export interface AcceptedGroup {
  readonly group: Group;
  readonly exception: Exception;
}

/** What is left of the groups when the exceptions were applied. */
export interface Applied {
  readonly kept: readonly Group[];
  readonly accepted: readonly AcceptedGroup[];
  readonly expired: readonly Exception[];
  readonly unused: readonly Exception[];
}

/** What exceptions are applied with. */
export interface ApplyOptions {
  /** The moment that expiry dates are held against. */
  readonly now: Date;
  /** The document's name, for entries that name one. */
  readonly document: string;
}

/**
 * Takes out of the groups what the exceptions accept. An entry with a fingerprint accepts
 * the group that has it, or the one place that has it; any other entry accepts single places,
 * so that a group may lose some and keep the rest.
 */
export function applyExceptions(
  groups: readonly Group[],
  exceptions: readonly Exception[],
  { now, document }: ApplyOptions,
): Applied {
  const expired = exceptions.filter((exception) => hasExpired(exception, now));
  const valid = exceptions.filter((exception) => !expired.includes(exception));
  const here = valid.filter(({ document: name }) => name === null || matchesWildcard(document, name));
  const used = new Set<Exception>();
  const kept: Group[] = [];
  const accepted: AcceptedGroup[] = [];
  for (const group of groups) {
    const left: Classified[] = [];
    const taken = new Map<Exception, Classified[]>();
    for (const member of group.members) {
      const exception = here.find((one) => matches(one, group, member.finding));
      if (exception === undefined) left.push(member);
      else taken.set(exception, [...(taken.get(exception) ?? []), member]);
    }
    append(kept, withMembers(group, left));
    for (const [exception, members] of taken) {
      used.add(exception);
      append(
        accepted,
        withMembers(group, members).map((part) => ({ group: part, exception })),
      );
    }
  }
  return { kept, accepted, expired, unused: valid.filter((exception) => !used.has(exception)) };
}

function withMembers(group: Group, members: readonly Classified[]): Group[] {
  const [first, ...others] = members;
  return first === undefined ? [] : [{ ...group, members: [first, ...others] }];
}

/** An exception holds until the end of its last day, by UTC. */
function hasExpired({ expires }: Exception, now: Date): boolean {
  return expires !== null && now.toISOString().slice(0, 10) > expires;
}

function matches(exception: Exception, group: Group, finding: Finding): boolean {
  const { id, operation, place, fingerprint } = exception;
  if (id !== null && id !== finding.id) return false;
  if (
    fingerprint !== null &&
    fingerprint !== group.fingerprint &&
    fingerprint !== placeFingerprint(finding)
  ) {
    return false;
  }
  if (operation !== null && !matchesOperation(finding.place.operation, operation)) return false;
  return place === null || [finding.base, finding.head].some((site) => isAtOrBelow(site, place));
}

function withoutNames(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}

function matchesOperation(operation: OperationRef | null, pattern: string): boolean {
  if (operation === null) return false;
  const space = pattern.indexOf(' ');
  const method = pattern.slice(0, space).toUpperCase();
  const path = pattern.slice(space).trim();
  return (
    matchesWildcard(operation.method, method) &&
    matchesWildcard(withoutNames(operation.path), withoutNames(path))
  );
}

function isAtOrBelow(site: Site | null, place: string): boolean {
  if (site === null) return false;
  const wanted = place.startsWith('#') ? place.slice(1) : place;
  return `${pointerOf(site)}/`.startsWith(wanted.endsWith('/') ? wanted : `${wanted}/`);
}

/** An exception as a report speaks of it. */
export function reported({
  line,
  id,
  operation,
  place,
  fingerprint,
  document,
  reason,
  expires,
}: Exception): ReportedException {
  const parts = { id, operation, place, fingerprint, document };
  return {
    line,
    matches: Object.entries(parts)
      .flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
      .join(', '),
    reason,
    expires,
  };
}
