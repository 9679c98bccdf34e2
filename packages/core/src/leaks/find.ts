import { detectApiKeys } from './detectors/api-keys.ts';
import { detectBearers } from './detectors/bearers.ts';
import type { Detector, Finding, StringContext } from './detectors/detector.ts';
import { detectEmails } from './detectors/emails.ts';
import { detectJwts } from './detectors/jwt.ts';
import { detectLinks } from './detectors/links.ts';
import { detectPasswords } from './detectors/passwords.ts';
import { detectPrivateKeys } from './detectors/private-keys.ts';
import type { FoundLeaks } from './leak.ts';
import { LeakList } from './leak-list.ts';
import { mapStrings } from './strings.ts';

/** An address of one letter at a domain of four. */
const SHORTEST_LEAK = 6;

/** Those that say most come first. */
const DETECTORS: readonly Detector[] = [
  detectPrivateKeys,
  detectJwts,
  detectApiKeys,
  detectLinks,
  detectBearers,
  detectEmails,
  detectPasswords,
];

/**
 * The credentials and personal data that stand in the string values of a document, in an
 * order that does not depend on that of its keys. The contact address of the document
 * itself is meant to be public.
 *
 * @throws SnapshotError DOCUMENT_TOO_DEEP
 */
export function findLeaks(document: Readonly<Record<string, unknown>>): FoundLeaks {
  const leaks = new LeakList();
  mapStrings(document, (text, keys, context) => {
    leaks.add(findingsAt(text, keys, context), keys);
    return text;
  });
  return leaks.found();
}

/**
 * What the leaks of a document are, whole, each with what may be shown of it: whoever quotes
 * the document holds the values against the quotation, for most of them are told by their place alone.
 *
 * @throws SnapshotError DOCUMENT_TOO_DEEP
 */
export function leakedValues(document: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  mapStrings(document, (text, keys, context) => {
    for (const { start, end, preview } of findingsAt(text, keys, context))
      values.set(text.slice(start, end), preview);
    return text;
  });
  return values;
}

const NONE: readonly Finding[] = [];

/**
 * The findings in one string, from left to right, none overlapping another: those that
 * overlap are one finding over all that they cover, of the kind that says most.
 */
export function findingsAt(
  text: string,
  keys: readonly (string | number)[],
  context: StringContext,
): readonly Finding[] {
  if (text.length < SHORTEST_LEAK || isPublicContact(keys)) return NONE;
  let found: { rank: number; finding: Finding }[] | null = null;
  let rank = 0;
  for (const detect of DETECTORS) {
    for (const finding of detect(text, context)) {
      found ??= [];
      found.push({ rank, finding });
    }
    rank += 1;
  }
  // Nearly every string: nothing more is made for it.
  if (found === null) return NONE;
  return merged(found);
}

/** Findings that overlap become one, of the kind that says most. */
function merged(found: { rank: number; finding: Finding }[]): Finding[] {
  found.sort((a, b) => a.finding.start - b.finding.start);
  const apart: typeof found = [];
  for (const next of found) {
    const last = apart.at(-1);
    if (last === undefined || next.finding.start >= last.finding.end) {
      apart.push(next);
      continue;
    }
    const { rank, finding } = next.rank < last.rank ? next : last;
    const end = Math.max(last.finding.end, next.finding.end);
    apart.splice(-1, 1, { rank, finding: { ...finding, start: last.finding.start, end } });
  }
  return apart.map(({ finding }) => finding);
}

function isPublicContact(keys: readonly (string | number)[]): boolean {
  return keys.length === 3 && keys.join('/') === 'info/contact/email';
}
