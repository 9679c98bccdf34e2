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

/** Where two findings overlap, the one of the earlier detector counts: it says more. */
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
    leaks.push(...findingsAt(text, keys, context).map((finding) => leakOf(finding, keys)));
    return text;
  });
  return leaks;
}

/** The findings in one string, from left to right, none overlapping another. */
export function findingsAt(
  text: string,
  keys: readonly (string | number)[],
  context: StringContext,
): Finding[] {
  if (keys.join('/') === 'info/contact/email') return [];
  const found = DETECTORS.flatMap((detect) => detect(text, context));
  // Sorting keeps the detectors' order among findings that start at the same place.
  const sorted = found.toSorted((a, b) => a.start - b.start);
  const chosen: Finding[] = [];
  for (const finding of sorted) {
    const last = chosen.at(-1);
    if (last === undefined || finding.start >= last.end) chosen.push(finding);
    else if (found.indexOf(finding) < found.indexOf(last)) chosen.splice(-1, 1, finding);
  }
  return chosen;
}

/** A finding as it is reported. */
export function leakOf(finding: Finding, keys: readonly (string | number)[]): Leak {
  return { kind: finding.kind, pointer: jsonPointer(keys), preview: finding.preview };
}
