import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import type { Change } from '../../src/report/report.ts';
import { COMMON } from './rows/row.ts';

/** A document in which a schema is both what an operation takes and what it answers with. */
export function documentOf(schema: JsonObject | boolean): JsonObject {
  const content = { 'application/json': { schema } };
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: {
      '/orders': {
        post: {
          requestBody: { required: true, content },
          responses: { '200': { description: 'Done', content } },
        },
      },
    },
    components: { schemas: COMMON },
  };
}

/** What a report says of a schema that changed, where optional properties of a response may be left out. */
export async function changesOf(
  before: JsonObject | boolean,
  after: JsonObject | boolean,
  group = false,
): Promise<readonly Change[]> {
  const read = (document: JsonObject) => readDocumentSet('api.json', async () => JSON.stringify(document));
  const { changes } = await diff(await read(documentOf(before)), await read(documentOf(after)), {
    now: new Date('2026-11-25T00:00:00Z'),
    policy: { responses: { optional: 'optional' } },
    group,
  });
  return changes;
}
