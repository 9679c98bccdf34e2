import { createViews, type View } from '../../src/compare/explain/view.ts';
import type { Json } from '../../src/read/document.ts';
import { relation } from '../relate/relation.ts';
import { COMMON } from './rows/row.ts';

/** A schema as the rules look at it. */
export function viewOf(schema: Json): View {
  const schemas = { Subject: schema, ...COMMON };
  const { relator, shape } = relation(schemas, schemas);
  return createViews(relator)(shape('head', 'request'));
}

export const OBJECT = { type: 'object', properties: { a: { type: 'string' } } };
export const LIST = { type: 'array', items: { type: 'string' } };
export const NULL = { type: 'null' };

/** An object that is told by the value of a property. */
export const told = (...values: Json[]) => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: values } },
});

export const CHOICE = { anyOf: [told('a'), told('b')] };
