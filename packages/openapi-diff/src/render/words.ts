import type { Change, Report, ReportOperation, SourcePlace, Summary } from '../report/report.ts';
import { operationsOf } from '../report/summary.ts';
import { mayBreak } from '../report/undecided.ts';

/** A number with its noun. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? singular : plural}`;
}

/** "2 breaking changes · 1 warning · 4 safe changes": the counts that aren't zero, joined by a separator. */
export function counts(summary: Summary, separator: string): string {
  const parts = [
    summary.error > 0 ? count(summary.error, 'breaking change') : '',
    summary.warning > 0 ? count(summary.warning, 'warning') : '',
    summary.info > 0 ? count(summary.info, 'safe change') : '',
  ].filter((part) => part !== '');
  return parts.join(separator);
}

/** The verdict in one line, as a command ends with: "2 breaking changes, 1 warning (7 operations)". */
export function verdict(report: Report): string {
  const { summary, documents, exceptions } = report;
  const accepted = exceptions?.accepted.length ?? 0;
  const found = counts(summary, ', ');
  const where = [
    summary.operations > 0 ? count(summary.operations, 'operation') : '',
    documents === undefined ? '' : count(documents.length, 'document'),
  ].filter((part) => part !== '');
  const inside = where.length === 0 ? '' : ` (${where.join(', ')})`;
  if (found === '' && accepted === 0) return `No change${inside}`;
  const all = [found, accepted === 0 ? '' : count(accepted, 'accepted change')].filter((part) => part !== '');
  return `${summary.error > 0 ? '' : 'No breaking change, '}${all.join(', ')}${inside}`;
}

/** `GET /book`, "webhook paid": an operation's name, raw text of documents. */
export function operationName({ kind, method, path }: ReportOperation): string {
  return kind === undefined ? `${method} ${path}` : `${kind} ${path}`;
}

/**
 * The headline of a change: the cause and how many operations share it, or the one operation
 * and what happened to it. `operation` words an operation's name. An error that isn't known to
 * break says so.
 */
export function headline(change: Change, operation: (name: string) => string): string {
  return `${mayBreak(change) ? 'Could not be decided: ' : ''}${causeHeadline(change, operation)}`;
}

function causeHeadline(change: Change, operation: (name: string) => string): string {
  const operations = operationsOf(change);
  const [only] = operations;
  if (only === undefined) return change.cause;
  if (operations.length === 1) {
    const name = operation(operationName(only));
    return change.cause.includes(name) ? change.cause : `${name}: ${change.cause}`;
  }
  return /\b(?:request|response)$/.test(change.cause)
    ? `${change.cause} that ${count(operations.length, 'operation')} share`
    : `${change.cause} (${count(operations.length, 'operation')})`;
}

/** The file of a place: its own, or that of the document on this side. */
export function fileOf(report: Report, change: Change, side: 'base' | 'head', place: SourcePlace): string {
  if (place.document !== undefined) return place.document;
  const document = report.documents?.find(({ name }) => name === change.document);
  return (document === undefined ? report[side] : document[side]) ?? report[side];
}

/** The place that a reader should look at: in the new document where it stands there, else in the old one. */
export function shownPlace(change: Change): ShownPlace | null {
  return shownPlaces(change)[0] ?? null;
}

/** A place on the side where it stands. */
export interface ShownPlace {
  readonly side: 'base' | 'head';
  readonly place: SourcePlace;
}

/** The first place on each side that has one, the new document first. */
export function shownPlaces(change: Change): ShownPlace[] {
  return (['head', 'base'] as const).flatMap((side) => {
    const place = change.places.map((one) => one[side]).find((one) => one !== null);
    return place === undefined || place === null ? [] : [{ side, place }];
  });
}
