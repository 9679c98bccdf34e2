import { readMarker, writeMarker } from '../comment/marker.ts';
import { BODY_LIMIT } from '../limits.ts';
import { type Line, linesOutsideFences } from './lines.ts';

/** The part of a pull request's body that is ours, between two hidden lines; all else is people's. */
export interface Block {
  readonly key: string;
  /** What tells whether title and text are still as they were written last. */
  readonly digest: string;
  readonly text: string;
}

const START = '<!-- xano-specs key=';
const START_LINE = new RegExp(`^${START}[^>]*-->\\s*$`);
const END = '<!-- xano-specs end -->';

/** A body taken apart: what stands before and after our block, and the block; null when there is none. */
export interface SplitBody {
  readonly before: string;
  readonly block: Block | null;
  readonly after: string;
}

/**
 * Takes a body apart. GitHub's editor writes CR LF, which is read as LF. A block whose end
 * someone deleted is its first line alone: where it ended can't be told, so all that stands below
 * is taken for people's, what is left of the old report included.
 */
export function splitBody(body: string, key: string): SplitBody {
  const text = body.replaceAll('\r\n', '\n');
  const start = startOf(text, key);
  if (start === null) return { before: text, block: null, after: '' };
  const { index, line, digest } = start;
  const below = text.slice(index + line.length + 1);
  const end = endOf(below);
  return {
    before: text.slice(0, index),
    block: { key, digest, text: end === null ? '' : below.slice(0, end).trimEnd() },
    after: end === null ? apart(below) : below.slice(end + END.length),
  };
}

/** Puts a body together again, with a new block where the old one stood, or at the end. */
export function joinBody({ before, block, after }: SplitBody, next: Block): string {
  const gap = block === null && before.trim() !== '' ? '\n\n' : '';
  const head = block === null ? before.trimEnd() : before;
  return `${head}${gap}${writeMarker(next)}\n${withoutMarkers(next.text)}\n${END}${after}`;
}

/** Characters that a block's text may have beside what people wrote. */
export function blockRoom(body: SplitBody, key: string): number {
  return Math.max(0, BODY_LIMIT - emptyLength(body, key));
}

/** Whether what people wrote leaves room for the two lines of a block at all. */
export function hasBlockRoom(body: SplitBody, key: string): boolean {
  return emptyLength(body, key) <= BODY_LIMIT;
}

function emptyLength(body: SplitBody, key: string): number {
  return joinBody(body, { key, digest: '0'.repeat(64), text: '' }).length;
}

function startOf(text: string, key: string): (Line & { readonly digest: string }) | null {
  const { shown, unclosed } = linesOutsideFences(text);
  // A fence that people left open would hide our block for ever, and each run would add another.
  for (const place of [...shown, ...unclosed]) {
    const marker = isStart(place) ? readMarker(place.line) : null;
    if (marker?.key === key) return { ...place, digest: marker.digest };
  }
  return null;
}

/** Where the closing line of the block stands; null when the next block begins before there is one. */
function endOf(below: string): number | null {
  const first = linesOutsideFences(below).shown.find((place) => isStart(place) || isEnd(place));
  return first !== undefined && isEnd(first) ? first.index : null;
}

function isStart({ line }: Line): boolean {
  return START_LINE.test(line);
}

function isEnd({ line }: Line): boolean {
  return line.trimEnd() === END;
}

/** A text with an empty line before it, so that it is no part of the block that comes above. */
function apart(text: string): string {
  return text.trim() === '' ? '' : `\n\n${text.replace(/^\n+/, '')}`;
}

/** A text that held the lines around a block would end its own early. What is left can't be one either. */
function withoutMarkers(text: string): string {
  return text.replaceAll(END, '…').replaceAll(START, '…').trimEnd();
}
