import { sortKeys } from './sort-keys.ts';

/**
 * The object kinds of the OpenAPI Specification, each with its fields in the order in
 * which the specification lists them. One table serves every version: the fields that
 * only Swagger 2.0, 3.1 or 3.2 knows stand where that version puts them.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html and, for Swagger 2.0, https://spec.openapis.org/oas/v2.0.html
 */

/** What an object is, or that it is a plain value whose keys have no order of their own. */
export type Shape = KindName | `map of ${KindName}` | 'value';

type Fields = Readonly<Record<string, Shape>>;

/** The fields that Parameter, Header and Items share with a Swagger 2.0 schema. */
const SIMPLE_TYPE: Fields = {
  type: 'value',
  format: 'value',
  allowEmptyValue: 'value',
  items: 'schema',
  collectionFormat: 'value',
  default: 'value',
  maximum: 'value',
  exclusiveMaximum: 'value',
  minimum: 'value',
  exclusiveMinimum: 'value',
  maxLength: 'value',
  minLength: 'value',
  pattern: 'value',
  maxItems: 'value',
  minItems: 'value',
  uniqueItems: 'value',
  enum: 'value',
  multipleOf: 'value',
};

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

const OPERATIONS: Fields = {
  get: 'operation',
  put: 'operation',
  post: 'operation',
  delete: 'operation',
  options: 'operation',
  head: 'operation',
  patch: 'operation',
  trace: 'operation',
  query: 'operation',
};

/** The fields of a path item that hold an operation each. */
export const OPERATION_FIELDS: readonly string[] = Object.keys(OPERATIONS);

export type KindName =
  | 'document'
  | 'info'
  | 'contact'
  | 'license'
  | 'server'
  | 'serverVariable'
  | 'components'
  | 'paths'
  | 'pathItem'
  | 'operation'
  | 'externalDocs'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'responses'
  | 'response'
  | 'callback'
  | 'example'
  | 'link'
  | 'header'
  | 'tag'
  | 'schema'
  | 'discriminator'
  | 'xml'
  | 'securityScheme'
  | 'oauthFlows'
  | 'oauthFlow';

