import { type Choices, type Draft, type DraftObject, pick, shuffled } from './documents.ts';
import { componentOf, isObject, mapObjects, objectAt, operationsOf, schemasOf } from './schemas.ts';

/** Another way to write the same contract. It changes the document that it is given, which is a copy. */
export interface Respelling {
  readonly name: string;
  readonly apply: (document: DraftObject, choices: Choices) => DraftObject;
}

function inlineReferences(document: DraftObject, { below }: Choices): DraftObject {
  for (const { schema, replace, role } of schemasOf(document)) {
    const component = componentOf(document, schema);
    if (component !== null && role !== 'component' && below(2) === 0) replace(structuredClone(component));
  }
  return document;
}

function extractSchemas(document: DraftObject, { below }: Choices): DraftObject {
  const components = objectAt(document, 'components', 'schemas');
  let number = 0;
  for (const { schema, replace, role } of schemasOf(document)) {
    if (schema.$ref !== undefined || role === 'component' || below(2) === 1) continue;
    number += 1;
    components[`Extracted${number}`] = schema;
    replace({ $ref: `#/components/schemas/Extracted${number}` });
  }
  return document;
}

/** Keywords that say something together and can't be torn apart. */
const BOUND_TOGETHER = new Set([
  'properties',
  'additionalProperties',
  'nullable',
  'type',
  'enum',
  'readOnly',
  'writeOnly',
  '$ref',
]);

function splitIntoAllOf(document: DraftObject, { below }: Choices): DraftObject {
  for (const { schema } of schemasOf(document)) {
    if (schema.$ref !== undefined || schema.allOf !== undefined || below(2) === 1) continue;
    const free = Object.keys(schema).filter((keyword) => !BOUND_TOGETHER.has(keyword));
    const moved: DraftObject = {};
    for (const keyword of free) {
      const value = schema[keyword];
      if (value === undefined || below(2) === 1) continue;
      moved[keyword] = value;
      delete schema[keyword];
    }
    schema.allOf = [moved];
  }
  return document;
}

function wrapInAllOf(document: DraftObject, { below }: Choices): DraftObject {
  for (const { schema, replace, role } of schemasOf(document)) {
    if (role !== 'component' && below(3) === 0) replace({ allOf: [schema] });
  }
  return document;
}

/** Lists whose order means nothing. */
const UNORDERED = new Set(['enum', 'required', 'oneOf', 'anyOf', 'allOf', 'parameters', 'tags']);

function reorder(document: DraftObject, choices: Choices): DraftObject {
  return mapObjects(document, (object) => {
    const entries = shuffled(Object.entries(object), choices).map(([key, value]): [string, Draft] => [
      key,
      UNORDERED.has(key) && Array.isArray(value) ? shuffled(value, choices) : value,
    ]);
    return Object.fromEntries(entries);
  }) as DraftObject;
}

/** Says something else in the same object, so that schemas below it stay where they are looked for. */
function rewrite(schema: DraftObject, other: DraftObject): void {
  for (const keyword of Object.keys(schema)) delete schema[keyword];
  Object.assign(schema, other);
}

/** 3.0's `nullable` as 3.1 spells it, in one of its ways. */
function asVersion31(document: DraftObject, { below }: Choices): DraftObject {
  for (const { schema } of schemasOf(document)) {
    if (schema.nullable === true && typeof schema.type === 'string') {
      // Who may send a property is said of the property, not of one of its branches.
      const { nullable: _, readOnly, writeOnly, ...rest } = schema;
      const access = {
        ...(readOnly === undefined ? {} : { readOnly }),
        ...(writeOnly === undefined ? {} : { writeOnly }),
      };
      const spelling = below(3);
      if (spelling === 0) {
        schema.type = [schema.type, 'null'];
        // Beside a list of values 3.0 means null by `nullable` alone; 3.1 wants it listed.
        if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null];
      }
      if (spelling === 1) rewrite(schema, { ...access, anyOf: [rest, { type: 'null' }] });
      if (spelling === 2) rewrite(schema, { ...access, oneOf: [{ type: 'null' }, rest] });
    }
    delete schema.nullable;
  }
  return { ...document, openapi: '3.1.0' };
}

