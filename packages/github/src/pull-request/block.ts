import { readMarker, writeMarker } from '../comment/marker.ts';
import { BODY_LIMIT } from '../limits.ts';

/** The part of a pull request's body that is ours, between two hidden lines; all else is people's. */
export interface Block {
  readonly key: string;
  /** What tells whether title and text are still as they were written last. */
  readonly digest: string;
  readonly text: string;
}

const END = '<!-- xano-specs end -->';

/** A body taken apart: what stands before and after our block, and the block; null when there is none. */
export interface SplitBody {
  readonly before: string;
  readonly block: Block | null;
  readonly after: string;
}

/**
 * Takes a body apart. GitHub's editor writes CR LF, which is read as LF. A block whose end
 * someone deleted reaches to the end of its first paragraph, so nothing that people wrote below goes.
 */
export function splitBody(body: string, key: string): SplitBody {
  const text = body.replaceAll('\r\n', '\n');
  const start = startOf(text, key);
  if (start === null) return { before: text, block: null, after: '' };
  const marker = readMarker(text.slice(start));
  const lineEnd = endOrLast(text, '\n', start);
  const end = text.indexOf(END, lineEnd);
  const [textEnd, blockEnd] =
    end === -1 ? repeated(endOrLast(text, '\n\n', lineEnd)) : [end, end + END.length];
  return {
    before: text.slice(0, start),
    block: { key, digest: marker?.digest ?? '', text: text.slice(lineEnd + 1, textEnd).trimEnd() },
    after: text.slice(blockEnd),
  };
}

/** Puts a body together again, with a new block where the old one stood, or at the end. */
export function joinBody({ before, block, after }: SplitBody, next: Block): string {
  const gap = block === null && before.trim() !== '' ? '\n\n' : '';
  const head = block === null ? before.trimEnd() : before;
  return `${head}${gap}${writeMarker(next)}\n${withoutEnd(next.text)}\n${END}${after}`;
}

/** Characters that a block's text may have beside what people wrote. */
export function blockRoom(body: SplitBody, key: string): number {
  const empty = joinBody(body, { key, digest: '0'.repeat(64), text: '' });
  return Math.max(0, BODY_LIMIT - empty.length);
}

function startOf(text: string, key: string): number | null {
  for (const { index } of text.matchAll(/^<!-- xano-specs key=/gm)) {
    if (readMarker(text.slice(index))?.key === key) return index;
  }
  return null;
}

/** A text that held the closing line would end its own block early. What is left can't be one either. */
function withoutEnd(text: string): string {
  return text.replaceAll(END, '…').trimEnd();
}

function endOrLast(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found === -1 ? text.length : found;
}

function repeated(position: number): [number, number] {
  return [position, position];
}
