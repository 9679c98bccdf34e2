import type { Server } from './contract.ts';
import { itemsAt, type Look, textAt, textsAt } from './look.ts';
import type { Site } from './site.ts';

/** The servers that stand under a site; empty where there are none. */
export function serversAt(owner: Site): readonly Server[] {
  return itemsAt(owner, 'servers').flatMap((site) => {
    const url = textAt(site, 'url');
    return url === null ? [] : [{ url, site }];
  });
}

/** The document's servers: `/` where an OpenAPI 3 document names none, as it says itself. */
export function documentServers(look: Look): readonly Server[] {
  if (look.isSwagger) return swaggerServers(look.root);
  const servers = serversAt(look.root);
  return servers.length === 0 ? [{ url: '/', site: look.root }] : servers;
}

function swaggerServers(root: Site): readonly Server[] {
  const host = textAt(root, 'host');
  const basePath = textAt(root, 'basePath') ?? '/';
  if (host === null) return [{ url: basePath, site: root }];
  const schemes = textsAt(root, 'schemes') ?? [];
  // Without schemes, the one that the document itself came by is meant.
  const prefixes = schemes.length === 0 ? ['//'] : schemes.map((scheme) => `${scheme}://`);
  return prefixes.map((prefix) => ({ url: prefix + host + basePath, site: root }));
}

/** The path of a server's URL without a closing slash: empty for `https://host/`. */
export function serverPath(url: string): string {
  const path = url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '');
  return path.replace(/\/+$/, '');
}
