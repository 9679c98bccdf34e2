import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { compareObjects, inShort } from '../compare/compare-objects.ts';

/** A change that comparison tools are known to judge wrongly, and what is right. */
export interface Trap {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** The findings outside schemas, in short; none where nothing changed. */
  readonly right: readonly string[];
}

/** A trap as a test, under the name by which the README's table points at it. */
export function trap(name: string, given: string, make: () => Trap): void {
  test(`${name}: ${given}`, async () => {
    const { before, after, right } = make();
    expect(inShort(await compareObjects(before, after))).toEqual(right);
  });
}

/** A document of version 3.0 around the parts that a trap is about. */
export function openapi(parts: JsonObject, version = '3.0.3'): JsonObject {
  return { openapi: version, info: { title: 'Shop', version: '1.0.0' }, paths: {}, ...parts };
}

/** A document whose only operation is `GET /orders`. */
export function getOrders(operation: JsonObject, version = '3.0.3'): JsonObject {
  const withResponses = { responses: { '200': { description: 'Done' } }, ...operation };
  return openapi({ paths: { '/orders': { get: withResponses } } }, version);
}

/** A document whose only operation is `POST /orders`. */
export function postOrders(operation: JsonObject, version = '3.0.3'): JsonObject {
  const withResponses = { responses: { '200': { description: 'Done' } }, ...operation };
  return openapi({ paths: { '/orders': { post: withResponses } } }, version);
}
