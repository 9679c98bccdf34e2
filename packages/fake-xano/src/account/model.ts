/**
 * The account that a fake Xano plays: what someone made in Xano's screens. Plain objects,
 * made to be edited while the fake runs; both APIs and every document are read from them
 * at each request.
 */

/** What an account holds. `id`, `name` and `email` are those of the person who is signed in. */
export interface FakeAccount {
  id: number;
  name: string;
  email: string;
  instances: FakeInstance[];
}

/** An instance: `name` is unique in the account, `domain` is where Xano hosts it. */
export interface FakeInstance {
  id: number;
  name: string;
  display: string;
  description: string;
  /** The host that Xano gave it. Documents name it; requests go to the loopback origin that plays it. */
  domain: string;
  /** A domain of the owner's, which then stands in `origin` and in the URLs of the groups. */
  customDomain: string | null;
  /** On the free plan: 10 requests in 20 seconds. */
  limited: boolean;
  workspaces: FakeWorkspace[];
}

/** A workspace: `id` is unique within its instance. Exactly one of its branches is live. */
export interface FakeWorkspace {
  id: number;
  name: string;
  description: string;
  canonical: string;
  branches: FakeBranch[];
}

/** A branch has tables and API groups of its own. */
export interface FakeBranch {
  label: string;
  live: boolean;
  backup: boolean;
  /** Milliseconds since 1970. */
  createdAt: number;
  tables: FakeTable[];
  groups: FakeApiGroup[];
}

/** Who may read a group's document at its `apispec:` address. */
export type Documentation = 'public' | 'token' | 'disabled';

/** An API group. `id` is unique within its instance and differs from branch to branch; `canonical` does not. */
export interface FakeApiGroup {
  id: number;
  name: string;
  description: string;
  canonical: string;
  tags: string[];
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
  /** Another host than its instance's, or null. */
  domain: string | null;
  documentation: Documentation;
  endpoints: FakeEndpoint[];
  /** Gives a JSON document to serve as it is, in place of one made from the endpoints. */
  document?: () => string;
}

/** The types of a column or an input that Xano offers. */
export type ColumnType =
  | 'int'
  | 'decimal'
  | 'text'
  | 'bool'
  | 'timestamp'
  | 'date'
  | 'enum'
  | 'email'
  | 'password'
  | 'uuid'
  | 'json'
  | 'image'
  | 'file';

/** A column of a table, an input of an endpoint, or a field of an answer. */
export interface FakeColumn {
  name: string;
  type: ColumnType;
  description?: string;
  nullable?: boolean;
  /** Always text, whatever the type: that is how Xano writes it. */
  default?: string;
  /** The values of an enum. */
  values?: string[];
  /** A list of such values. */
  list?: boolean;
  minItems?: number;
  maxItems?: number;
  /** An input that must be given. Answers never say so. */
  required?: boolean;
  /** Kept out of every answer, as a password is. */
  internal?: boolean;
}

/** A table: every endpoint that returns its records shows all of its columns. */
export interface FakeTable {
  name: string;
  columns: FakeColumn[];
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * An endpoint. An input whose name stands in the path is a path parameter; the others of
 * a GET are query parameters, those of the other verbs are the body.
 */
export interface FakeEndpoint {
  verb: Verb;
  path: string;
  summary: string;
  authenticated: boolean;
  inputs: FakeInput[];
  answer: FakeShape;
}

/** One input, or all columns of a table but those omitted. */
export type FakeInput = FakeColumn | { table: string; omit: string[]; optional?: boolean };

/** What an endpoint answers. */
export type FakeShape =
  | { kind: 'record'; table: string; omit?: string[]; addons?: Record<string, FakeShape> }
  | { kind: 'list'; of: FakeShape }
  | { kind: 'page'; of: FakeShape }
  | { kind: 'object'; fields: FakeColumn[]; addons?: Record<string, FakeShape> }
  | { kind: 'empty' };
