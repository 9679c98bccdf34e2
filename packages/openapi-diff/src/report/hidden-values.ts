import { inCode } from '../compare/words.ts';
import type { Json, JsonObject } from '../read/document.ts';
import type { Report } from './report.ts';
import { SortedValues } from './sorted-values.ts';

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

function byBeginning(hidden: ReadonlyMap<string, string>): ReadonlyMap<string, SortedValues> {
  const written = [...hidden].flatMap(([value, instead]) =>
    [value, inCode(value), inCode(JSON.stringify(value).slice(1, -1))].map(
      (text) => [text, instead] as const,
    ),
  );
  const groups = Map.groupBy(
    written.filter(([text]) => text.length >= SHORTEST),
    ([text]) => text.slice(0, SHORTEST),
  );
  return new Map([...groups].map(([beginning, members]) => [beginning, new SortedValues(new Map(members))]));
}

function withoutWritten(text: string, written: ReadonlyMap<string, SortedValues>): string {
  let result = '';
  let from = 0;
  let ellipsis = -1;
  for (let at = 0; at + SHORTEST <= text.length; ) {
    const alike = written.get(text.slice(at, at + SHORTEST));
    if (alike === undefined || isInsideWord(text, at)) {
      at += 1;
      continue;
    }
    // The next one serves all places before it: a long text is searched for it once.
    if (ellipsis < at) ellipsis = indexOrEnd(text, ELLIPSIS, at);
    const found = wholeAt(text, at, alike) ?? cutAt(text, at, ellipsis, alike);
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

/** What stands at a place instead of a value, and where the value ends. */
interface Found {
  readonly instead: string;
  readonly end: number;
}

/** The longest of these that stands at this place as a word of its own; null for none. */
function wholeAt(text: string, start: number, alike: SortedValues): Found | null {
  for (const { value, instead } of alike.thatBegin(text.slice(start, start + alike.longest))) {
    const end = start + value.length;
    if (!isInsideWord(text, end)) return { instead, end };
  }
  return null;
}

/** The one of these of which the beginning stands from this place to the ellipsis; null for none. */
function cutAt(text: string, start: number, ellipsis: number, alike: SortedValues): Found | null {
  // What is longer, but for the half of a character that a cut may leave, is the beginning of none.
  if (ellipsis === text.length || ellipsis - start > alike.longest + 1) return null;
  const shown = text.slice(start, ellipsis).replace(/\uFFFD$/, '');
  const cut = shown.length < SHORTEST ? null : alike.beginningWith(shown);
  return cut && { instead: cut.instead, end: ellipsis };
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from);
  return index === -1 ? text.length : index;
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
