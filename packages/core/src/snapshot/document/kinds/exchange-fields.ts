import { SIMPLE_TYPE } from './schema-fields.ts';
import type { Fields, KindName } from './shape.ts';

/** How Parameter and Header say what they hold, from 3.0 on. */
const SERIALISED: Fields = {
  required: 'value',
  deprecated: 'value',
  allowEmptyValue: 'value',
  style: 'value',
  explode: 'value',
  allowReserved: 'value',
  schema: 'schema',
  example: 'value',
  examples: 'map of example',
  content: 'map of mediaType',
};

const ENCODINGS: Fields = {
  encoding: 'map of encoding',
  prefixEncoding: 'encoding',
  itemEncoding: 'encoding',
};

/** What goes to an API and comes back: parameters, bodies, answers, and what leads from one to the next. */
export const EXCHANGE_FIELDS = {
  parameter: {
    $ref: 'value',
    name: 'value',
    in: 'value',
    summary: 'value',
    description: 'value',
    ...SERIALISED,
    ...SIMPLE_TYPE,
  },
  requestBody: {
    $ref: 'value',
    summary: 'value',
    description: 'value',
    content: 'map of mediaType',
    required: 'value',
  },
  mediaType: {
    $ref: 'value',
    summary: 'value',
    description: 'value',
    schema: 'schema',
    itemSchema: 'schema',
    example: 'value',
    examples: 'map of example',
    ...ENCODINGS,
  },
  encoding: {
    contentType: 'value',
    headers: 'map of header',
    ...ENCODINGS,
    style: 'value',
    explode: 'value',
    allowReserved: 'value',
  },
  responses: {},
  response: {
    $ref: 'value',
    summary: 'value',
    description: 'value',
    schema: 'schema',
    headers: 'map of header',
    content: 'map of mediaType',
    links: 'map of link',
    examples: 'value',
  },
  callback: { $ref: 'value', summary: 'value', description: 'value' },
  example: {
    $ref: 'value',
    summary: 'value',
    description: 'value',
    dataValue: 'value',
    serializedValue: 'value',
    externalValue: 'value',
    value: 'value',
  },
  link: {
    $ref: 'value',
    summary: 'value',
    operationRef: 'value',
    operationId: 'value',
    parameters: 'value',
    requestBody: 'value',
    description: 'value',
    server: 'server',
  },
  header: { $ref: 'value', summary: 'value', description: 'value', ...SERIALISED, ...SIMPLE_TYPE },
} satisfies Partial<Record<KindName, Fields>>;
