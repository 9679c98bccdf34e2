import { sha256Of } from '../sha256.ts';
import { canonicalText } from './canonical-text.ts';
import { isObject } from './json.ts';

/**
 * Whether a text is the one of this hash, or the same JSON written in another way: a formatter that
 * runs over the folder changes nothing that a document says.
 */
export function says(text: string, sha256: string): boolean {
  return sha256Of(withPlainLines(text)) === sha256 || sha256Of(canonical(text) ?? '') === sha256;
}

/** A text with the line breaks that a snapshot writes: git on Windows gives a checkout others. */
export function withPlainLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** The canonical text of a JSON document; null for what is none. YAML is not read: its aliases can grow without end. */
function canonical(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? canonicalText(value) : null;
  } catch {
    return null;
  }
}
