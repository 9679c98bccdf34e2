import type { JsonObject } from '../../read/document.ts';
import { defineCheck } from '../check.ts';
import { documentExample } from '../example.ts';

function at(...urls: readonly string[]): JsonObject {
  return { servers: urls.map((url) => ({ url })) };
}

/** The addresses that the API answers at. */
export const serverChecks = [
  defineCheck({
    id: 'api-server-added',
    area: 'servers',
    meaning: 'The API answers at a further address.',
    law: 'requests',
    usual: 'safe',
    cause: ({ name }) => `server ${name('url')} is new`,
    example: () =>
      documentExample(at('https://shop.example'), at('https://shop.example', 'https://eu.shop.example')),
  }),
  defineCheck({
    id: 'api-server-removed',
    area: 'servers',
    meaning: 'The API no longer says that it answers at an address.',
    law: 'custom',
    usual: 'breaking',
    levels: { breaking: 'warning' },
    cause: ({ name }) => `server ${name('url')} is gone`,
    example: () => documentExample(at('https://shop.example'), at('https://new.shop.example')),
  }),
];
