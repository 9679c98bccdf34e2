import type { Json, JsonObject } from '../read/document.ts';
import type { Example } from './check.ts';

/** A minimal document of version 3.1 around whatever the example is about. */
export function exampleDocument(parts: JsonObject): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Shop', version: '1.0.0' }, paths: {}, ...parts };
}

/** A document whose only operation is `POST /orders`, with a 200 response unless the operation says otherwise. */
export function exampleOperation(operation: JsonObject): JsonObject {
  const withResponses = { responses: { '200': { description: 'Done' } }, ...operation };
  return exampleDocument({ paths: { '/orders': { post: withResponses } } });
}

/** `POST /orders` before and after: what most examples outside schemas are. */
export function operationExample(before: JsonObject, after: JsonObject): Example {
  return {
    before: exampleOperation(before),
    after: exampleOperation(after),
    shown: { before, after, where: 'the operation `POST /orders`' },
  };
}

/** `POST /orders` with one parameter. */
export function parameterExample(before: JsonObject, after: JsonObject): Example {
  return operationExample({ parameters: [before] }, { parameters: [after] });
}

/** Two whole documents, given without their heads. */
export function documentExample(before: JsonObject, after: JsonObject): Example {
  return {
    before: exampleDocument(before),
    after: exampleDocument(after),
    shown: { before, after, where: 'the document' },
  };
}

/** A JSON body in the form of a media type map. */
export function jsonContent(schema: Json): JsonObject {
  return { 'application/json': { schema } };
}
