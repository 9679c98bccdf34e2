import { jsonPointer } from '../snapshot/document/json.ts';
import { detectApiKeys } from './detectors/api-keys.ts';
import { detectBearers } from './detectors/bearers.ts';
import type { Detector, Finding, StringContext } from './detectors/detector.ts';
import { detectEmails } from './detectors/emails.ts';
import { detectJwts } from './detectors/jwt.ts';
import { detectLinks } from './detectors/links.ts';
import { detectPasswords } from './detectors/passwords.ts';
import { detectPrivateKeys } from './detectors/private-keys.ts';
import type { Leak } from './leak.ts';
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
export function findLeaks(document: Readonly<Record<string, unknown>>): Leak[] {
  const leaks: Leak[] = [];
  mapStrings(document, (text, keys, context) => {
    for (const finding of findingsAt(text, keys, context)) leaks.push(leakOf(finding, keys));
    return text;
  });
  return leaks;
}

/**
 * The findings in one string, from left to right, none overlapping another: those that
 * overlap are one finding over all that they cover, of the kind that says most.
 */
export function findingsAt(
  text: string,
  keys: readonly (string | number)[],
  context: StringContext,
): Finding[] {
  if (text.length < SHORTEST_LEAK || isPublicContact(keys)) return [];
  const found: { rank: number; finding: Finding }[] = [];
  for (const [rank, detect] of DETECTORS.entries()) {
    for (const finding of detect(text, context)) found.push({ rank, finding });
  }
  found.sort((a, b) => a.finding.start - b.finding.start);
  const merged: typeof found = [];
  for (const next of found) {
    const last = merged.at(-1);
    if (last === undefined || next.finding.start >= last.finding.end) {
      merged.push(next);
      continue;
    }
    const { rank, finding } = next.rank < last.rank ? next : last;
    const end = Math.max(last.finding.end, next.finding.end);
    merged.splice(-1, 1, { rank, finding: { ...finding, start: last.finding.start, end } });
  }
  return merged.map(({ finding }) => finding);
}

/** A finding as it is reported. */
export function leakOf(finding: Finding, keys: readonly (string | number)[]): Leak {
  return { kind: finding.kind, pointer: jsonPointer(keys), preview: finding.preview };
}

function isPublicContact(keys: readonly (string | number)[]): boolean {
  return keys.length === 3 && keys.join('/') === 'info/contact/email';
}
