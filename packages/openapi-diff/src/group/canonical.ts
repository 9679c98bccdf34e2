import type { Json } from '../read/document.ts';
import { compareText } from '../report/order.ts';

/** How much of a value is looked at. Beyond, two values may look alike; nothing but a fingerprint rests on it. */
const MOST_VALUES = 20_000;
const DEEPEST = 100;

/** A text that is equal for values that are equal but for the order of keys. */
export function canonicalText(value: Json | undefined): string {
  let values = 0;
  const write = (part: Json | undefined, depth: number): string => {
    values += 1;
    if (values > MOST_VALUES || depth > DEEPEST) return '…';
    if (part === null || typeof part !== 'object') return JSON.stringify(part) ?? 'nothing';
    if (Array.isArray(part)) return `[${part.map((item: Json) => write(item, depth + 1)).join()}]`;
    const members = Object.entries(part).sort(([a], [b]) => compareText(a, b));
    return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${write(item, depth + 1)}`).join()}}`;
  };
  return write(value, 0);
}
