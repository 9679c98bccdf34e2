import { MAX_SLUG_LENGTH } from './limits.ts';

/**
 * Names that Windows keeps for devices, with any extension (learn.microsoft.com, "Naming
 * Files, Paths, and Namespaces"), and the name of the manifest, which tools look for.
 */
const RESERVED = /^(?:con|prn|aux|nul|conin|conout|clock|com\d|lpt\d|manifest)$/;

/** Whether a slug is a name that some system keeps for itself. */
export function isReserved(name: string): boolean {
  return RESERVED.test(name);
}

/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const LATIN: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ı', 'i'],
]);

/**
 * A name as a path segment: lower-case ASCII letters, digits and single hyphens, so that
 * no file system folds, reorders, refuses or reads more into it. `kind` says what is
 * named; it takes the place of a name of which nothing is left, and follows a reserved one.
 */
export function slug(name: string, kind: string): string {
  const plain = name
    // Nothing beyond this can reach the slug, and normalising megabytes takes its time.
    .slice(0, MAX_SLUG_LENGTH * 20)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/gu, (character) => LATIN.get(character) ?? '-');
  const words = plain.split('-').filter((word) => word !== '');
  const bounded = words.join('-').slice(0, MAX_SLUG_LENGTH).replace(/-$/, '');
  if (bounded === '') return kind;
  return isReserved(bounded) ? `${bounded}-${kind}` : bounded;
}
