import { combineReports, diff, type Report, readDocumentSet, summarise } from '@xano-specs/openapi-diff';
import { Excerpts } from '@xano-specs/report';
import type { ReportContext } from '../../src/comment/context.ts';
import { renderComment } from '../../src/comment/render-comment.ts';
import { reportPage } from '../../src/tell/report-page.ts';
import { summaryText } from '../../src/tell/summary.ts';
import { documentOf } from './hostile-document.ts';

/** What a pull request shows of a report. */
export interface Shown {
  readonly comment: string;
  readonly summary: string;
  /** The markdown file, which nothing is left out of. */
  readonly file: string;
  /** A comment with little room, which ends with what a cut leaves. */
  readonly cut: string;
}

/** Everything that is shown of a document all of whose words are this text, as well as the file's, the label's and people's. */
export async function shownOf(text: string): Promise<Shown> {
  const report = await reportOf(text);
  const context = contextOf(text, report);
  return {
    comment: renderComment(report, context),
    summary: summaryText((characters) => renderComment(report, context, characters)),
    file: renderComment(report, context, Number.POSITIVE_INFINITY),
    cut: renderComment(report, context, LITTLE_ROOM),
  };
}

const LITTLE_ROOM = 12_000;

/** Two files whose names are this text too; the second one has a few of the changes. */
async function reportOf(text: string): Promise<Report> {
  return (await compared(text)).report;
}

/** The same as a page. */
export async function pageOf(text: string): Promise<string> {
  const { report, excerpts } = await compared(text);
  return reportPage(report, excerpts, contextOf(text, report));
}

async function compared(text: string): Promise<{ report: Report; excerpts: Excerpts }> {
  const { base, head } = documentOf(text);
  const uri = `${text.slice(0, LONGEST_FILE_NAME)}.json`;
  const read = (content: string) => readDocumentSet(uri, async () => content);
  const versions = { base: await read(base), head: await read(head) };
  const report = await diff(versions.base, versions.head, { now: new Date('2026-01-01T00:00:00Z') });
  const excerpts = new Excerpts();
  for (const name of [`specs/a${text}.json`, `specs/b${text}.json`]) {
    excerpts.take(report.changes, versions, name);
  }
  const few = report.changes.slice(0, 3);
  const both = combineReports(text, text, [
    { name: `specs/a${text}.json`, report },
    { name: `specs/b${text}.json`, report: { ...report, changes: few, summary: summarise(few) } },
  ]);
  return { report: both, excerpts };
}

/** Git takes no longer names. */
const LONGEST_FILE_NAME = 4_096;

function contextOf(text: string, { documents = [] }: Report): ReportContext {
  return {
    compared: {
      serverUrl: 'https://github.example',
      repository: { owner: 'acme', repo: 'shop' },
      base: '1'.repeat(40),
      head: '2'.repeat(40),
      pullRequest: 7,
    },
    names: new Map(documents.map(({ name }, index) => [name, `${index}${text}`])),
    documentWord: 'API group',
    notes: (['renamed', 'unreadable', 'not-compared', 'manifest', 'exceptions'] as const).map((kind) => ({
      kind,
      about: text,
      text,
    })),
    override: { label: text, setBy: text, setAt: new Date(0) },
    accept: { file: text, label: text, fromHead: false },
    failOn: 'error',
    reportUrl: 'https://github.example/acme/shop/actions/runs/1',
    pageUrl: 'https://acme.example/reports/1/report.html',
  };
}
