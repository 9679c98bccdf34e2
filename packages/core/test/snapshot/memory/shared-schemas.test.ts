import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';

const WORKER = new URL('./worker.ts', import.meta.url);

/** Far less than the texts of all schemas, each with the texts of those in it: 400 MB and more. */
const MEGABYTES = 128;

type Schema = Record<string, unknown>;

const documentOf = (schema: Schema) => ({
  openapi: '3.0.0',
  info: { title: 'x', version: '1' },
  paths: {
    '/a': {
      get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } },
    },
  },
});

/** So many schemas, each in the one before it. */
function nested(levels: number, innermost: Schema, around: (inner: Schema, level: number) => Schema): Schema {
  let schema = innermost;
  for (let level = 0; level < levels; level += 1) schema = around(schema, level);
  return schema;
}

async function outcomeOf(schema: Schema): Promise<unknown> {
  const worker = new Worker(WORKER, {
    workerData: JSON.stringify(documentOf(schema)),
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  const [outcome] = await once(worker, 'message');
  return outcome;
}

describe('schemas deep in each other are named in little memory', () => {
  test('given words in each, the document is written', async () => {
    const schema = nested(450, { type: 'string' }, (b, level) => ({
      description: `${level} ${'d'.repeat(4000)}`,
      properties: { a: {}, b },
    }));
    expect(await outcomeOf(schema)).toBeGreaterThan(1_800_000);
  });

  test('given very many in the innermost, the document is refused as too large', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({ properties: { a: {}, [`b${at}`]: {} } }));
    expect(await outcomeOf(nested(900, { anyOf: many }, (items) => ({ items })))).toBe('DOCUMENT_TOO_LARGE');
  });
});
