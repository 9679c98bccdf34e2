import { findingsAt, leakOf } from './find.ts';
import type { Leak, LeakKind } from './leak.ts';
import { mapStrings } from './strings.ts';

/** A document without its leaks, and what they were. */
export interface Redacted {
  readonly document: Readonly<Record<string, unknown>>;
  readonly leaks: readonly Leak[];
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
  const leaks: Leak[] = [];
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
    let result = '';
    let from = 0;
    for (const finding of findingsAt(text, keys, context)) {
      leaks.push(leakOf(finding, keys));
      const placeholder = placeholderOf(finding.kind, text.slice(finding.start, finding.end));
      result += text.slice(from, finding.start) + placeholder;
      from = finding.end;
    }
    return result + text.slice(from);
  });
  return { document: redacted, leaks };
}
