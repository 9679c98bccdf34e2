import { type CompareOptions, compare } from '../../src/compare/compare.ts';
import type { Finding } from '../../src/compare/finding.ts';
import type { DocumentSet, JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';

/** A document as it would be read from a file of this name. */
export function read(document: JsonObject, uri = 'api.json'): Promise<DocumentSet> {
  return readDocumentSet(uri, async () => JSON.stringify(document));
}

/** What the comparison finds between two documents. The second text never equals the first, so that nothing is skipped. */
export async function compareObjects(
  before: JsonObject,
  after: JsonObject,
  options: CompareOptions = {},
): Promise<Finding[]> {
  const base = await read(before);
  const head = await readDocumentSet('api.json', async () => `${JSON.stringify(after)}\n`);
  return compare(base, head, options);
}

/** The findings in short: id and ruling. */
export function inShort(findings: readonly Finding[]): string[] {
  return findings.map(({ id, ruling }) => `${id}: ${ruling}`);
}
