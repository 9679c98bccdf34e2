import type { Json } from '../read/document.ts';
import { compareText } from '../report/order.ts';

/** How many values are looked at. Beyond, two values may look alike; nothing but a fingerprint rests on it. */
const MOST_VALUES = 20_000;
/**
 * How far down: a schema's properties and what each of them says itself. That tells schemas apart, costs little
 * where everything is written inline, and leaves what is further inside free to change.
 */
const DEEPEST = 4;

/** Keywords whose lists mean the same in any order. */
const UNORDERED = new Set(['allOf', 'anyOf', 'oneOf', 'enum', 'required', 'type', 'tags']);

/**
 * A text that is equal for values that are equal but for an order that means nothing: of keys, of branches.
 *
 * @param under the key that the value stands under, where there is one
 */
export function canonicalText(value: Json | undefined, under: string | number = ''): string {
  let values = 0;
  const write = (part: Json | undefined, keyword: string, depth: number): string => {
    values += 1;
    if (values > MOST_VALUES || depth > DEEPEST) return '…';
    if (part === null || typeof part !== 'object') return JSON.stringify(part) ?? 'nothing';
    if (Array.isArray(part)) {
      const items = part.map((item: Json) => write(item, '', depth + 1));
      return `[${(UNORDERED.has(keyword) ? items.sort(compareText) : items).join()}]`;
    }
    const members = Object.entries(part).sort(([a], [b]) => compareText(a, b));
    return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${write(item, key, depth + 1)}`).join()}}`;
  };
  return write(value, String(under), 0);
}
