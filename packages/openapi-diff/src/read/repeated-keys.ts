import type { Json, SpecDocument } from './document.ts';
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
    SPACE.lastIndex = at;
    SPACE.test(text);
    if (text.charCodeAt(Math.max(at, SPACE.lastIndex)) === COLON) keys += 1;
  }
  return keys;
}

function heldKeys(root: Json): number {
  let keys = 0;
  const pending: Json[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value === null || typeof value !== 'object') continue;
    const children = Object.values(value) as readonly Json[];
    if (!Array.isArray(value)) keys += children.length;
    for (const child of children) if (child !== null && typeof child === 'object') pending.push(child);
  }
  return keys;
}
