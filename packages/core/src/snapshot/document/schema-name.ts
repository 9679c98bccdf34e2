/** Keys on the way to a schema that say nothing about what it describes. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'items',
  'prefixItems',
  'properties',
  'additionalProperties',
  'schema',
  'content',
  'responses',
  'requestBody',
  'allOf',
  'oneOf',
  'anyOf',
  'parameters',
  'components',
  'schemas',
  'definitions',
  'headers',
  'paths',
  'webhooks',
]);

/**
 * What to call a schema without a name: its title, the property that it is the value of, or
 * the last fixed part of the path that it belongs to.
 */
export function schemaName(
  schema: Readonly<Record<string, unknown>>,
  keys: readonly (string | number)[],
): string {
  const title = typeof schema.title === 'string' ? pascalCase(schema.title) : '';
  return title || propertyName(keys) || pathName(keys) || 'Schema';
}

/** The names that a document's schemas have. */
export class TakenNames {
  /** For each name the last number that stands after it in another one. */
  readonly #numbers: Map<string, number>;

  constructor(names: readonly string[]) {
    this.#numbers = new Map(names.map((name) => [name, 1]));
  }

  /** Takes a name, with the lowest number that makes it another one when it is taken. */
  add(base: string): string {
    let name = base;
    let number = this.#numbers.get(base) ?? 1;
    while (this.#numbers.has(name)) {
      number += 1;
      name = `${base}${number}`;
    }
    this.#numbers.set(base, number);
    this.#numbers.set(name, 1);
    return name;
  }
}

/** The name of the innermost property on the way, when nothing but structure follows it. */
function propertyName(keys: readonly (string | number)[]): string {
  const last = keys.findLastIndex(
    (key, index) => keys[index - 1] === 'properties' && typeof key === 'string',
  );
  if (last === -1) return '';
  const following = keys.slice(last + 1);
  if (following.some((key) => typeof key === 'string' && !STRUCTURE.has(key))) return '';
  return pascalCase(String(keys[last]));
}

function pathName(keys: readonly (string | number)[]): string {
  const path = keys[0] === 'paths' ? String(keys[1] ?? '') : '';
  const fixed = path.split('/').filter((part) => part !== '' && !part.includes('{'));
  return pascalCase(fixed.at(-1) ?? '');
}

function pascalCase(text: string): string {
  const words = text.slice(0, 100).match(/[A-Za-z0-9]+/g) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
