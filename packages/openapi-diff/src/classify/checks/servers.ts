import type { JsonObject } from '../../read/document.ts';
import { defineCheck } from '../check.ts';
import { documentExample } from '../example.ts';

function at(...urls: readonly string[]): JsonObject {
  return { servers: urls.map((url) => ({ url })) };
}

function inRegions(...regions: readonly string[]): JsonObject {
  const [first = ''] = regions;
  const variables = { region: { default: first, enum: regions } };
  return { servers: [{ url: 'https://{region}.shop.example', variables }] };
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
    id: 'api-server-extended',
    area: 'servers',
    meaning: "A variable of a server's address takes further values.",
    law: 'requests',
    usual: 'safe',
    cause: ({ name }) => `the variables of server ${name('url')} take further values`,
    example: () => documentExample(inRegions('eu'), inRegions('eu', 'us')),
  }),
  defineCheck({
    id: 'api-server-narrowed',
    area: 'servers',
    meaning: "A variable of a server's address no longer takes all values that it took.",
    law: 'custom',
    usual: 'breaking',
    levels: { breaking: 'warning' },
    cause: ({ name }) => `the variables of server ${name('url')} no longer take all their values`,
    example: () => documentExample(inRegions('eu', 'us'), inRegions('eu')),
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
