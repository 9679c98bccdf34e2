import type { FakeColumn, FakeEndpoint, FakeInstance } from '../account/model.ts';
import { paths, write } from '../document/document.ts';

/** Gives the text of the document of an instance's own Developer API, which has one operation. */
export function developerApiDocument(instance: FakeInstance): string {
  const title = 'Xano Developer API';
  const texts = (...names: string[]): FakeColumn[] => names.map((name) => ({ name, type: 'text' }));
  const workspaces: FakeEndpoint = {
    verb: 'GET',
    path: '/workspace',
    summary: 'List workspaces with their API groups',
    authenticated: true,
    inputs: [],
    answer: {
      kind: 'list',
      of: {
        kind: 'object',
        fields: [{ name: 'id', type: 'int' }, ...texts('name', 'description')],
        addons: {
          apigroups: {
            kind: 'list',
            of: {
              kind: 'object',
              fields: [{ name: 'id', type: 'int' }, ...texts('name', 'description', 'api', 'swaggerspec')],
            },
          },
        },
      },
    },
  };
  return write(title, '', `https://${instance.domain}/api:developer`, paths([workspaces], [], title));
}
