import type { DocumentSet, Json, SpecDocument } from '../read/document.ts';
import { resolveUri, splitFragment } from '../read/uri.ts';
import { baseUriOf, identifiersOf, namesThings } from './identifiers.ts';
import { childSite, rootSite, type Site } from './site.ts';

/** Why a `$ref` leads nowhere. */
export interface RefProblem {
  readonly kind: 'ref-problem';
  /** `malformed`: no text; `not-loaded`: its file isn't in the set; `missing`: nothing stands there; `cycle`: it leads to itself. */
  readonly code: 'malformed' | 'not-loaded' | 'missing' | 'cycle';
  /** The reference as written; text from a document. */
  readonly ref: string;
  /** One clause in plain words. */
  readonly message: string;
}

/** Whether a resolution failed. */
export function isRefProblem(found: Site | RefProblem): found is RefProblem {
  return 'kind' in found && found.kind === 'ref-problem';
}

/** The value under a key of the site's object, or undefined; prototype members count as nothing. */
export function valueAt(site: Site, key: string): Json | undefined {
  const { raw } = site;
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw) || !Object.hasOwn(raw, key)) {
    return undefined;
  }
  return (raw as Record<string, Json>)[key];
}

/**
 * The site that the `$ref` of this object leads to, one step: the target may hold a `$ref`
 * again. Equal targets are one object, so that sites can be compared by identity. Relative
 * references start from the nearest `$id` around them (3.1 and later), else from the file;
 * `#name` finds `$anchor` and `$dynamicAnchor`. A reference that leads nowhere is a
 * problem, not an error.
 */
export function resolveRef(site: Site, documents: DocumentSet): Site | RefProblem {
  const ref = valueAt(site, '$ref');
  if (typeof ref === 'string') return resolveReference(site, ref, documents);
  return { kind: 'ref-problem', code: 'malformed', ref: '', message: 'its $ref is no text' };
}

/** The site that a reference leads to, seen from a site; as `resolveRef`, for references under other keywords. */
export function resolveReference(site: Site, ref: string, documents: DocumentSet): Site | RefProblem {
  const { uri, fragment } = splitFragment(ref);
  const { document } = site;
  if (uri === '' && !namesThings(document)) {
    return followFragment(rootOf(document), fragment ?? '') ?? missing(ref);
  }
  const named = resolveNamed(baseUriOf(site), uri, fragment ?? '', documents);
  if (named !== null) return named;
  const file = documents.documents.get(resolveUri(document.uri, uri)) ?? documents.documents.get(uri);
  if (file === undefined) {
    return { kind: 'ref-problem', code: 'not-loaded', ref, message: `the file of \`${ref}\` was not read` };
  }
  return followFragment(rootOf(file), fragment ?? '') ?? missing(ref);
}

/**
 * The first site on a chain of `$ref`s that holds none itself, for objects that allow no
 * siblings beside a `$ref` (parameters, bodies, responses, headers, links, examples).
 */
export function followRefs(site: Site, documents: DocumentSet): Site | RefProblem {
  const seen = new Set<Site>();
  let at = site;
  while (typeof valueAt(at, '$ref') === 'string') {
    if (seen.has(at)) {
      const ref = String(valueAt(site, '$ref'));
      return { kind: 'ref-problem', code: 'cycle', ref, message: `\`${ref}\` leads back to itself` };
    }
    seen.add(at);
    const next = resolveRef(at, documents);
    if (isRefProblem(next)) return next;
    at = next;
  }
  return at;
}

function missing(ref: string): RefProblem {
  return { kind: 'ref-problem', code: 'missing', ref, message: `\`${ref}\` leads nowhere` };
}

function resolveNamed(base: string, uri: string, fragment: string, documents: DocumentSet): Site | null {
  const target = resolveUri(base, uri);
  const { resources, anchors } = identifiersOf(documents);
  const name = decode(fragment);
  const anchor = anchors.get(`${target}#${name}`);
  if (anchor !== undefined && name !== '') return canonical(anchor);
  const resource = resources.get(target);
  if (resource !== undefined) return followFragment(canonical(resource), fragment);
  const file = documents.documents.get(target);
  return file === undefined ? null : followFragment(rootOf(file), fragment);
}

/** Sites by document and pointer text, so that equal targets are one object. */
const targets = new WeakMap<Site, Map<string, Site>>();
const roots = new WeakMap<SpecDocument, Site>();

/** The root of a document, one object for each document. */
export function rootOf(document: SpecDocument): Site {
  let root = roots.get(document);
  if (root === undefined) {
    root = rootSite(document);
    roots.set(document, root);
  }
  return root;
}

/** The same place as an object that is equal for every way that leads to it. */
function canonical(site: Site): Site {
  const keys: (string | number)[] = [];
  for (let at = site; at.parent !== null; at = at.parent) keys.push(at.key);
  return descend(rootOf(site.document), keys.reverse().map(String)) ?? site;
}

function followFragment(start: Site, fragment: string): Site | null {
  if (fragment === '') return start;
  if (!fragment.startsWith('/')) {
    return decode(fragment).startsWith('/') ? followFragment(start, decode(fragment)) : null;
  }
  const tokens = fragment
    .slice(1)
    .split('/')
    .map((token) => decode(token).replaceAll('~1', '/').replaceAll('~0', '~'));
  return descend(start, tokens);
}

function descend(start: Site, tokens: readonly string[]): Site | null {
  let at = start;
  for (const token of tokens) {
    let children = targets.get(at);
    if (children === undefined) {
      children = new Map();
      targets.set(at, children);
    }
    let next = children.get(token) ?? null;
    if (next === null) {
      next = childSite(at, Array.isArray(at.raw) ? Number(token) : token);
      if (next === null) return null;
      children.set(token, next);
    }
    at = next;
  }
  return at;
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
