import type { Change, Report, SourcePlace } from '@xano-specs/openapi-diff';
import { cut } from './cut.ts';
import { httpUrl } from './http-url.ts';
import { MESSAGE_LENGTH, NAME_LENGTH, WITNESS_LENGTH } from './limits.ts';
import type { PageAcceptance, PageDetails, PagePlace, PageWitness } from './page-data.ts';
import type { ReportPage } from './report-page.ts';

/** What a change shows when it is opened. */
export function pageDetails(page: ReportPage, change: Change): PageDetails {
  const [first] = change.places;
  return {
    message: cut(change.message, MESSAGE_LENGTH),
    proof: change.proof,
    direction: first?.direction ?? null,
    witness: witnessOf(change),
    fingerprint: change.fingerprint,
    rows: page.excerpts.of(change),
    base: placeOf(page, change, 'base', first?.base ?? null),
    head: placeOf(page, change, 'head', first?.head ?? null),
    places: change.places.length,
    accepted: acceptanceOf(change),
  };
}

function witnessOf({ witness }: Change): PageWitness | null {
  if (witness === null) return null;
  const text = JSON.stringify(witness.value, null, 2);
  return {
    acceptedBy: witness.acceptedBy,
    text: cut(text, WITNESS_LENGTH),
    isCut: text.length > WITNESS_LENGTH,
  };
}

function placeOf(
  page: ReportPage,
  change: Change,
  side: 'base' | 'head',
  place: SourcePlace | null,
): PagePlace | null {
  if (place === null) return null;
  const file = fileOf(page.report, change, side, place);
  const url = page.placeUrl?.(file, side, place.line) ?? null;
  return { file: cut(file, NAME_LENGTH), line: place.line, url: httpUrl(url) };
}

/** The file of a place: its own, or that of the document on this side. */
function fileOf(report: Report, change: Change, side: 'base' | 'head', place: SourcePlace): string {
  const document = report.documents?.find(({ name }) => name === change.document);
  return place.document ?? document?.[side] ?? report[side];
}

function acceptanceOf(change: Change): PageAcceptance | null {
  const { acceptedBy } = change as Change & {
    readonly acceptedBy?: PageAcceptance;
  };
  if (acceptedBy === undefined) return null;
  const { reason, expires, line } = acceptedBy;
  return { reason: cut(reason, MESSAGE_LENGTH), expires, line };
}
