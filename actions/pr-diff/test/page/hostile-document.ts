/**
 * A document whose every string may be chosen, on both sides of a pull request that breaks
 * it in many ways. Two such documents with other words differ in nothing but the words.
 */
export interface Versions {
  readonly base: string;
  readonly head: string;
}

/** Gives a name that is used once in the document. */
type Name = (key: string) => string;

/** From this length on, a text stands once in each name: a document of 250 MB tells no more than one of 120 MB. */
const LONG = 10_000;

/** The document with a text at the start and the end of every name, so that names sort as they would without. */
export function documentOf(text: string): Versions {
  const name: Name = (key) => (text.length < LONG ? `${text}${key}${text}` : `${text}${key}`);
  return {
    base: JSON.stringify(version(name, false), null, 2),
    head: JSON.stringify(version(name, true), null, 2),
  };
}

function version(name: Name, isHead: boolean): unknown {
  const schemas = schemasOf(name, isHead);
  return {
    openapi: '3.1.0',
    info: { title: name('title'), version: name(isHead ? 'v2' : 'v1'), description: name('about') },
    servers: [{ url: 'https://api.example.com', description: name('server') }],
    tags: [{ name: name('tag'), description: name(isHead ? 'new tag' : 'tag') }],
    paths: {
      [`/a${name('kept')}`]: { get: operation(name, 'get', isHead), post: operation(name, 'post', isHead) },
      [`/b${name('shared')}`]: { get: operation(name, 'shared', isHead) },
      ...(isHead ? { [`/c${name('added')}`]: { get: operation(name, 'added', true) } } : {}),
      ...(isHead ? {} : { [`/d${name('gone')}`]: { get: operation(name, 'gone', false) } }),
    },
    components: {
      schemas,
      securitySchemes: {
        [name('key')]: { type: 'apiKey', in: 'header', name: name('key header') },
        [name('oauth')]: {
          type: 'oauth2',
          description: name('oauth'),
          flows: {
            clientCredentials: {
              tokenUrl: 'https://api.example.com/token',
              scopes: {
                [name('read')]: name('reads'),
                ...(isHead ? {} : { [name('write')]: name('writes') }),
              },
            },
          },
        },
      },
    },
    [`x-${name('extension')}`]: name(isHead ? 'b' : 'a'),
  };
}

function operation(name: Name, key: string, isHead: boolean): unknown {
  const schema = (of: string) => ({ $ref: `#/components/schemas/${of}` });
  return {
    operationId: name(isHead ? `${key} new id` : `${key} id`),
    summary: name(`${key} ${isHead}`),
    description: name(`${key} ${isHead} text`),
    tags: [name('tag')],
    deprecated: isHead && key === 'shared',
    security: isHead ? [{ [name('key')]: [] }, { [name('oauth')]: [name('read')] }] : [{}],
    parameters: [
      {
        name: name('query'),
        in: 'query',
        required: isHead,
        schema: { type: 'string', example: name('such') },
      },
      { name: name('header'), in: 'header', schema: { enum: values(name, isHead) } },
      { name: name('cookie'), in: 'cookie', schema: { type: isHead ? 'integer' : 'string' } },
      ...(isHead ? [{ name: name('needed'), in: 'query', required: true, schema: { type: 'string' } }] : []),
      ...(isHead ? [] : [{ name: name('dropped'), in: 'query', schema: { type: 'string' } }]),
    ],
    ...(key === 'get' ? {} : { requestBody: { content: { 'application/json': { schema: schema('In') } } } }),
    responses: {
      200: {
        description: name(isHead ? 'fine' : 'ok'),
        ...(isHead
          ? {}
          : { headers: { [name('answer header')]: { required: true, schema: { type: 'string' } } } }),
        content: { 'application/json': { schema: schema('Out') } },
      },
      ...(isHead ? {} : { 404: { description: name('not found') } }),
    },
  };
}

function values(name: Name, isHead: boolean): string[] {
  return [name('one'), ...(isHead ? [name('three')] : [name('two')])];
}

function schemasOf(name: Name, isHead: boolean): Record<string, unknown> {
  const inner = {
    type: 'object',
    title: name('inner'),
    required: [name('deep'), ...(isHead ? [name('must')] : [])],
    properties: {
      [name('deep')]: { type: isHead ? 'string' : 'number', default: isHead ? name('default') : 1 },
      [name('must')]: { type: 'string', const: name(isHead ? 'this' : 'that') },
    },
  };
  return {
    In: {
      type: 'object',
      description: name('in'),
      required: [name('list')],
      properties: {
        [name('list')]: { type: 'array', items: inner },
        [name('choice')]: { type: 'string', enum: values(name, isHead) },
        [name('formatted')]: { type: 'string', format: name(isHead ? 'one format' : 'another') },
      },
      additionalProperties: !isHead,
    },
    Out: {
      type: 'object',
      required: isHead ? [] : [name('promised')],
      properties: {
        ...(isHead ? {} : { [name('promised')]: { type: 'string' } }),
        [name('choice')]: { type: 'string', enum: values(name, isHead) },
        [name('nested')]: inner,
        [name('either')]: { oneOf: [inner, { type: isHead ? 'integer' : 'string', title: name('or') }] },
      },
    },
  };
}
