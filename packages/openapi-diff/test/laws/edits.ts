import { type Choices, type DraftObject, pick } from './documents.ts';
import { isObject, objectAt, operationsOf, type SchemaSlot, schemasOf } from './schemas.ts';

/** Something that people do to an API. It changes the document that it is given; where it finds nothing to do, nothing. */
export interface Edit {
  readonly name: string;
  readonly apply: (document: DraftObject, choices: Choices) => void;
}

function editSchema(
  name: string,
  fits: (slot: SchemaSlot) => boolean,
  change: (schema: DraftObject, choices: Choices) => void,
): Edit {
  return {
    name,
    apply: (document, choices) => {
      const slot = pick(schemasOf(document).filter(fits), choices);
      if (slot !== undefined) change(slot.schema, choices);
    },
  };
}

const hasProperties = ({ schema }: SchemaSlot) =>
  isObject(schema.properties) && Object.keys(schema.properties).length > 0;
const is =
  (...types: string[]) =>
  ({ schema }: SchemaSlot) =>
    typeof schema.type === 'string' && types.includes(schema.type);

export const EDITS: readonly Edit[] = [
  editSchema('retype', is('string', 'integer', 'number', 'boolean'), (schema, choices) => {
    const type = pick(['string', 'integer', 'number', 'boolean'], choices) ?? 'string';
    for (const keyword of Object.keys(schema)) delete schema[keyword];
    schema.type = type;
  }),
  editSchema('add an optional property', hasProperties, (schema) => {
    objectAt(schema, 'properties').added = { type: 'string' };
  }),
  editSchema('add a required property', hasProperties, (schema) => {
    objectAt(schema, 'properties').added = { type: 'integer' };
    schema.required = [...(Array.isArray(schema.required) ? schema.required : []), 'added'];
  }),
  editSchema('remove a property', hasProperties, (schema, choices) => {
    const name = pick(Object.keys(objectAt(schema, 'properties')), choices) ?? '';
    delete objectAt(schema, 'properties')[name];
    if (Array.isArray(schema.required)) schema.required = schema.required.filter((other) => other !== name);
  }),
  editSchema('require a property', hasProperties, (schema, choices) => {
    const name = pick(Object.keys(objectAt(schema, 'properties')), choices) ?? '';
    schema.required = [...new Set([...(Array.isArray(schema.required) ? schema.required : []), name])];
  }),
  editSchema(
    'no longer require a property',
    ({ schema }) => Array.isArray(schema.required),
    (schema) => {
      if (Array.isArray(schema.required)) schema.required = schema.required.slice(1);
      if (Array.isArray(schema.required) && schema.required.length === 0) delete schema.required;
    },
  ),
  editSchema('close an object', hasProperties, (schema) => {
    schema.additionalProperties = false;
  }),
  editSchema(
    'add a value to an enum',
    ({ schema }) => Array.isArray(schema.enum),
    (schema) => {
      if (Array.isArray(schema.enum)) schema.enum = [...schema.enum, 'further'];
    },
  ),
  editSchema(
    'remove a value from an enum',
    ({ schema }) => Array.isArray(schema.enum) && schema.enum.length > 1,
    (schema) => {
      if (Array.isArray(schema.enum)) schema.enum = schema.enum.slice(1);
    },
  ),
  editSchema('move a bound', is('integer', 'number'), (schema, { below }) => {
    schema[below(2) === 0 ? 'minimum' : 'maximum'] = below(12);
  }),
  editSchema('bound a text', is('string'), (schema, { below }) => {
    schema[below(2) === 0 ? 'minLength' : 'maxLength'] = below(9);
  }),
  editSchema('bound a list', is('array'), (schema, { below }) => {
    schema[below(2) === 0 ? 'minItems' : 'maxItems'] = below(9);
  }),
  editSchema('turn null on or off', is('string', 'integer', 'boolean', 'object', 'array'), (schema) => {
    if (schema.nullable === true) delete schema.nullable;
    else schema.nullable = true;
  }),
  editSchema(
    'add a branch',
    ({ schema }) => Array.isArray(schema.oneOf ?? schema.anyOf),
    (schema) => {
      for (const keyword of ['oneOf', 'anyOf']) {
        const branches = schema[keyword];
        if (Array.isArray(branches))
          branches.push({ type: 'object', properties: { only: { type: 'string' } }, required: ['only'] });
      }
    },
  ),
  editSchema(
    'repeat a branch',
    ({ schema }) => Array.isArray(schema.oneOf ?? schema.anyOf),
    (schema) => {
      for (const keyword of ['oneOf', 'anyOf']) {
        const branches = schema[keyword];
        if (Array.isArray(branches)) branches.push(structuredClone(branches[0] ?? true));
      }
    },
  ),
  editSchema(
    'remove a branch',
    ({ schema }) => Array.isArray(schema.oneOf ?? schema.anyOf),
    (schema) => {
      for (const keyword of ['oneOf', 'anyOf']) {
        const branches = schema[keyword];
        if (Array.isArray(branches) && branches.length > 1) branches.pop();
      }
    },
  ),
  {
    name: 'remove an operation',
    apply: (document, choices) => {
      const one = pick(operationsOf(document), choices);
      if (one !== undefined) delete one.item[one.method];
    },
  },
  {
    name: 'require a parameter',
    apply: (document, choices) => {
      const one = pick(operationsOf(document), choices);
      if (one === undefined || !Array.isArray(one.operation.parameters)) return;
      one.operation.parameters.push({
        name: 'needed',
        in: 'query',
        required: true,
        schema: { type: 'string' },
      });
    },
  },
  {
    name: 'remove a body',
    apply: (document, choices) => {
      const one = pick(operationsOf(document), choices);
      if (one !== undefined) delete one.operation.requestBody;
    },
  },
  {
    name: 'remove a status',
    apply: (document, choices) => {
      const one = pick(operationsOf(document), choices);
      if (one !== undefined) delete objectAt(one.operation, 'responses')['404'];
    },
  },
];
