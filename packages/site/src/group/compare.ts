import { changeLines, type DocumentSet, diff, type Report, readDocumentSet } from '@xano-specs/openapi-diff';
import { cut, Excerpts, linkedShell, type ReportPage, reportContent } from '@xano-specs/report';
import { assetsOf } from '../assets.ts';
import type { GroupVersion } from '../history/history.ts';
import { LINE_LENGTH, LINES_TOLD, PROBLEM_LENGTH } from '../limits.ts';
import { rootOf, type SiteNames, trailOf } from '../pages.ts';
import type { VersionRecord } from '../state/state.ts';
import type { GroupNames } from './names.ts';

/** The document of a version, or why it can't be read. */
export type ReadVersion = DocumentSet | string;

/** Reads the document of a version. What it refers to outside is not read. */
export async function readVersion(
  { path, object }: GroupVersion,
  read: (object: string) => Promise<string>,
): Promise<ReadVersion> {
  const text = await read(object);
  try {
    return await readDocumentSet(path, async (asked) => {
      if (asked === path) return text;
      throw new Error(`The document refers to ${asked}, which is not part of the snapshot.`);
    });
  } catch (error) {
    return reasonOf(error);
  }
}

/** Why a document can't be read or compared; what it says of the document is cut as names are. */
function reasonOf(error: unknown): string {
  return cut(error instanceof Error ? error.message : String(error), PROBLEM_LENGTH);
}

/** A change of a document, from one version to the next. */
export interface VersionChange {
  readonly before: GroupVersion;
  readonly after: GroupVersion;
  readonly base: ReadVersion;
  readonly head: ReadVersion;
}

/** What came of comparing two versions. */
export type Compared = Pick<VersionRecord, 'counts' | 'problem' | 'lines'> & { readonly html: string | null };

/** Where a report's page lies, and what it says besides the changes. */
export interface ReportPlace {
  readonly path: string;
  readonly site: SiteNames;
  readonly names: GroupNames;
  readonly folder: string;
  readonly describe: ReportPage['describe'];
}

/** Compares two versions, and makes the page of the report. Dates are held against that of the commit. */
export async function compareVersions(change: VersionChange, place: ReportPlace): Promise<Compared> {
  const { base, head, after } = change;
  if (typeof base === 'string' || typeof head === 'string') {
    return { counts: null, problem: typeof head === 'string' ? head : String(base), lines: [], html: null };
  }
  try {
    const report = await diff(base, head, { now: new Date(after.at) });
    const excerpts = new Excerpts();
    excerpts.take(report.changes, { base, head });
    const lines = changeLines(report)
      .slice(0, LINES_TOLD)
      .map(({ word, text }): [string, string] => [word, cut(text, LINE_LENGTH)]);
    return { counts: report.summary, problem: null, lines, html: htmlOf(report, excerpts, change, place) };
  } catch (error) {
    return {
      counts: null,
      problem: reasonOf(error),
      lines: [],
      html: null,
    };
  }
}

function htmlOf(
  report: Report,
  excerpts: Excerpts,
  { before, after }: VersionChange,
  { path, site, names, folder, describe }: ReportPlace,
): string {
  const above = [{ text: names.group, url: `${folder}/versions.html` }];
  const content = reportContent({
    report,
    excerpts,
    describe,
    trail: trailOf(site, path, above),
    sides: { base: sideName(before), head: sideName(after) },
    subject: { text: `${names.workspace} / ${names.group} ${after.version}`, url: null },
  });
  return linkedShell({ assets: assetsOf('report', rootOf(path)), reads: false }, content);
}

function sideName({ version, commit, at }: GroupVersion): string {
  return `${version} (${commit.slice(0, 7)}, ${at.slice(0, 10)})`;
}
