/** The documents of a fake's groups, and what stands in them. */
import {
  apiGroup,
  bookShop,
  type FakeEndpoint,
  type FakeXanoOptions,
  startFakeXano,
  type Verb,
} from '../src/index.ts';
import { getJson, metaBase } from './client.ts';
import { branchOf } from './places.ts';

export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}

export interface Operation {
  readonly operationId?: string;
  readonly description: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly requestBody?: { readonly content: Content };
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly unknown[];
  readonly components: { readonly schemas: object };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The documents of all groups of the book shop. */
export async function documents(options: FakeXanoOptions = {}): Promise<OpenApi[]> {
  await using fake = await startFakeXano(options);
  const all = fake.account.instances.flatMap(({ name, workspaces }) =>
    workspaces.flatMap(({ id, branches }) =>
      branches.flatMap(({ groups }) =>
        groups.map((group) =>
          getJson<OpenApi>(
            `${metaBase(fake, name)}/workspace/${id}/apigroup/${group.id}/openapi`,
            fake.accessToken,
          ),
        ),
      ),
    ),
  );
  return await Promise.all(all);
}

export interface Placed {
  readonly path: string;
  readonly verb: string;
  readonly title: string;
  readonly operation: Operation;
}

export async function operations(options?: FakeXanoOptions): Promise<Placed[]> {
  return (await documents(options)).flatMap(({ info, paths }) =>
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([verb, operation]) => ({ path, verb, title: info.title, operation })),
    ),
  );
}

/** A schema and all that stand in it. */
export function schemasIn(schema: Schema): Schema[] {
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return [schema, ...inner.flatMap(schemasIn)];
}

export function answerOf({ operation }: Placed): Schema {
  return operation.responses[200]?.content?.['application/json']?.schema ?? {};
}

/** The document of a group with this one endpoint, in the book shop. */
export async function operationOf(
  endpoint: Partial<FakeEndpoint> & { readonly verb: Verb },
): Promise<Operation> {
  const account = bookShop();
  const whole: FakeEndpoint = {
    path: '/thing/{thing_id}',
    summary: 'A thing',
    authenticated: false,
    inputs: [],
    answer: { kind: 'empty' },
    ...endpoint,
  };
  branchOf(account).groups = [apiGroup(9, 'Things', [whole])];
  for (const { workspaces } of account.instances.slice(1)) workspaces.length = 0;
  const [placed] = await operations({ account });
  if (placed === undefined) throw new Error('The document has no operation.');
  return placed.operation;
}
