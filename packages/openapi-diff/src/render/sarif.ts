import { compareText } from '../report/order.ts';
import type { Change, ChangePlace, Level, Report, SourcePlace } from '../report/report.ts';
import { operationsOf } from '../report/summary.ts';
import { cut, oneLine } from './sanitize.ts';
import { fileOf, headline, operationName, shownPlace } from './words.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** GitHub code scanning takes at most 5,000 results of a run: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
export const SARIF_RESULTS = 5_000;

/** GitHub takes at most 1,000 locations of a result; more than this helps nobody. */
const RELATED_PLACES = 50;

const LONGEST_MESSAGE = 4_000;

/** How a report is written as SARIF. */
export interface SarifOptions {
  /** The version of the tool, for the log. */
  readonly version?: string;
  /** The page of a check, or null. */
  readonly checkUrl?: (id: string) => string | null;
  /** What a check is about in one sentence, or null. */
  readonly describe?: (id: string) => string | null;
  /** The path in the repository, for what a report calls a file. */
  readonly file?: (file: string, side: 'base' | 'head') => string;
}

/** The report as a SARIF 2.1.0 log with one run. The most severe changes come first and are the ones that stay within the limits. */
export function renderSarif(report: Report, options: SarifOptions = {}): string {
  const shown = report.changes.slice(0, SARIF_RESULTS);
  const ids = [...new Set(shown.map(({ id }) => id))].sort(compareText);
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'xano-specs',
            ...(options.version === undefined ? {} : { version: options.version }),
            rules: ids.map((id) => rule(id, options)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: shown.map((change) => result(report, change, ids.indexOf(change.id), options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(id: string, { checkUrl, describe }: SarifOptions) {
  const url = checkUrl?.(id) ?? null;
  return {
    id: oneLine(id),
    shortDescription: { text: escapeMessage(describe?.(id) ?? id) },
    ...(url === null ? {} : { helpUri: url }),
  };
}

function result(report: Report, change: Change, ruleIndex: number, options: SarifOptions) {
  const place = shownPlace(change);
  const operations = operationsOf(change);
  const title = headline(change, (name) => name);
  return {
    ruleId: oneLine(change.id),
    ruleIndex,
    level: LEVELS[change.level],
    message: { text: escapeMessage(`${title}. ${change.message}`) },
    locations: place === null ? [] : [location(report, change, place.side, place.place, options)],
    ...relatedLocations(report, change, options),
    partialFingerprints: { 'xanoSpecs/v1': oneLine(change.fingerprint) },
    properties: {
      proof: change.proof,
      operations: operations.slice(0, RELATED_PLACES).map((one) => oneLine(operationName(one))),
      operationCount: operations.length,
    },
  };
}

function relatedLocations(report: Report, change: Change, options: SarifOptions) {
  const others = change.places.slice(1, RELATED_PLACES + 1).flatMap((place, index) => {
    const side = place.head === null ? 'base' : 'head';
    const source = place[side];
    if (source === null) return [];
    return [
      {
        id: index + 1,
        ...location(report, change, side, source, options),
        message: { text: escapeMessage(operationOf(place)) },
      },
    ];
  });
  return others.length === 0 ? {} : { relatedLocations: others };
}

function operationOf({ operation }: ChangePlace): string {
  return operation === null ? 'the API' : operationName(operation);
}

function location(
  report: Report,
  change: Change,
  side: 'base' | 'head',
  place: SourcePlace,
  { file }: SarifOptions,
) {
  const name = fileOf(report, change, side, place);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file === undefined ? name : file(name, side)) },
      region: { startLine: place.line, startColumn: place.column },
    },
    logicalLocations: [{ fullyQualifiedName: oneLine(cut(place.pointer, LONGEST_MESSAGE)) }],
  };
}

/** A path as a relative URI reference; each segment is encoded, so that no name can become a scheme. */
function uriOf(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** Brackets make links in SARIF messages (section 3.11.6), so they are escaped. */
function escapeMessage(text: string): string {
  return oneLine(cut(text, LONGEST_MESSAGE)).replace(/[\\[\]]/g, (character) => `\\${character}`);
}