const FIELDS: Readonly<Record<KindName, Fields>> = {
  document: {
    openapi: 'value',
    swagger: 'value',
    $self: 'value',
    info: 'info',
    jsonSchemaDialect: 'value',
    servers: 'server',
    host: 'value',
    basePath: 'value',
    schemes: 'value',
    consumes: 'value',
    produces: 'value',
    paths: 'paths',
    webhooks: 'map of pathItem',
    components: 'components',
    definitions: 'map of schema',
    parameters: 'map of parameter',
    responses: 'map of response',
    securityDefinitions: 'map of securityScheme',
    security: 'value',
    tags: 'tag',
    externalDocs: 'externalDocs',
  },
  info: {
    title: 'value',
    summary: 'value',
    description: 'value',
    termsOfService: 'value',
    contact: 'contact',
    license: 'license',
    version: 'value',
  },
  contact: { name: 'value', url: 'value', email: 'value' },
  license: { name: 'value', identifier: 'value', url: 'value' },
  server: { url: 'value', description: 'value', name: 'value', variables: 'map of serverVariable' },
  serverVariable: { enum: 'value', default: 'value', description: 'value' },
  components: {
    schemas: 'map of schema',
    responses: 'map of response',
    parameters: 'map of parameter',
    examples: 'map of example',
    requestBodies: 'map of requestBody',
    headers: 'map of header',
    securitySchemes: 'map of securityScheme',
    links: 'map of link',
    callbacks: 'map of callback',
    pathItems: 'map of pathItem',
    mediaTypes: 'map of mediaType',
  },
  paths: {},
  pathItem: {
    $ref: 'value',
    summary: 'value',
    description: 'value',
    ...OPERATIONS,
    additionalOperations: 'map of operation',
    servers: 'server',
    parameters: 'parameter',
  },
  operation: {
    tags: 'value',
    summary: 'value',
    description: 'value',
    externalDocs: 'externalDocs',
    operationId: 'value',
    consumes: 'value',
    produces: 'value',
    parameters: 'parameter',
    requestBody: 'requestBody',
    responses: 'responses',
    callbacks: 'map of callback',
    schemes: 'value',
    deprecated: 'value',
    security: 'value',
    servers: 'server',
  },
  externalDocs: { description: 'value', url: 'value' },
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
  tag: {
    name: 'value',
    summary: 'value',
    description: 'value',
    externalDocs: 'externalDocs',
    parent: 'value',
    kind: 'value',
  },
  // The order of OpenAPI 3.0, with the keywords of JSON Schema 2020-12 beside their kin.
  schema: {
    $schema: 'value',
    $id: 'value',
    $anchor: 'value',
    $dynamicAnchor: 'value',
    $vocabulary: 'value',
    $ref: 'value',
    $dynamicRef: 'value',
    $comment: 'value',
    $defs: 'map of schema',
    definitions: 'map of schema',
    title: 'value',
    multipleOf: 'value',
    maximum: 'value',
    exclusiveMaximum: 'value',
    minimum: 'value',
    exclusiveMinimum: 'value',
    maxLength: 'value',
    minLength: 'value',
    pattern: 'value',
    maxItems: 'value',
    minItems: 'value',
    uniqueItems: 'value',
    maxContains: 'value',
    minContains: 'value',
    maxProperties: 'value',
    minProperties: 'value',
    required: 'value',
    dependentRequired: 'value',
    enum: 'value',
    const: 'value',
    type: 'value',
    allOf: 'schema',
    oneOf: 'schema',
    anyOf: 'schema',
    not: 'schema',
    if: 'schema',
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in a table that nothing awaits
    then: 'schema',
    else: 'schema',
    prefixItems: 'schema',
    items: 'schema',
    additionalItems: 'schema',
    contains: 'schema',
    unevaluatedItems: 'schema',
    properties: 'map of schema',
    patternProperties: 'map of schema',
    additionalProperties: 'schema',
    propertyNames: 'schema',
    dependentSchemas: 'map of schema',
    unevaluatedProperties: 'schema',
    description: 'value',
    format: 'value',
    contentEncoding: 'value',
    contentMediaType: 'value',
    contentSchema: 'schema',
    collectionFormat: 'value',
    default: 'value',
    nullable: 'value',
    discriminator: 'discriminator',
    readOnly: 'value',
    writeOnly: 'value',
    xml: 'xml',
    externalDocs: 'externalDocs',
    example: 'value',
    examples: 'value',
    deprecated: 'value',
  },
  discriminator: { propertyName: 'value', mapping: 'value', defaultMapping: 'value' },
  xml: {
    nodeType: 'value',
    name: 'value',
    namespace: 'value',
    prefix: 'value',
    attribute: 'value',
    wrapped: 'value',
  },
  securityScheme: {
    $ref: 'value',
    type: 'value',
    summary: 'value',
    description: 'value',
    name: 'value',
    in: 'value',
    scheme: 'value',
    bearerFormat: 'value',
    flow: 'value',
    authorizationUrl: 'value',
    tokenUrl: 'value',
    scopes: 'value',
    flows: 'oauthFlows',
    openIdConnectUrl: 'value',
    oauth2MetadataUrl: 'value',
    deprecated: 'value',
  },
  oauthFlows: {
    implicit: 'oauthFlow',
    password: 'oauthFlow',
    clientCredentials: 'oauthFlow',
    authorizationCode: 'oauthFlow',
    deviceAuthorization: 'oauthFlow',
  },
  oauthFlow: {
    authorizationUrl: 'value',
    deviceAuthorizationUrl: 'value',
    tokenUrl: 'value',
    refreshUrl: 'value',
    scopes: 'value',
  },
};

/** Kinds whose keys are patterns (a path, a status, an expression), and what stands under each. */
const PATTERNED: Partial<Record<KindName, Shape>> = {
  paths: 'pathItem',
  responses: 'response',
  callback: 'pathItem',
};

interface Field {
  readonly rank: number;
  readonly shape: Shape;
}

const TABLE: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  Object.entries(FIELDS).map(([kind, fields]) => [
    kind,
    new Map(Object.entries(fields).map(([name, shape], rank) => [name, { rank, shape }])),
  ]),
);

const ENTRY = new Map<string, Shape>(
  Object.keys(FIELDS).map((kind) => [`map of ${kind}`, kind as KindName] as const),
);

/**
 * What stands under a key of an object of this shape. The items of an array have the
 * array's own shape, so `parameters: [..]` and `parameters: {..}` need no case of their own.
 */
export function shapeUnder(shape: Shape, key: string): Shape {
  const entry = ENTRY.get(shape);
  if (entry !== undefined) return entry;
  const field = TABLE.get(shape)?.get(key);
  if (field !== undefined) return field.shape;
  return (!key.startsWith('x-') && PATTERNED[shape as KindName]) || 'value';
}

/** The keys of an object in canonical order: the specification's fields first, then the others by code unit. */
export function canonicalKeys(object: object, shape: Shape): string[] {
  const keys = Object.keys(object);
  if (keys.length < 2) return keys;
  const fields = TABLE.get(shape);
  if (fields === undefined) return sortKeys(keys);
  const rankOf = (key: string) => fields.get(key)?.rank ?? Number.MAX_SAFE_INTEGER;
  return sortKeys(keys, (a, b) => {
    const rankA = rankOf(a);
    const rankB = rankOf(b);
    return rankA === rankB ? a < b : rankA < rankB;
  });
}
