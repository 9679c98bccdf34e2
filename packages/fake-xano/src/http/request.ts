import type { FakeOrigin } from './origins.ts';

/** What a request asks for, by the same name in both APIs. */
export type Operation =
  | 'who-am-i'
  | 'list-instances'
  | 'exchange-token'
  | 'list-workspaces'
  | 'list-branches'
  | 'list-groups'
  | 'group-document'
  | 'workspace-document'
  | 'instance-document'
  | 'page'
  | 'unknown';

/** Which API a request speaks to: `apispec` is the public addresses of the documents. */
export type Api = 'developer' | 'metadata' | 'apispec';

/** What a request is about, by name, as far as its address says. */
export interface Subject {
  readonly instance: string | null;
  readonly workspace: string | null;
  readonly branch: string | null;
  readonly group: string | null;
}

/** A request, read and understood. Rules of misbehaviour look at it. */
export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  /** The path, without the query, percent-decoded where that is possible. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  readonly origin: FakeOrigin;
  readonly api: Api | null;
  readonly operation: Operation;
  readonly subject: Subject;
}

/** The subject of a request about nothing in the account. */
export const NOTHING: Subject = { instance: null, workspace: null, branch: null, group: null };

/** Gives what stands behind `Bearer` in the Authorization header, or null. */
export function bearerOf(headers: FakeRequest['headers']): string | null {
  const header = headers.authorization;
  return typeof header === 'string' ? (/^Bearer\s+(\S+)\s*$/i.exec(header)?.[1] ?? null) : null;
}