/** `enum` with one value as `const`, after moving to 3.1. */
function asConst(document: DraftObject, choices: Choices): DraftObject {
  const moved = asVersion31(document, choices);
  for (const { schema } of schemasOf(moved)) {
    if (Array.isArray(schema.enum) && schema.enum.length === 1) {
      schema.const = schema.enum[0] ?? null;
      delete schema.enum;
    }
  }
  return moved;
}

function hoistParameters(document: DraftObject, _: Choices): DraftObject {
  for (const item of Object.values(objectAt(document, 'paths')).filter(isObject)) {
    const own = operationsOf({ paths: { item } });
    const [first] = own;
    if (first === undefined || !Array.isArray(first.operation.parameters)) continue;
    const everywhere = first.operation.parameters.filter((parameter) =>
      own.every(
        ({ operation: { parameters } }) =>
          Array.isArray(parameters) &&
          parameters.some((other) => JSON.stringify(other) === JSON.stringify(parameter)),
      ),
    );
    const texts = new Set(everywhere.map((parameter) => JSON.stringify(parameter)));
    item.parameters = everywhere;
    for (const { operation } of own) {
      if (Array.isArray(operation.parameters)) {
        operation.parameters = operation.parameters.filter(
          (parameter) => !texts.has(JSON.stringify(parameter)),
        );
      }
    }
  }
  return document;
}

function renameComponents(document: DraftObject, _: Choices): DraftObject {
  const components = objectAt(document, 'components');
  components.schemas = Object.fromEntries(
    Object.entries(objectAt(components, 'schemas')).map(([name, schema]) => [`Renamed${name}`, schema]),
  );
  return mapObjects(document, (object) =>
    typeof object.$ref === 'string'
      ? { ...object, $ref: object.$ref.replace('#/components/schemas/', '#/components/schemas/Renamed') }
      : object,
  ) as DraftObject;
}

function renamePathParameters(document: DraftObject, _: Choices): DraftObject {
  const paths = Object.entries(objectAt(document, 'paths')).map(([path, item]): [string, Draft] => [
    path.replaceAll('{id}', '{key}'),
    mapObjects(item, (object) =>
      object.in === 'path' && object.name === 'id' ? { ...object, name: 'key' } : object,
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function addCharset(document: DraftObject, { below }: Choices): DraftObject {
  for (const { operation } of operationsOf(document)) {
    for (const body of [objectAt(operation, 'requestBody'), objectAt(operation, 'responses', '200')]) {
      const content = objectAt(body, 'content');
      if (content['application/json'] === undefined || below(2) === 1) continue;
      content['application/json; charset=utf-8'] = content['application/json'];
      delete content['application/json'];
    }
  }
  return document;
}

function addAnnotations(document: DraftObject, choices: Choices): DraftObject {
  const one = pick(
    schemasOf(document).filter(({ schema }) => schema.$ref === undefined),
    choices,
  );
  if (one !== undefined) one.schema.description = 'Said otherwise';
  return document;
}

/** Respellings after which a report must be empty. */
export const SILENT: readonly Respelling[] = [
  { name: 'inlining references', apply: inlineReferences },
  { name: 'extracting schemas into components', apply: extractSchemas },
  { name: 'reordering everything whose order means nothing', apply: reorder },
  { name: 'moving parameters to the path', apply: hoistParameters },
  { name: 'renaming components', apply: renameComponents },
  { name: 'renaming path parameters', apply: renamePathParameters },
];

/** Respellings after which a report may say that the spelling changed, and no more than that. */
export const HARMLESS: readonly Respelling[] = [
  { name: 'splitting a schema into allOf', apply: splitIntoAllOf },
  { name: 'wrapping a schema in allOf', apply: wrapInAllOf },
  { name: 'moving from 3.0 to 3.1', apply: asVersion31 },
  { name: 'writing an enum of one value as const', apply: asConst },
  { name: 'adding a charset to media types', apply: addCharset },
  { name: 'describing a schema otherwise', apply: addAnnotations },
];
