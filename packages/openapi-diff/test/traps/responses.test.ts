import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { compareObjects } from '../compare/compare-objects.ts';
import { getOrders, trap } from './trap.ts';

function statuses(...codes: readonly string[]): JsonObject {
  return getOrders({ responses: Object.fromEntries(codes.map((code) => [code, { description: 'Done' }])) });
}

function header(name: string, type: string): JsonObject {
  return getOrders({
    responses: { '200': { description: 'Done', headers: { [name]: { schema: { type } } } } },
  });
}

describe('responses', () => {
  trap('status-covered-by-range', 'a status that its range covers is not gone', () => ({
    before: statuses('200', '404'),
    after: statuses('2XX', '404'),
    right: ['response-success-status-added: safe'],
  }));

  trap('status-covered-by-default', 'nor is one that the default response covers', () => ({
    before: statuses('200', '404'),
    after: statuses('200', 'default'),
    right: ['response-non-success-status-added: safe'],
  }));

  trap('status-written-out', 'a status that the default response announced is not new', () => ({
    before: statuses('200', 'default'),
    after: statuses('200', 'default', '404'),
    right: [],
  }));

  trap('range-in-small-letters', '`2xx` is `2XX`', () => ({
    before: statuses('2xx'),
    after: statuses('2XX'),
    right: [],
  }));

  test('response-header-schemas: the schemas of response headers are compared, whatever the case of their names', async () => {
    const seen: string[] = [];
    await compareObjects(header('X-Rate', 'integer'), header('x-rate', 'string'), {
      explain: ({ place, base, head }) => {
        seen.push(`${place.kind} ${place.direction} ${place.label}: ${JSON.stringify([base.raw, head.raw])}`);
        return [];
      },
    });
    expect(seen).toEqual([
      'response-header response header `X-Rate` of the 200 response: [{"type":"integer"},{"type":"string"}]',
    ]);
  });
});
