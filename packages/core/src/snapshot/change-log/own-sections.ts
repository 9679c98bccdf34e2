import { createHash } from 'node:crypto';
import { sha256Of } from '../sha256.ts';

/** The heading of a section that a run wrote, and the lines that list its changes. */
const HEADING = /^## \d{4}-\d\d-\d\d \d\d:\d\d UTC$/;
const ITEM = /^(?: {2})?- /;

/** Lines of a section before its first item: the heading, an empty one, the counts, an empty one. */
const HEAD_LINES = 4;

/** Tells a section from every other: whoever changes a byte of it makes it a text of their own. */
export function sectionHash(section: string): string {
  return sha256Of(section);
}

/**
 * A change log without the sections of these hashes, and otherwise as it is, byte for byte: it
 * undoes what `insertSection` did. One that people changed is theirs, and stays.
 */
export function withoutSections(text: string, hashes: ReadonlySet<string>): string {
  if (hashes.size === 0) return text;
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const length = sectionLength(lines, at, hashes);
    if (length === 0) {
      kept.push(lines[at] ?? '');
      at += 1;
    } else {
      at += length;
      // The empty line that was put before it, or after it where a heading follows.
      if (isEmpty(kept.at(-1))) kept.pop();
      else if (isEmpty(lines[at])) at += 1;
    }
  }
  return kept.join('\n');
}

/** Whether a change log has the section of this hash, as a run wrote it. */
export function holdsSection(text: string, hash: string): boolean {
  return withoutSections(text, new Set([hash])) !== text;
}

function isEmpty(line: string | undefined): boolean {
  return line === '' || line === '\r';
}

/** How many lines a section of these hashes has that begins with this line; 0 when none does. */
function sectionLength(lines: readonly string[], start: number, hashes: ReadonlySet<string>): number {
  const line = (index: number) => (lines[index] ?? '').replace(/\r$/, '');
  if (!HEADING.test(line(start))) return 0;
  const head = lines.slice(start, start + HEAD_LINES).map((_, index) => line(start + index));
  const hash = createHash('sha256').update(head.join('\n'));
  for (let end = start + HEAD_LINES; end < lines.length && ITEM.test(line(end)); end += 1) {
    hash.update(`\n${line(end)}`);
    if (hashes.has(hash.copy().digest('hex'))) return end + 1 - start;
  }
  return 0;
}
