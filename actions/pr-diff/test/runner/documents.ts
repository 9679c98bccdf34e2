import { createHash } from 'node:crypto';
import { manifestText } from '@xano-specs/core';

/** A small document: what its price is, and further operations. */
export interface Shape {
  readonly price?: 'number' | 'string';
  readonly description?: string;
  readonly paths?: readonly string[];
  readonly required?: readonly string[];
}

/** An OpenAPI document of a book shop as text. */
export function document({
  price = 'number',
  description = 'Books',
  paths = [],
  required = [],
}: Shape = {}): string {
  const book = {
    type: 'object',
    required: ['id', 'price'],
    properties: { id: { type: 'integer' }, price: { type: price } },
  };
  const answer = {
    responses: { 200: { description: 'ok', content: { 'application/json': { schema: book } } } },
  };
  const order = {
    type: 'object',
    required,
    properties: { currency: { type: 'string' }, quantity: { type: 'integer' } },
  };
  const root = {
    openapi: '3.0.3',
    info: { title: 'Books', version: '1', description },
    paths: {
      '/book': { get: answer },
      '/order': { post: { requestBody: { content: { 'application/json': { schema: order } } }, ...answer } },
      ...Object.fromEntries(
        paths.map((path) => [path, { get: { responses: { 200: { description: 'ok' } } } }]),
      ),
    },
  };
  return `${JSON.stringify(root, null, 2)}\n`;
}

/** An API group of a snapshot. */
export interface Group {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The files of a snapshot with these groups. */
export function snapshot(groups: readonly Group[], directory = 'specs'): Record<string, string> {
  const manifest = manifestText({
    version: 2,
    groups: groups.map(({ id, name, path, text }) => ({
      path,
      instance: { name: 'acme', display: 'Acme' },
      workspace: { id: 1, name: 'Shop' },
      branch: null,
      group: { id, name, canonical: null },
      version: '1.0.0',
      sha256: createHash('sha256').update(text).digest('hex'),
      paths: 1,
      operations: 1,
      schemas: 1,
    })),
  });
  return {
    [`${directory}/manifest.json`]: manifest,
    ...Object.fromEntries(groups.map(({ path, text }) => [`${directory}/${path}`, text])),
  };
}

/** Two API groups, of which the first one holds this document. */
export function shop(shape: Shape = {}): Record<string, string> {
  return snapshot([
    { id: 1, name: 'Public API', path: 'acme/shop/public-api.json', text: document(shape) },
    { id: 2, name: 'Private API', path: 'acme/shop/private-api.json', text: document() },
  ]);
}

export const PUBLIC_API = 'specs/acme/shop/public-api.json';
export const PRIVATE_API = 'specs/acme/shop/private-api.json';
