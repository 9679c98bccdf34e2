import { readFileSync } from 'node:fs';
import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import type { Change } from '../../src/report/report.ts';

/** Two documents put together at random, and what a report says of them. */
export interface ApprovedPair {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly says: readonly string[];
}

/** Where the pairs stand, one a line. */
export const DOCUMENTS = new URL('corpus/documents.jsonl', import.meta.url);

export function approvedPairs(): readonly ApprovedPair[] {
  return readFileSync(DOCUMENTS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** A change in one line: level, id, sentence, heading, the value that shows it, and all its places. */
function lineOf({ level, id, message, cause, witness, places }: Change): string {
  const shown = witness === null ? '' : `; the ${witness.acceptedBy} takes ${JSON.stringify(witness.value)}`;
  const where = places.map(
    ({ direction, base, head }) =>
      `${direction ?? 'both'} ${base?.pointer ?? 'nowhere'} → ${head?.pointer ?? 'nowhere'}`,
  );
  return `${level} ${id}: ${message} [${cause}] (${where.join(', ')}${shown})`;
}

/** What a report says of two documents. */
export async function saidOf({ before, after }: Omit<ApprovedPair, 'says'>): Promise<readonly string[]> {
  const read = (document: JsonObject) => readDocumentSet('api.json', async () => JSON.stringify(document));
  const now = new Date('2026-11-25T00:00:00Z');
  const { changes } = await diff(await read(before), await read(after), { now });
  return changes.map(lineOf);
}
