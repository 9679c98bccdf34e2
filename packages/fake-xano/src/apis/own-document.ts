import type { FakeColumn, FakeEndpoint, FakeInstance } from '../account/model.ts';
import { paths, write } from '../document/document.ts';

/** Gives the text of the document of an instance's own Developer API, which has one operation. */
export function developerApiDocument(instance: FakeInstance): string {
  const title = 'Xano Developer API';
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

/** Gives the text of a document of the Metadata API with the operations that list what there is. */
export function metadataApiDocument(instance: FakeInstance): string {
  const title = 'Xano Metadata API';
  const id: FakeColumn = { name: 'workspace_id', type: 'int', required: true };
  const list = (path: string, summary: string, inputs: FakeColumn[], fields: FakeColumn[]): FakeEndpoint => ({
    verb: 'GET',
    path,
    summary,
    authenticated: true,
    inputs,
    answer: { kind: 'list', of: { kind: 'object', fields } },
  });
  const endpoints = [
    list(
      '/workspace',
      'List workspaces',
      [],
      [{ name: 'id', type: 'int' }, ...texts('name', 'description', 'branch')],
    ),
    list(
      '/workspace/{workspace_id}/branch',
      'List branches',
      [id],
      [...texts('label'), { name: 'live', type: 'bool' }, { name: 'backup', type: 'bool' }],
    ),
    list(
      '/workspace/{workspace_id}/apigroup',
      'List API groups',
      [id, ...texts('branch')],
      [{ name: 'id', type: 'int' }, ...texts('name', 'description', 'canonical', 'branch')],
    ),
  ];
  return write(title, '', `https://${instance.domain}/api:meta`, paths(endpoints, [], title));
}

function texts(...names: string[]): FakeColumn[] {
  return names.map((name) => ({ name, type: 'text' }));
}
