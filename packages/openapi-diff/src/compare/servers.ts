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
  const covers = (wide: Server, narrow: Server) =>
    sameAddress(wide, narrow, moved) && takesAll(variablesOf(wide), variablesOf(narrow));
  for (const server of base) {
    if (head.some((other) => covers(other, server))) continue;
    const narrower = head.find((other) => covers(server, other));
    context.emit({
      id: narrower === undefined ? 'api-server-removed' : 'api-server-narrowed',
      ruling: 'breaking',
      place,
      base: server.site,
      ...(narrower === undefined ? {} : { head: narrower.site }),
      args: { url: server.url },
      cause: [server.url],
    });
  }
  for (const server of head) {
    if (base.some((other) => covers(other, server))) continue;
    const narrower = base.find((other) => covers(server, other));
    context.emit({
      id: narrower === undefined ? 'api-server-added' : 'api-server-extended',
      ruling: 'safe',
      place,
      ...(narrower === undefined ? {} : { base: narrower.site }),
      head: server.site,
      args: { url: server.url },
      cause: [server.url],
    });
  }
}

const SCHEME = /^[a-z][a-z0-9+.-]*:(?=\/\/)/i;

/** Whether two servers have one address; one without a scheme takes any. */
function sameAddress(a: Server, b: Server, moved: boolean): boolean {
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

/** A variable of a server's address: any value is taken where none are listed. */
interface Variable {
  readonly preset: string | null;
  readonly values: ReadonlySet<string> | null;
}

function variablesOf({ site }: Server): ReadonlyMap<string, Variable> {
  return new Map(
    entriesAt(site, 'variables', { extensions: true }).map(([name, variable]) => {
      const values = textsAt(variable, 'enum');
      return [
        name,
        { preset: textAt(variable, 'default'), values: values === null ? null : new Set(values) },
      ];
    }),
  );
}

/** Whether every address that some variables make is one that others make, by default as well. */
function takesAll(wide: ReadonlyMap<string, Variable>, narrow: ReadonlyMap<string, Variable>): boolean {
  if (wide.size !== narrow.size) return false;
  return Array.from(narrow).every(([name, { preset, values }]) => {
    const other = wide.get(name);
    if (other === undefined || other.preset !== preset) return false;
    return other.values === null || values?.isSubsetOf(other.values) === true;
  });
}

/** The path under which all servers of a document put its operations; empty where they differ. */
export function commonServerPath(servers: readonly Server[]): string {
  const [first, ...others] = servers.map(({ url }) => serverPath(url));
  return first !== undefined && others.every((path) => path === first) ? first : '';
}
