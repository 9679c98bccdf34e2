import type { Json, JsonObject, SpecDocument } from './document.ts';
import { endOfString } from './json-string.ts';

const COLON = 58;

/** Blank space between the parts of a JSON text. */
const SPACE = /\s*/y;

/**
 * How many keys of a JSON document are lost because a key stands twice. `JSON.parse` takes the last of
 * them, other readers the first, so such a document does not say one thing to all. In YAML it
 * is an error when the document is read.
 */
export function repeatedKeys({ format, text, root }: SpecDocument): number {
  return format === 'json' ? writtenKeys(text) - heldKeys(root) : 0;
}

function writtenKeys(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    at = endOfString(text, at);
    if (text.charCodeAt(at) === COLON || text.charCodeAt(behindSpace(text, at)) === COLON) keys += 1;
  }
  return keys;
}

/** Few writers put anything between a key and its colon. */
function behindSpace(text: string, at: number): number {
  if (!isSpace(text.charCodeAt(at))) return at;
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

/** Space, tab and the ends of lines (RFC 8259, 2). */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function heldKeys(root: Json): number {
  let keys = 0;
  const pending: Json[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (!isContainer(value)) continue;
    if (Array.isArray(value)) {
      for (const child of value as readonly Json[]) if (isContainer(child)) pending.push(child);
      continue;
    }
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      keys += 1;
      const child = (value as JsonObject)[key] ?? null;
      if (isContainer(child)) pending.push(child);
    }
  }
  return keys;
}

function isContainer(value: Json): value is Exclude<Json, string | number | boolean | null> {
  return value !== null && typeof value === 'object';
}
