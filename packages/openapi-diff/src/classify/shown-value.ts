import type { PathStep } from '../compare/finding.ts';
import type { Json, JsonObject } from '../read/document.ts';

/** A value that is longer than this on one line is shown by what the finding is about. */
const ROOM = 120;

/** Members that are shown beside the one that matters, for a reader to know the object by. */
const BESIDE = 1;

/** A member beside the one that matters is shown when its value is no longer than this. */
const SHORT = 24;

/**
 * A value on one line, as people write it: `{"qty": 1, "tags": ["a"]}`. Where it is long, the
 * parts that the finding isn't about are left out: `[{"id": 1, "price": "a", …}]`. The whole
 * value stands in the report's JSON.
 *
 * @param cut parts of the value were left out before
 */
export function shownValue(value: Json, path: readonly PathStep[], cut = false): string {
  const whole = jsonText(value);
  const text = whole.length <= ROOM ? whole : along(value, path);
  return cut && !text.includes('…') ? text.replace(/[\]}]$/, ', …$&') : text;
}

function along(value: Json, path: readonly PathStep[]): string {
  const [step, ...rest] = path;
  if (value === null || typeof value !== 'object' || step === undefined) return jsonText(value);
  if (Array.isArray(value)) {
    const index = step.kind === 'tuple-item' ? step.index : 0;
    if (value[index] === undefined) return jsonText(value);
    const parts = [along(value[index], rest)];
    if (index > 0) parts.unshift('…');
    if (index < value.length - 1) parts.push('…');
    return `[${parts.join(', ')}]`;
  }
  return alongObject(value as JsonObject, step, rest);
}

function alongObject(value: JsonObject, step: PathStep, rest: readonly PathStep[]): string {
  const names = Object.keys(value);
  const name = step.kind === 'property' ? step.name : names.at(-1);
  const isThere = name !== undefined && Object.hasOwn(value, name);
  const beside = names
    .toSorted((a, b) => Number(b === 'id') - Number(a === 'id'))
    .filter((other) => other !== name && jsonText(value[other] ?? null).length <= SHORT)
    .slice(0, isThere ? BESIDE : BESIDE + 2);
  const shown = names
    .filter((other) => other === name || beside.includes(other))
    .map((other) => {
      const part = value[other] ?? null;
      return `${JSON.stringify(other)}: ${other === name ? along(part, rest) : jsonText(part)}`;
    });
  if (shown.length < names.length) shown.push('…');
  return `{${shown.join(', ')}}`;
}

function jsonText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => jsonText(item)).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${jsonText(item as Json)}`,
  );
  return `{${members.join(', ')}}`;
}
