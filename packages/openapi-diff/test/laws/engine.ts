import { isDeepStrictEqual } from 'node:util';
import type { DiffOptions } from '../../src/diff.ts';
import { diff } from '../../src/diff.ts';
import type { DocumentSet, Json, JsonObject, SpecDocument } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import { type Change, LEVELS, type Report } from '../../src/report/report.ts';
import { operationKey, operationsOf } from '../../src/report/summary.ts';
import type { DraftObject } from './documents.ts';

/** A moment for tests: no sunset date of theirs depends on when they run. */
const NOW = new Date('2026-11-25T00:00:00Z');

/** A document as the engine reads it. */
export function read(document: DraftObject, uri = 'api.json'): Promise<DocumentSet> {
  return readDocumentSet(uri, async () => JSON.stringify(document, null, 2));
}

/** The whole engine on two documents. */
export async function compared(
  before: DraftObject,
  after: DraftObject,
  options: Partial<DiffOptions> = {},
): Promise<Report> {
  return diff(await read(before), await read(after), { now: NOW, ...options });
}

/** The same of documents that have every part in common that reads the same in both, as a reader may leave them. */
export async function comparedWithSharedParts(before: DraftObject, after: DraftObject): Promise<Report> {
  const base = await read(before);
  const head = await read(after);
  const root: SpecDocument = { ...head.root, root: sharing(base.root.root, head.root.root) };
  return diff(base, { root, documents: new Map([[root.uri, root]]) }, { now: NOW });
}

/** The second value with the parts of the first that are equal to its own in the same place. */
function sharing(one: Json | undefined, other: Json): Json {
  if (other === null || typeof other !== 'object' || one === null || typeof one !== 'object') return other;
  if (isDeepStrictEqual(one, other)) return one;
  if (Array.isArray(other)) {
    return other.map((item: Json, index) => sharing(Array.isArray(one) ? one[index] : undefined, item));
  }
  return Object.fromEntries(
    Object.entries(other).map(([key, value]) => [key, sharing((one as JsonObject)[key], value as Json)]),
  );
}

/** A change in one line, for the message of a broken law. */
export function described(change: Change): string {
  const operations = operationsOf(change).map(operationKey).join(', ');
  return `${change.level} ${change.id} (${change.proof}): ${change.message} [${operations}]`;
}

/** What a law that is broken throws; it shows both documents and what the engine said. */
export class BrokenLaw extends Error {
  readonly code = 'BROKEN_LAW';
  override readonly name = 'BrokenLaw';

  constructor(what: string, before: DraftObject, after: DraftObject, changes: readonly Change[]) {
    super(
      [
        what,
        ...changes.map((change) => `  ${described(change)}`),
        `before: ${JSON.stringify(before)}`,
        `after:  ${JSON.stringify(after)}`,
      ].join('\n'),
    );
  }
}

/** How bad a report is: 0 for an error, 1 for a warning, 2 for safe changes, 3 for nothing. */
export function badness({ summary }: Report): number {
  const worst = LEVELS.findIndex((level) => summary[level] > 0);
  return worst === -1 ? LEVELS.length : worst;
}
