import type { JsonObject } from '../../read/document.ts';
import { defineCheck } from '../check.ts';
import { documentExample, exampleOperation } from '../example.ts';

function components(section: string, map: JsonObject): JsonObject {
  return { components: { [section]: map } };
}

/** Components that no operation reaches, and references that lead nowhere. */
export const componentChecks = [
  defineCheck({
    id: 'api-schema-removed',
    area: 'components',
    meaning:
      'A schema that no operation reaches is gone. What operations reach is compared where they use it.',
    law: 'annotation',
    usual: 'safe',
    cause: ({ place }) => `${place}, which no operation reached, is gone`,
    example: () =>
      documentExample(components('schemas', { Order: { type: 'object' } }), components('schemas', {})),
  }),
  defineCheck({
    id: 'api-component-removed',
    area: 'components',
    meaning: 'A component other than a schema that no operation reaches is gone.',
    law: 'annotation',
    usual: 'safe',
    cause: ({ place }) => `${place}, which no operation reached, is gone`,
    example: () =>
      documentExample(
        components('headers', { Rate: { schema: { type: 'integer' } } }),
        components('headers', {}),
      ),
  }),
  defineCheck({
    id: 'api-component-changed',
    area: 'components',
    meaning: 'A component that no operation reaches is another one: the API itself is the same.',
    law: 'annotation',
    usual: 'safe',
    cause: ({ place }) => `${place} changed, and no operation reaches it`,
    example: () =>
      documentExample(
        components('schemas', { Order: { type: 'object' } }),
        components('schemas', { Order: { type: 'string' } }),
      ),
  }),
  defineCheck({
    id: 'api-reference-unresolved',
    area: 'components',
    meaning:
      'A `$ref` leads nowhere, so that what it stands for can not be compared: an error in what the old document has, a warning in what is new.',
    law: 'exchange',
    usual: 'undecided',
    cause: ({ name }) => `the reference ${name('ref')} leads nowhere`,
    example: () => ({
      before: exampleOperation({ parameters: [] }),
      after: exampleOperation({ parameters: [{ $ref: '#/components/parameters/Limit' }] }),
    }),
  }),
];
