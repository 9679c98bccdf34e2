import { check as checkOf } from '../src/classify/catalogue.ts';
import type { Check } from '../src/classify/check.ts';
import { classify } from '../src/classify/classify.ts';
import { policyOf } from '../src/classify/policy.ts';
import { compare } from '../src/compare/compare.ts';
import type { Classified } from '../src/group/classified.ts';
import type { DocumentSet, JsonObject } from '../src/read/document.ts';
import { readDocumentSet } from '../src/read/document-set.ts';

/** The moment that the examples are set in, unless one names its own. */
const EXAMPLE_TIME = '2026-06-01T00:00:00Z';

/** What the engine finds between the two documents of a check's example, under the settings that it names. */
export async function findingsOfExample(check: Check): Promise<readonly Classified[]> {
  const { before, after, policy: { now = EXAMPLE_TIME, ...settings } = {} } = check.example();
  const policy = policyOf(settings, (id) => checkOf(id) !== null);
  const promised = policy.responses.optional === 'promised';
  // Texts that are equal are never compared: the blank makes sure that they aren't.
  const findings = compare(await read(before, ''), await read(after, ' '), { promised });
  return classify(findings, { policy, now: new Date(String(now)) });
}

function read(document: JsonObject, end: string): Promise<DocumentSet> {
  return readDocumentSet('api.json', async () => `${JSON.stringify(document)}${end}`);
}

/** The sentence that a report has for each check's example, by id. */
export async function sentences(checks: readonly Check[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const check of checks) {
    const own = (await findingsOfExample(check)).find(({ finding }) => finding.id === check.id);
    if (own !== undefined) found.set(check.id, own.message);
  }
  return found;
}
