import type { Json, JsonObject } from '../read/document.ts';
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
      if (UNORDERED.has(keyword)) {
        return `[${part
          .map((item: Json) => write(item, '', depth + 1))
          .sort(compareText)
          .join()}]`;
      }
      let text = '[';
      for (const item of part as readonly Json[])
        text += `${text === '[' ? '' : ','}${write(item, '', depth + 1)}`;
      return `${text}]`;
    }
    let text = '{';
    for (const key of Object.keys(part).sort()) {
      const member = write((part as JsonObject)[key], key, depth + 1);
      text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${member}`;
    }
    return `${text}}`;
  };
  return write(value, String(under), 0);
}
