import { at, entriesAt, isObject, itemsAt, textAt } from './json.ts';
import type { Json } from './json-value.ts';
import { operationsIn } from './operations.ts';

/** How much of a document is explained in words. */
export interface Coverage {
  /** What could have a description: operations, parameters, and properties of schemas. */
  readonly parts: number;
  readonly described: number;
}

/** Keywords under which a schema holds others by name, and in a list or alone. */
const NAMED = ['properties', 'patternProperties'];
const INNER = ['items', 'additionalProperties', 'allOf', 'oneOf', 'anyOf', 'prefixItems'];

/**
 * Counts what a reader of a document can be told, and what of it has words: operations with a summary or
 * a description, parameters and properties with a description. A shared schema counts once.
 */
export function coverageOf(root: Json): Coverage {
  const counter = new Counter();
  for (const { value, parameters } of operationsIn(root)) {
    counter.count(textAt(value, 'summary') !== '' || textAt(value, 'description') !== '');
    for (const parameter of parameters) counter.count(textAt(parameter, 'description') !== '');
    for (const holder of [value, ...entriesAt(value, 'responses').map(([, response]) => response)]) {
      counter.bodies(holder);
    }
  }
  for (const [, schema] of [
    ...entriesAt(at(root, 'components'), 'schemas'),
    ...entriesAt(root, 'definitions'),
  ]) {
    counter.schema(schema);
  }
  return counter;
}

class Counter implements Coverage {
  parts = 0;
  described = 0;

  count(isDescribed: boolean): void {
    this.parts += 1;
    if (isDescribed) this.described += 1;
  }

  bodies(holder: Json): void {
    const body = at(holder, 'requestBody') ?? holder;
    for (const [, media] of entriesAt(body, 'content')) {
      const schema = at(media, 'schema');
      if (schema !== undefined) this.schema(schema);
    }
  }

  /** Counts the properties of a schema and of those inside it, without a call for each level. */
  schema(schema: Json): void {
    const waiting: Json[] = [schema];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const [, property] of NAMED.flatMap((key) => entriesAt(next ?? null, key))) {
        this.count(textAt(property, 'description') !== '' || textAt(property, '$ref') !== '');
        waiting.push(property);
      }
      for (const key of INNER) {
        const inner = at(next, key);
        // One by one: a list can be longer than a call may have arguments.
        for (const one of itemsAt(next, key)) waiting.push(one);
        if (isObject(inner)) waiting.push(inner);
      }
    }
  }
}
