import type { ReducedDocument } from '@xano-specs/core';

/** What stands at the top of every document that a job writes as YAML. */
const TOP_OF_YAML = /^(?:openapi|swagger):/m;

/**
 * Whether a file holds an OpenAPI or Swagger document. An artifact can be changed together with the hashes
 * that vouch for it, and what is no document, or no UTF-8, would take the place of a good one.
 */
export function isDocument(content: Uint8Array, format: ReducedDocument['format']): boolean {
  const text = textOf(content);
  if (text === null) return false;
  return format === 'yaml' ? TOP_OF_YAML.test(text) : hasVersion(text);
}

function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return null;
  }
}

function hasVersion(text: string): boolean {
  try {
    const { openapi, swagger } = JSON.parse(text) as { openapi?: unknown; swagger?: unknown };
    return typeof openapi === 'string' || typeof swagger === 'string';
  } catch {
    // No JSON, or null.
    return false;
  }
}
