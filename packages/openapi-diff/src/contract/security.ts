import type { Json } from '../read/document.ts';
import type { Security, SecurityScheme } from './contract.ts';
import { entriesAt, isObject, type Look, objectAt } from './look.ts';
import { childSite, type Site } from './site.ts';

/** The security requirement that stands under a site, or null where there is none. */
export function securityAt(owner: Site, source: 'operation' | 'document'): Security | null {
  const site = childSite(owner, 'security');
  if (site === null || !Array.isArray(site.raw)) return null;
  const alternatives = site.raw.filter(isObject).map((alternative) => {
    const scopes = (list: Json): readonly string[] =>
      Array.isArray(list) ? list.filter((scope: Json) => typeof scope === 'string') : [];
    return new Map(Object.entries(alternative).map(([scheme, list]) => [scheme, scopes(list)]));
  });
  return { site, source, alternatives };
}

/** What holds where neither the operation nor the document asks for anything. */
export const NO_SECURITY: Security = { site: null, source: 'none', alternatives: [] };

/** The security schemes that a document defines, by name. */
export function securitySchemesOf(look: Look): ReadonlyMap<string, SecurityScheme> {
  const entries = look.isSwagger
    ? entriesAt(look.root, 'securityDefinitions', { extensions: true })
    : entriesAt(objectAt(look.root, 'components'), 'securitySchemes', { extensions: true });
  const schemes = new Map<string, SecurityScheme>();
  for (const [name, entry] of entries) {
    const site = look.follow(entry);
    if (site !== null && isObject(site.raw)) schemes.set(name, { name, site, object: site.raw });
  }
  return schemes;
}
