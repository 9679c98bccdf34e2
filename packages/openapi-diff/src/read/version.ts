import type { Json, SpecVersion } from './document.ts';
import { NotOpenApiError, UnsupportedVersionError } from './errors.ts';

/**
 * The version of a document by its `openapi` or `swagger` field. A number is taken for the
 * text that it was meant to be (`swagger: 2.0` in YAML is the number 2). Later 3.x versions
 * are read as 3.2, since minor versions stay compatible by the specification.
 *
 * @throws NotOpenApiError where there is neither field
 * @throws UnsupportedVersionError for any other version
 */
export function versionOf(root: Json, uri: string, text: string): SpecVersion {
  const version = field(root, 'openapi') ?? field(root, 'swagger');
  if (version === null) throw new NotOpenApiError(uri, text);
  const known = /^(\d+)(?:\.(\d+))?(?:\.|$)/.exec(version.trim());
  const major = Number(known?.[1]);
  const minor = Number(known?.[2] ?? '0');
  if (major === 2 && minor === 0) return '2.0';
  if (major !== 3) throw new UnsupportedVersionError(uri, version);
  if (minor === 0) return '3.0';
  return minor === 1 ? '3.1' : '3.2';
}

/** Whether a value looks like the top of an OpenAPI or Swagger document. */
export function isOpenApiRoot(root: Json): boolean {
  return field(root, 'openapi') !== null || field(root, 'swagger') !== null;
}

function field(root: Json, key: string): string | null {
  if (root === null || typeof root !== 'object' || Array.isArray(root) || !Object.hasOwn(root, key))
    return null;
  const value = (root as Record<string, Json>)[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
