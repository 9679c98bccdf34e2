import { combineReports, type NamedReport, type Report } from '@xano-specs/openapi-diff';
import { Excerpts } from '@xano-specs/report';
import type { Note } from '../comment/context.ts';
import type { Pair, Selection } from '../documents/pair.ts';
import { comparePair, compareParts, type PairOptions, type PairOutcome } from './compare-pair.ts';
import type { SideLoaders } from './sides.ts';

/** One report on all documents, and what is to be said beside it. */
export interface Comparison {
  readonly report: Report;
  /** What the report's page shows of the documents. */
  readonly excerpts: Excerpts;
  readonly notes: readonly Note[];
  /** Whether a document of the head can't be read: nothing is known of what it breaks. */
  readonly isUnreadable: boolean;
}

/** How a comparison is made and told. */
export interface CompareOptions extends PairOptions {
  /** What both sides are called as a whole. */
  readonly sides: { readonly base: string; readonly head: string };
  readonly log: (line: string) => void;
  /** Takes out of a text of a document what must not be shown. */
  readonly redact?: (text: string) => string;
}

/**
 * Documents that are looked into only because something that they may refer to changed. Each is
 * a request to GitHub, of which a GITHUB_TOKEN has 1,000 in an hour:
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
const LOOKED_INTO = 200;

/** Compares the selected documents, one after the other: they share one processor, and memory counts. */
export async function compareSelection(
  selection: Selection,
  loaders: SideLoaders,
  { sides, log, redact, ...options }: CompareOptions,
): Promise<Comparison> {
  const notes: Note[] = [];
  const reports: NamedReport[] = [];
  const excerpts = new Excerpts(redact);
  let isUnreadable = false;
  let partsChanged = selection.partsChanged;
  const takeReport = ({ report: named, versions }: Extract<PairOutcome, { kind: 'report' }>): void => {
    reports.push(named);
    const { changes, exceptions } = named.report;
    excerpts.take([...changes, ...(exceptions?.accepted ?? [])], versions, named.name);
  };
  const take = (pair: Pair, outcome: PairOutcome): void => {
    const about = selection.names.get(pair.name) ?? pair.name;
    log(`${wordOf(outcome)}  ${about}`);
    if (outcome.kind === 'report') {
      takeReport(outcome);
      // What has a name of its own was told of where it got it.
      if (!selection.names.has(pair.name)) notes.push(...movedNote(pair));
    }
    if (outcome.kind !== 'unreadable') return;
    if (outcome.side === 'head') isUnreadable = true;
    notes.push(unreadableNote(about, outcome));
  };
  for (const [index, pair] of selection.changed.entries()) {
    prefetch(selection.changed[index + 1], loaders);
    const outcome = await comparePair(pair, loaders, options);
    if (outcome.kind === 'no-document') partsChanged = true;
    take(pair, outcome);
  }
  if (partsChanged) {
    for (const pair of selection.same.slice(0, LOOKED_INTO)) {
      const outcome = await compareParts(pair, loaders, options);
      if (outcome !== null) take(pair, outcome);
    }
    notes.push(...notLookedInto(selection.same.length));
  }
  return {
    report: withoutUnused(combineReports(sides.base, sides.head, reports)),
    excerpts,
    notes,
    isUnreadable,
  };
}

/** Entries of the exceptions file that met nothing say nothing here: only what changed was compared. */
function withoutUnused(report: Report): Report {
  return report.exceptions === undefined
    ? report
    : { ...report, exceptions: { ...report.exceptions, unused: [] } };
}

/** Lets the next document come while this one is compared. What fails, fails when it is needed. */
function prefetch(pair: Pair | undefined, { base, head }: SideLoaders): void {
  if (pair === undefined) return;
  for (const [path, load] of [[pair.base, base] as const, [pair.head, head] as const]) {
    if (path !== null) load(path).catch(() => {});
  }
}

function movedNote({ name, base, head }: Pair): Note[] {
  if (base === null || head === null || base === head) return [];
  return [{ kind: 'renamed', about: name, text: `Its file was ${base}.` }];
}

function unreadableNote(about: string, { side, why }: Extract<PairOutcome, { kind: 'unreadable' }>): Note {
  return side === 'head'
    ? { kind: 'unreadable', about, text: why }
    : { kind: 'not-compared', about, text: `Its old version can't be read. ${why}` };
}

function notLookedInto(documents: number): Note[] {
  if (documents <= LOOKED_INTO) return [];
  const left = documents - LOOKED_INTO;
  const text = `${left} documents whose own files did not change were not looked into for parts that did; name fewer files.`;
  return [{ kind: 'not-compared', about: null, text }];
}

function wordOf(outcome: PairOutcome): string {
  if (outcome.kind === 'no-document') return 'left out    ';
  if (outcome.kind === 'unreadable') return 'unreadable  ';
  const { only, report } = outcome.report;
  if (only !== undefined) return only === 'head' ? 'added       ' : 'removed     ';
  const { error, warning, info } = report.summary;
  return error + warning + info > 0 ? 'changed     ' : 'same        ';
}
