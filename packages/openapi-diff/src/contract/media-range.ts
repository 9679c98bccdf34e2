/** Parameters of a media type that say how it is written and not what it is. */
const WRITING = new Set(['charset', 'boundary', 'q']);

/**
 * A media range in the form in which equal ones are equal: lower case, without `charset`
 * and the like, further parameters in order. `Application/JSON; charset=utf-8` is
 * `application/json`.
 */
export function normaliseRange(name: string): string {
  const [type = '', ...parameters] = name.split(';').map((part) => part.trim());
  const kept = parameters
    .map((parameter) => {
      const [key = '', ...value] = parameter.split('=');
      return { key: key.trim().toLowerCase(), value: value.join('=').trim() };
    })
    .filter(({ key }) => key !== '' && !WRITING.has(key))
    .map(({ key, value }) => `${key}=${value}`)
    .sort();
  return [type.toLowerCase(), ...kept].join(';');
}

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly suffix: string | null;
  readonly parameters: readonly string[];
}

function parse(range: string): Range {
  const [name = '', ...parameters] = range.split(';');
  const [type = '', subtype = '*'] = name.split('/');
  const plus = subtype.lastIndexOf('+');
  return { type, subtype, suffix: plus === -1 ? null : subtype.slice(plus + 1), parameters };
}

/**
 * Whether every media type of the narrow range is one of the wide range: wildcards (RFC
 * 9110, 12.5.1), parameters that the wide one doesn't ask for, and structured suffixes (RFC
 * 6838, 4.2.8): `application/problem+json` can be read as `application/json`.
 */
export function rangeCovers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  const a = parse(wide);
  const b = parse(narrow);
  if (a.type === '*') return true;
  if (a.type !== b.type || !a.parameters.every((parameter) => b.parameters.includes(parameter))) return false;
  return a.subtype === '*' || a.subtype === b.subtype || (a.suffix === null && a.subtype === b.suffix);
}
