import { inCode } from '../compare/words.ts';
import type { Json, JsonObject } from '../read/document.ts';
import type { Report } from './report.ts';

/** The values of a document that must not stand in what is said of it, each with what stands there instead. */
export type HiddenValues = (document: JsonObject) => ReadonlyMap<string, string>;

/** What is shorter stands in words by chance: to take it out there would hide nothing. */
const SHORTEST = 6;

/** What ends a value of which the words show no more than the beginning. */
const ELLIPSIS = '…';

/** A character that belongs to the word beside it. */
const IN_WORD = /[A-Za-z0-9]/;

/** An escape of JSON at the end of a text: its last character belongs to no word. */
const ESCAPE_AT_END = /\\(?:[bfnrt]|u[0-9a-f]{4})$/;
const LONGEST_ESCAPE = 6;

/** Values as words write them, those that begin alike. */
interface Alike {
  /** What stands instead of each. */
  readonly instead: ReadonlyMap<string, string>;
  /** How long they are, the longest first: what stands at a place is looked up, however many values there are. */
  readonly lengths: readonly number[];
}

/**
 * A report in whose words and witnesses none of the values stands, as far as it is no part of
 * a longer word; nor does what is left of one that was cut. Names are left alone.
 */
export function withoutValues(report: Report, hidden: ReadonlyMap<string, string>): Report {
  const written = byBeginning(hidden);
  if (written.size === 0) return report;
  const hide = (text: string) => withoutWritten(text, written);
  return {
    ...report,
    changes: report.changes.map((change) => ({
      ...change,
      cause: hide(change.cause),
      message: hide(change.message),
      witness: change.witness && { ...change.witness, value: withStrings(change.witness.value, hide) },
    })),
  };
}

function byBeginning(hidden: ReadonlyMap<string, string>): ReadonlyMap<string, Alike> {
  const written = [...hidden].flatMap(([value, instead]) =>
    [value, inCode(value), inCode(JSON.stringify(value).slice(1, -1))].map(
      (text) => [text, instead] as const,
    ),
  );
  const groups = Map.groupBy(
    written.filter(([text]) => text.length >= SHORTEST),
    ([text]) => text.slice(0, SHORTEST),
  );
  return new Map(
    [...groups].map(([beginning, members]) => {
      const lengths = new Set(members.map(([text]) => text.length));
      return [beginning, { instead: new Map(members), lengths: [...lengths].sort((a, b) => b - a) }];
    }),
  );
}

function withoutWritten(text: string, written: ReadonlyMap<string, Alike>): string {
  let result = '';
  let from = 0;
  for (let at = 0; at + SHORTEST <= text.length; ) {
    const alike = written.get(text.slice(at, at + SHORTEST));
    const found = alike === undefined ? null : foundAt(text, at, alike);
    if (found === null) {
      at += 1;
    } else {
      result += text.slice(from, at) + found.instead;
      at = found.end;
      from = at;
    }
  }
  return result + text.slice(from);
}

/** Which of these stands at this place, and where it ends; null for none. */
function foundAt(
  text: string,
  start: number,
  { instead, lengths }: Alike,
): { readonly instead: string; readonly end: number } | null {
  if (isInsideWord(text, start)) return null;
  for (const length of lengths) {
    const end = start + length;
    const whole = end > text.length ? undefined : instead.get(text.slice(start, end));
    if (whole !== undefined && !isInsideWord(text, end)) return { instead: whole, end };
  }
  const end = text.indexOf(ELLIPSIS, start);
  // A cut may go through a character.
  const shown = text.slice(start, Math.max(start, end)).replace(/\uFFFD$/, '');
  if (shown.length < SHORTEST) return null;
  const cut = [...instead].find(([value]) => value.startsWith(shown));
  return cut === undefined ? null : { instead: cut[1], end };
}

/** Whether a word goes on from one side of this place to the other. */
function isInsideWord(text: string, at: number): boolean {
  if (!IN_WORD.test(text.charAt(at - 1)) || !IN_WORD.test(text.charAt(at))) return false;
  return !ESCAPE_AT_END.test(text.slice(Math.max(0, at - LONGEST_ESCAPE), at));
}

/** A value with every string in it changed, and its names as they are. */
function withStrings(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Json) => withStrings(item, change));
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, item]) => [key, withStrings(item, change)]),
  );
}
