import type { Finding } from './detectors/detector.ts';
import { findingsAt } from './find.ts';
import type { FoundLeaks, LeakKind } from './leak.ts';
import { LeakList } from './leak-list.ts';
import { mapStrings } from './strings.ts';

/** How often a string is searched again after a replacement; one that needs more is replaced as a whole. */
const MAX_ROUNDS = 4;

/** A document without its leaks, and what they were. */
export interface Redacted extends FoundLeaks {
  readonly document: Readonly<Record<string, unknown>>;
}

/**
 * The document with every leak replaced by a placeholder that says its kind and a number:
 * the same value gets the same number wherever it stands. Numbers say nothing about the
 * values, as a hash of a short one would, and a token that changes with every fetch
 * changes nothing. An address becomes another address, a link stays a link.
 *
 * @throws SnapshotError DOCUMENT_TOO_DEEP
 */
export function redactLeaks(document: Readonly<Record<string, unknown>>): Redacted {
  const leaks = new LeakList();
  const placeholders = new Map<string, string>();
  const counts = new Map<LeakKind, number>();

  const placeholderOf = (kind: LeakKind, secret: string): string => {
    const known = placeholders.get(`${kind} ${secret}`);
    if (known !== undefined) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const placeholder = `redacted-${kind}-${number}${kind === 'email' ? '@example.com' : ''}`;
    placeholders.set(`${kind} ${secret}`, placeholder);
    return placeholder;
  };

  const redacted = mapStrings(document, (text, keys, context) => {
    let findings = findingsAt(text, keys, context);
    leaks.add(findings, keys);
    let result = text;
    for (let round = 0; findings.length > 0; round += 1) {
      // A placeholder may end what its neighbour was part of, and so uncover it.
      if (round === MAX_ROUNDS) return placeholderOf(findings[0]?.kind ?? 'password', text);
      result = replaced(result, findings, placeholderOf);
      findings = findingsAt(result, keys, context);
    }
    return result;
  });
  return { document: redacted, ...leaks.found() };
}

function replaced(
  text: string,
  findings: readonly Finding[],
  placeholderOf: (kind: LeakKind, secret: string) => string,
): string {
  let result = '';
  let from = 0;
  for (const { kind, start, end } of findings) {
    result += text.slice(from, start) + placeholderOf(kind, text.slice(start, end));
    from = end;
  }
  return result + text.slice(from);
}
