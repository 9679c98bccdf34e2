/**
 * The URIs of documents: a file's path, `REV:path` of a git repository, `-`, or an absolute
 * URL. A reference is resolved against them as RFC 3986 says, with the revision kept.
 */

const ABSOLUTE_URL = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Any scheme of two letters or more (one letter is a Windows drive), `urn:` included. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;

/** Whether a reference names a scheme of its own (`https:`, `file:`, `urn:`) and so leaves the local files. */
export function hasScheme(reference: string): boolean {
  return SCHEME.test(reference);
}

/** Whether a URI is an absolute URL such as `https://…` (and no path in a revision). */
export function isUrl(uri: string): boolean {
  return ABSOLUTE_URL.test(uri);
}

/** A reference cut at its first `#`; the fragment is null where there is no `#`. */
export function splitFragment(reference: string): { uri: string; fragment: string | null } {
  const at = reference.indexOf('#');
  if (at === -1) return { uri: reference, fragment: null };
  return { uri: reference.slice(0, at), fragment: reference.slice(at + 1) };
}

/**
 * The revision and path of a document's URI: `main:specs/a.json` has the prefix `main:`,
 * a plain path the empty prefix.
 */
export function splitRevision(uri: string): { prefix: string; path: string } {
  const colon = uri.indexOf(':');
  return colon === -1
    ? { prefix: '', path: uri }
    : { prefix: uri.slice(0, colon + 1), path: uri.slice(colon + 1) };
}

/** A path without `.`, empty and inner `..` segments; what climbs above the start keeps its `..`. */
export function normalisePath(path: string): string {
  const absolute = path.startsWith('/');
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!absolute) kept.push('..');
  }
  return (absolute ? '/' : '') + kept.join('/');
}

/** A path's folder, with its closing slash; empty for a bare file name. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The keys that a local reference (`#/a/b`) names one after the other; none for any other fragment. */
export function pointerTokens(reference: string): string[] {
  const pointer = decodePath(reference.slice(1));
  if (!pointer.startsWith('/')) return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The URI that a reference without fragment names, seen from a base URI. Gives back the
 * base for the empty reference, and the reference itself where it can't be resolved.
 */
export function resolveUri(base: string, reference: string): string {
  if (reference === '') return base;
  if (hasScheme(reference)) return URL.canParse(reference) ? new URL(reference).href : reference;
  if (ABSOLUTE_URL.test(base))
    return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
  const { prefix, path } = splitRevision(base);
  // A backslash separates folders on Windows: taken for a slash everywhere, it can't climb out unseen.
  const target = decodePath(reference).replaceAll('\\', '/');
  return prefix + normalisePath(target.startsWith('/') ? target : folderOf(path) + target);
}
