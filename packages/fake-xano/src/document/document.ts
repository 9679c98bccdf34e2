import type {
  FakeApiGroup,
  FakeBranch,
  FakeEndpoint,
  FakeInstance,
  FakeTable,
  FakeWorkspace,
} from '../account/model.ts';
import { operation } from './operation.ts';
import type { Schema } from './schema.ts';

/** How documents are written. */
export interface DocumentStyle {
  /** Whether operations carry an `operationId`; Xano's did not before 2026. */
  readonly operationIds: boolean;
}

/** The host that a group's URLs name: its own, or its instance's custom domain, or its instance's. */
export function groupDomain(instance: FakeInstance, group: FakeApiGroup): string {
  return group.domain ?? instance.customDomain ?? instance.domain;
}

/** The last part of a group's URLs: the branch stands in it, unless it is the live one (INFERRED). */
export function groupAddress(branch: FakeBranch, group: FakeApiGroup): string {
  return branch.live ? group.canonical : `${group.canonical}:${branch.label}`;
}

/**
 * Gives the text of a group's document, the same for whoever asks: from the endpoints of
 * the group and the tables of its branch, or as it stands when the group brings its own.
 */
export function groupDocument(
  instance: FakeInstance,
  branch: FakeBranch,
  group: FakeApiGroup,
  style: DocumentStyle,
): string {
  if (group.document !== undefined) return group.document();
  const server = `https://${groupDomain(instance, group)}/api:${groupAddress(branch, group)}`;
  return write(
    group.name,
    group.description,
    server,
    paths(group.endpoints, branch.tables, style.operationIds ? group.name : null),
  );
}

/** Gives the text of one document over all groups of a branch; each path begins with its group's address (INFERRED). */
export function workspaceDocument(
  instance: FakeInstance,
  workspace: FakeWorkspace,
  branch: FakeBranch,
  style: DocumentStyle,
): string {
  const all: Schema = {};
  for (const group of branch.groups) {
    const own =
      group.document === undefined
        ? paths(group.endpoints, branch.tables, style.operationIds ? group.name : null)
        : ((JSON.parse(group.document()) as { paths?: Schema }).paths ?? {});
    for (const [path, item] of Object.entries(own)) all[`/api:${groupAddress(branch, group)}${path}`] = item;
  }
  return write(
    workspace.name,
    workspace.description,
    `https://${instance.customDomain ?? instance.domain}`,
    all,
  );
}

/** Gives the text of a document with Xano's fixed parts around these paths. */
export function write(title: string, description: string, server: string, documentPaths: Schema): string {
  return JSON.stringify(
    {
      openapi: '3.0.0',
      info: { title, description, version: '0.0.1' },
      servers: [{ url: server }],
      components: {
        securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
        schemas: {},
      },
      paths: documentPaths,
    },
    null,
    2,
  );
}

/** Gives the path items of endpoints: paths in the order of the group, the methods of each in alphabetical order. */
export function paths(
  endpoints: readonly FakeEndpoint[],
  tables: readonly FakeTable[],
  title: string | null,
): Record<string, Schema> {
  const items: Record<string, Schema> = {};
  for (const endpoint of endpoints.toSorted((a, b) => a.verb.localeCompare(b.verb))) {
    const item = items[endpoint.path] ?? {};
    item[endpoint.verb.toLowerCase()] = operation(endpoint, tables, title);
    items[endpoint.path] = item;
  }
  const order = [...new Set(endpoints.map((endpoint) => endpoint.path))];
  return Object.fromEntries(order.map((path) => [path, items[path] ?? {}]));
}
