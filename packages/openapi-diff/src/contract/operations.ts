import type { Callback, Contract, Operation, OperationKind, PathEntry } from './contract.ts';
import { lazy } from './lazy.ts';
import { entriesAt, isObject, type Look, objectAt } from './look.ts';
import { declaredParameters, effectiveParameters } from './parameters.ts';
import { isRefProblem, resolveRef, valueAt } from './refs.ts';
import { requestBodyOf, swaggerRequestBodyOf } from './request-body.ts';
import { responsesOf } from './responses.ts';
import { NO_SECURITY, securityAt } from './security.ts';
import { serversAt } from './servers.ts';
import type { Site } from './site.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** The keys of a path item that hold an operation; `query` is 3.2's. */
export const OPERATION_KEYS: ReadonlySet<string> = new Set(METHODS);

/** What an operation takes from the document around it. */
type Surroundings = Pick<Contract, 'security' | 'servers'>;

/** The entries of a map from paths, names or expressions to path items. */
export function pathEntries(
  look: Look,
  around: Surroundings,
  kind: OperationKind,
  entries: readonly (readonly [string, Site])[],
): readonly PathEntry[] {
  return entries.map(([path, site]) => {
    const entry: PathEntry = {
      kind,
      path,
      site,
      operations: lazy(() => operationsOf(look, around, entry)),
    };
    return entry;
  });
}

/**
 * The path item and every path item that its `$ref` leads to: what stands beside a `$ref`
 * counts before what it refers to. A loop ends where it closes.
 */
function pathItemsOf(look: Look, site: Site): readonly Site[] {
  const items: Site[] = [];
  let at = site;
  while (!items.includes(at)) {
    items.push(at);
    if (typeof valueAt(at, '$ref') !== 'string') break;
    const next = resolveRef(at, look.documents);
    if (isRefProblem(next)) {
      look.follow(at);
      break;
    }
    at = next;
  }
  return items;
}

function operationsOf(look: Look, around: Surroundings, entry: PathEntry): readonly Operation[] {
  const items = pathItemsOf(look, entry.site);
  const found = new Map<string, Operation>();
  for (const item of items) {
    for (const key of METHODS) {
      const site = objectAt(item, key);
      const method = key.toUpperCase();
      if (site !== null && !found.has(method))
        found.set(method, operation(look, around, entry, items, method, site));
    }
    // 3.2 has further methods, whose case counts.
    for (const [method, site] of entriesAt(item, 'additionalOperations', { extensions: true })) {
      if (!found.has(method)) found.set(method, operation(look, around, entry, items, method, site));
    }
  }
  return [...found.values()];
}

function operation(
  look: Look,
  around: Surroundings,
  entry: PathEntry,
  items: readonly Site[],
  method: string,
  site: Site,
): Operation {
  const { kind, path } = entry;
  const declared = lazy(() => declaredParameters(look, site, items));
  return {
    kind,
    method,
    path,
    site,
    entry,
    object: isObject(site.raw) ? site.raw : {},
    parameters: lazy(() => effectiveParameters(look, declared(), site, kind === 'operation' ? path : '')),
    requestBody: lazy(() =>
      look.isSwagger ? swaggerRequestBodyOf(look, declared(), site) : requestBodyOf(look, site),
    ),
    responses: lazy(() => responsesOf(look, site)),
    security: lazy(() => securityAt(site, 'operation') ?? around.security() ?? NO_SECURITY),
    servers: lazy(() => {
      const own = [site, ...items].map(serversAt).find((servers) => servers.length > 0);
      return own ?? around.servers();
    }),
    callbacks: lazy(() => callbacksOf(look, around, site)),
  };
}

function callbacksOf(look: Look, around: Surroundings, operation: Site): readonly Callback[] {
  return entriesAt(operation, 'callbacks').flatMap(([name, entry]) => {
    const site = look.follow(entry);
    if (site === null || !isObject(site.raw)) return [];
    const items = Object.keys(site.raw).flatMap((expression) => {
      const item = expression.startsWith('x-') ? null : objectAt(site, expression);
      return item === null ? [] : [[expression, item] as const];
    });
    return [{ name, site, entries: lazy(() => pathEntries(look, around, 'callback', items)) }];
  });
}
