import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Finding, OperationRef } from '../src/compare/finding.ts';
import { childSite, rootSite, type Site } from '../src/contract/site.ts';
import type { Classified } from '../src/group/classified.ts';
import type { Json, SpecDocument } from '../src/read/document.ts';
import type { Change, Report } from '../src/report/report.ts';
import { summarise } from '../src/report/summary.ts';

/** A JSON document for tests about what comes after the comparison. */
export function jsonDocument(root: Json, uri = 'api.json'): SpecDocument {
  return { uri, version: '3.1', format: 'json', text: JSON.stringify(root, null, 2), root };
}

/** The site at these keys; a key that isn't there is a mistake of the test. */
export function siteAt(document: SpecDocument, ...keys: (string | number)[]): Site {
  let site = rootSite(document);
  for (const key of keys) {
    const child = childSite(site, key);
    if (child === null) throw new Error(`nothing at ${key}`);
    site = child;
  }
  return site;
}

/** `GET /book`. */
export function operation(method: string, path: string): OperationRef {
  return { kind: 'operation', method, path };
}

/** A finding about the property `price` of a response, with whatever a test wants to be different. */
export function finding(different: Partial<Finding> = {}): Finding {
  return {
    id: 'response-property-type-changed',
    ruling: 'breaking',
    place: {
      kind: 'response-body',
      operation: operation('GET', '/book'),
      direction: 'response',
      label: 'the 200 response',
    },
    path: [{ kind: 'property', name: 'price' }],
    base: null,
    head: null,
    args: { from: 'a number', to: 'text' },
    witness: { direction: 'response', value: { price: '19.99' }, acceptedBy: 'head' },
    reason: null,
    cause: 'price became text',
    ...different,
  };
}

/** A finding with its level and words. */
export function classified(
  different: Partial<Finding> = {},
  level: Classified['level'] = 'error',
): Classified {
  return {
    finding: finding(different),
    level,
    cause: '`price` became text in a response',
    message: 'A client that was promised a number now gets `{"price":"19.99"}`',
  };
}

/** A change with whatever a test wants to be different. */
export function change(different: Partial<Change> = {}): Change {
  return {
    id: 'response-property-type-changed',
    level: 'error',
    cause: '`price` became text in a response',
    message: '`GET /book` may now answer `{"price":"19.99"}`, which was not announced: `price` was a number',
    places: [
      {
        operation: { method: 'GET', path: '/book' },
        direction: 'response',
        base: { pointer: '/paths/~1book/get', line: 10, column: 7 },
        head: { pointer: '/paths/~1book/get', line: 12, column: 7 },
      },
    ],
    witness: { direction: 'response', value: { price: '19.99' }, acceptedBy: 'head' },
    proof: 'witness',
    fingerprint: '0123456789abcdef',
    ...different,
  };
}

/** A report on one document. */
export function report(changes: readonly Change[], different: Partial<Report> = {}): Report {
  return {
    formatVersion: 1,
    base: 'old/api.json',
    head: 'new/api.json',
    summary: summarise(changes),
    changes,
    ...different,
  };
}

const schemaFile = fileURLToPath(new URL('../report.schema.json', import.meta.url));
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
}).compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

/** What the JSON Schema of reports says against this one; empty where it is valid. */
export function schemaProblems(value: Report): unknown[] {
  return validate(JSON.parse(JSON.stringify(value))) ? [] : (validate.errors ?? []);
}
