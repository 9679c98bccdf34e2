import { type Answer, problem } from './http/answer.ts';
import type { Caller } from './http/router.ts';

/** The permissions of a workflow's `permissions:` block that the fake knows. */
export type Scope = 'checks' | 'contents' | 'issues' | 'metadata' | 'pull_requests' | 'statuses';

/** What a token may do: everything, or what is listed. Metadata can always be read. */
export type Permissions = 'all' | Partial<Readonly<Record<Scope, 'read' | 'write'>>>;

/** A token that the fake accepts. `actions` is a GITHUB_TOKEN, `personal` a person's own. */
export interface Token extends Caller {
  readonly value: string;
  readonly permissions: Permissions;
}

/** What a pull request from a fork gets, whatever its workflow asks for. */
export const READ_ONLY: Permissions = {
  checks: 'read',
  contents: 'read',
  issues: 'read',
  metadata: 'read',
  pull_requests: 'read',
  statuses: 'read',
};

/** The token of a request's Authorization header; null when the header holds none. */
export function tokenIn(authorization: string | undefined): string | null {
  return /^(?:bearer|token)\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

/** Whether any one of the permissions named (`contents=write`) is among those of the token. */
export function allows(token: Token, needs: readonly string[]): boolean {
  const { permissions } = token;
  if (permissions === 'all' || needs.length === 0) return true;
  return needs.some((need) => {
    const [scope = '', level = ''] = need.split('=');
    if (need === 'metadata=read') return true;
    const given = permissions[scope as Scope];
    return given === 'write' || (given === 'read' && level === 'read');
  });
}

/** The message with which GitHub refuses what a token may not do. */
export function notAccessible(token: Token): string {
  return `Resource not accessible by ${token.kind === 'actions' ? 'integration' : 'personal access token'}`;
}

/** 403 for a permission that the token lacks; the header names those that would do. */
export function forbidden(token: Token, needs: readonly string[]): Answer {
  return problem(403, notAccessible(token), {
    headers: { 'x-accepted-github-permissions': needs.join('; ') },
  });
}
