import type { PreparedSnapshot } from '@xano-specs/core';
import { diff, type Report, readPair, type Source } from '@xano-specs/openapi-diff';

/** What the engine says of the documents that a snapshot changes, by their path after it; a text where one can't be compared. */
export type Comparisons = ReadonlyMap<string, Report | string>;

/** Compares each document that a plan changes with its text before; those that are new, gone or moved are left out. */
export async function compareDocuments(prepared: PreparedSnapshot, now: Date): Promise<Comparisons> {
  const reports = new Map<string, Report | string>();
  for (const { status, path, previousPath, readBefore, readAfter } of prepared.documents) {
    if (status !== 'changed' || path === null) continue;
    const [before, after] = [await readBefore(), await readAfter()];
    if (before === null || after === null) continue;
    reports.set(path, await compareTexts(previousPath ?? path, before, path, after, now));
  }
  return reports;
}

/** The snapshot does not wait for a document that the engine can't read: its report says why. */
async function compareTexts(
  beforeName: string,
  before: string,
  afterName: string,
  after: string,
  now: Date,
): Promise<Report | string> {
  try {
    const { base, head } = await readPair(alone(beforeName, before), alone(afterName, after));
    return await diff(base, head, { now });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function alone(uri: string, text: string): Source {
  return {
    uri,
    load: async (asked) => {
      if (asked === uri) return text;
      throw new Error(`${asked} is no part of the snapshot`);
    },
  };
}
