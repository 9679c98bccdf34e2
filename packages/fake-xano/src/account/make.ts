import { createHash } from 'node:crypto';
import type { ColumnType, FakeApiGroup, FakeBranch, FakeColumn, FakeEndpoint, FakeTable } from './model.ts';

/** When everything in a made account was made: fixed, so that two runs give the same answers. */
export const MADE_AT = Date.UTC(2026, 0, 12, 9, 30);

/** Gives a column; `details` are its further settings. */
export function column(
  name: string,
  type: ColumnType,
  details: Omit<FakeColumn, 'name' | 'type'> = {},
): FakeColumn {
  return { name, type, ...details };
}

/** Gives a table that begins with the two columns that every Xano table has, `id` and `created_at`. */
export function table(name: string, columns: readonly FakeColumn[]): FakeTable {
  return {
    name,
    columns: [column('id', 'int'), column('created_at', 'timestamp', { default: 'now' }), ...columns],
  };
}

/** Gives an identifier of `length` characters that looks like those in Xano's URLs, always the same for the same seed. */
export function canonicalOf(seed: string, length = 8): string {
  return createHash('sha256').update(seed).digest('base64url').slice(0, length);
}

/** Gives an API group with public documentation on its instance's host; `details` overrule. */
export function apiGroup(
  id: number,
  name: string,
  endpoints: FakeEndpoint[],
  details: Partial<FakeApiGroup> = {},
): FakeApiGroup {
  return {
    id,
    name,
    description: '',
    canonical: canonicalOf(`${id} ${name}`),
    tags: [],
    createdAt: MADE_AT + id * 1000,
    updatedAt: MADE_AT + id * 1000,
    domain: null,
    documentation: 'public',
    endpoints,
    ...details,
  };
}

/** Gives the live branch of a new workspace. Xano calls it v1. */
export function liveBranch(tables: FakeTable[], groups: FakeApiGroup[]): FakeBranch {
  return { label: 'v1', live: true, backup: false, createdAt: MADE_AT, tables, groups };
}

/** The endpoints that Xano makes for a table at a click: list, add, read, edit and delete. */
export function recordEndpoints(
  name: string,
  options: { readonly authenticated: boolean; readonly paged?: boolean },
): FakeEndpoint[] {
  const { authenticated } = options;
  const record = { kind: 'record', table: name } as const;
  const key = column(`${name}_id`, 'int', { required: true });
  const body = { table: name, omit: ['id', 'created_at'] };
  const paging = [column('page', 'int', { default: '1' }), column('per_page', 'int', { default: '25' })];
  return [
    {
      verb: 'GET',
      path: `/${name}`,
      summary: `Query all ${name} records`,
      authenticated,
      inputs: options.paged ? paging : [],
      answer: options.paged ? { kind: 'page', of: record } : { kind: 'list', of: record },
    },
    {
      verb: 'POST',
      path: `/${name}`,
      summary: `Add ${name} record`,
      authenticated,
      inputs: [body],
      answer: record,
    },
    {
      verb: 'GET',
      path: `/${name}/{${name}_id}`,
      summary: `Get ${name} record`,
      authenticated,
      inputs: [key],
      answer: record,
    },
    {
      verb: 'PATCH',
      path: `/${name}/{${name}_id}`,
      summary: `Edit ${name} record`,
      authenticated,
      inputs: [key, { ...body, optional: true }],
      answer: record,
    },
    {
      verb: 'DELETE',
      path: `/${name}/{${name}_id}`,
      summary: `Delete ${name} record`,
      authenticated,
      inputs: [key],
      answer: { kind: 'empty' },
    },
  ];
}
