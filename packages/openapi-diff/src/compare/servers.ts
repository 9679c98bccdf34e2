import type { Operation, Server } from '../contract/contract.ts';
import { entriesAt, textAt, textsAt } from '../contract/look.ts';
import { serverPath } from '../contract/servers.ts';
import { type CompareContext, documentPlace, placeIn } from './context.ts';
import type { Place } from './finding.ts';

/** The servers of the documents. With `moved`, their paths went into the path templates or came out of them. */
export function compareServers(context: CompareContext, moved: boolean): void {
  const place = documentPlace('server', 'the servers');
  compareLists(context, place, context.base.servers(), context.head.servers(), moved);
}

/** The servers of an operation that has its own on either side. */
export function compareOwnServers(context: CompareContext, base: Operation, head: Operation): void {
  const before = base.servers();
  const after = head.servers();
  if (before === context.base.servers() && after === context.head.servers()) return;
  compareLists(context, placeIn(head, 'server', null, 'the servers'), before, after, false);
}

function compareLists(
  context: CompareContext,
  place: Place,
  base: readonly Server[],
  head: readonly Server[],
  moved: boolean,
): void {
  for (const server of base) {
    if (head.some((other) => sameServer(server, other, moved))) continue;
    context.emit({
      id: 'api-server-removed',
      ruling: 'breaking',
      place,
      base: server.site,
      args: { url: server.url },
      cause: [server.url],
    });
  }
  for (const server of head) {
    if (base.some((other) => sameServer(server, other, moved))) continue;
    context.emit({
      id: 'api-server-added',
      ruling: 'safe',
      place,
      head: server.site,
      args: { url: server.url },
      cause: [server.url],
    });
  }
}

const SCHEME = /^[a-z][a-z0-9+.-]*:(?=\/\/)/i;

/** Whether two servers are one; an address without a scheme takes any. */
function sameServer(a: Server, b: Server, moved: boolean): boolean {
  if (variablesText(a) !== variablesText(b)) return false;
  const from = addressOf(a, moved);
  const to = addressOf(b, moved);
  if (from === to) return true;
  return (
    (from.startsWith('//') || to.startsWith('//')) && from.replace(SCHEME, '') === to.replace(SCHEME, '')
  );
}

function addressOf({ url }: Server, withoutPath: boolean): string {
  const trimmed = url.replace(/\/+$/, '');
  return withoutPath ? trimmed.slice(0, trimmed.length - serverPath(url).length) : trimmed;
}

/** The values that the variables of a server's address may take. */
function variablesText({ site }: Server): string {
  const variables = entriesAt(site, 'variables', { extensions: true }).map(([name, variable]) => [
    name,
    textAt(variable, 'default'),
    textsAt(variable, 'enum')?.toSorted(),
  ]);
  return variables.length === 0 ? '' : JSON.stringify(variables.sort());
}

/** The path under which all servers of a document put its operations; empty where they differ. */
export function commonServerPath(servers: readonly Server[]): string {
  const [first, ...others] = servers.map(({ url }) => serverPath(url));
  return first !== undefined && others.every((path) => path === first) ? first : '';
}
