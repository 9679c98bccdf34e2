import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import type { FakeRequest } from './request.ts';

/** Path parameters by name, decoded. */
export type Parameters = Readonly<Record<string, string>>;

/** What carries a call out. `caller` is the token that the request came with. */
export type Handler = (
  request: FakeRequest,
  parameters: Parameters,
  world: World,
  caller: Caller,
) => Promise<Answer> | Answer;

/** Who sent a request, as far as a call may want to know. */
export interface Caller {
  readonly login: string;
  readonly kind: 'actions' | 'personal';
}

/**
 * One REST call. In `path`, `:name` is one segment and `*name` is all that follows.
 * `needs` lists the permissions of which any one is enough, written as GitHub's
 * header X-Accepted-GitHub-Permissions writes them.
 */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly needs: readonly string[];
  readonly handle: Handler;
}

/** Finds the call for a method and a path. */
export function createRouter(routes: readonly Route[]) {
  const compiled = routes.map((route) => ({ route, pattern: compile(route.path) }));
  return (method: string, path: string): { route: Route; parameters: Parameters } | null => {
    for (const { route, pattern } of compiled) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match !== null) return { route, parameters: decoded(match.groups ?? {}) };
    }
    return null;
  };
}

function compile(path: string): RegExp {
  const source = path
    .replace(/[.]/g, '\\.')
    .replace(/([:*])(\w+)/g, (_, kind: string, name: string) =>
      kind === ':' ? `(?<${name}>[^/]+)` : `(?<${name}>.+)`,
    );
  return new RegExp(`^${source}/?$`);
}

function decoded(groups: Record<string, string>): Parameters {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}
