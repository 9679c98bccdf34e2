import {
  COMMENT_LIMIT,
  codeSpan,
  link,
  type MarkdownLinks,
  type Report,
  type ReportDocument,
  renderMarkdown,
} from '@xano-specs/openapi-diff';
import type { Compared, Note, ReportContext } from './context.ts';
import { entriesToAccept } from './entries.ts';
import { commitUrl, linksOf } from './links.ts';
import { withNames } from './named-report.ts';
import { pageAddresses } from './page-addresses.ts';
import {
  failsByWarnings,
  isNothing,
  NOTHING_COMPARED,
  shortOid,
  unreadableWords,
  WARNINGS_FAIL,
} from './words.ts';

/** Notes that are shown; the rest is counted. */
const SHOWN_NOTES = 12;

/**
 * A report as the body of a comment: the verdict, what overrules it, a table of the API groups,
 * each breaking change, the rest folded, and what was compared. It never has more characters
 * than `budget`, and nothing in it that comes from a document is more than text.
 * @param budget the most characters; those that GitHub takes unless given
 */
export function renderComment(report: Report, context: ReportContext, budget = COMMENT_LIMIT): string {
  const { compared, names, documentWord, reportUrl, pageUrl } = context;
  const named = withNames(report, names);
  const unreadable = unreadableWords(context);
  const only = unreadable === null ? onlyChanged(named) : null;
  const where = only === null ? '' : ` in ${codeSpan(only.name)}`;
  const text = renderMarkdown(only === null ? named : withoutTable(named), {
    budget: budget - where.length,
    documentWord,
    links: namedLinks(report, named, {
      ...linksOf(compared, pageUrl ?? reportUrl),
      ...pageLinks(named, pageUrl),
    }),
    lead: leadOf(report, context),
    footer: footerOf(report, context),
  });
  return titled(text, report, context)
    .replace(TITLE, (title) => `${title}${where}`)
    .trimEnd();
}

/** The engine's verdict is about breaking changes; another one stands there where something else counts more. */
function titled(text: string, report: Report, context: ReportContext): string {
  if (isNothing(context)) return text.replace(CLEAN_TITLE, `### ${NOTHING_COMPARED}`);
  const unreadable = unreadableWords(context);
  if (unreadable !== null && report.summary.error === 0) {
    return text.replace(CLEAN_TITLE, `### ✗ ${unreadable}`);
  }
  return failsByWarnings(report, context) ? text.replace(CLEAN_BUT, '### ✗ ') : text;
}

/** The one document that changed, when it breaks nobody: the verdict names it then, in place of a table. */
function onlyChanged({ documents = [], summary }: Report): ReportDocument | null {
  const [first, ...others] = documents.filter(({ status }) => status !== 'same');
  const isOnly = first?.status === 'changed' && others.length === 0 && summary.info > 0;
  return isOnly && summary.error + summary.warning === 0 ? first : null;
}

function withoutTable(report: Report): Report {
  return {
    ...report,
    documents: (report.documents ?? []).map((document) => ({ ...document, status: 'same' as const })),
  };
}

/** The first line of the text. */
const TITLE = /^.*/;

/** What the engine's verdict begins with where nothing that could be compared breaks. */
const CLEAN_TITLE = /^### ✓ No breaking change/;
const CLEAN_BUT = /^### ✓ No breaking change · /;

/** A document's link goes by its path, whatever it is called here. */
function namedLinks(report: Report, named: Report, links: MarkdownLinks): MarkdownLinks {
  const paths = new Map(
    named.documents?.map(({ name }, index) => [name, report.documents?.[index]?.name ?? name]),
  );
  return { ...links, document: (name) => links.document?.(paths.get(name) ?? name) ?? null };
}

/** Each change leads to its place in the report's page. */
function pageLinks(report: Report, pageUrl: string | null): MarkdownLinks {
  if (pageUrl === null) return {};
  const addresses = pageAddresses(report, pageUrl);
  const urls = new Map(report.changes.map((change, index) => [change, addresses[index]]));
  return { change: (change) => urls.get(change) ?? null };
}

function leadOf(report: Report, context: ReportContext): string {
  const { override, notes } = context;
  const shown = notes.slice(0, SHOWN_NOTES).map(noteLine);
  const more = notes.length - shown.length;
  return [
    ...(override === null ? [] : [overrideLine(override), '']),
    ...(failsByWarnings(report, context) ? [`${WARNINGS_FAIL.replace('w', 'W')}.`, ''] : []),
    ...shown,
    ...(more > 0 ? [`- and ${more.toLocaleString('en-US')} more`] : []),
  ]
    .join('\n')
    .trimEnd();
}

function overrideLine({ label, setBy, setAt }: NonNullable<ReportContext['override']>): string {
  const who = setBy === null ? 'is set' : `was set by ${codeSpan(setBy)}`;
  const when = setAt === null ? '' : ` on ${minuteOf(setAt)}`;
  return `The label ${codeSpan(label)} ${who}${when}, so these changes do not fail the check. It counts for later commits too, until it is taken off.`;
}

/** "2026-11-25 at 14:03 UTC" */
function minuteOf(moment: Date): string {
  const text = moment.toISOString();
  return `${text.slice(0, 10)} at ${text.slice(11, 16)} UTC`;
}

function noteLine({ kind, about, text }: Note): string {
  const words = {
    nothing: 'No document',
    renamed: 'Renamed',
    unreadable: 'Not readable',
    'not-compared': 'Not compared',
    manifest: 'Manifest',
    exceptions: 'Exceptions',
  };
  const of = about === null ? '' : ` ${codeSpan(about)}`;
  return `- **${words[kind]}**${of}: ${codeSpan(text, LONGEST_NOTE)}`;
}

/** The longest sentence of a note. */
const LONGEST_NOTE = 500;

function footerOf(report: Report, context: ReportContext): string {
  const { compared, accept, reportUrl, pageUrl } = context;
  const whole = pageUrl ?? reportUrl;
  const parts = [
    comparedWords(compared),
    ...(report.summary.error + report.summary.warning === 0 ? [] : acceptWords(accept)),
    ...(whole === null ? [] : [link('full report', whole)]),
  ];
  return [entriesToAccept(report, context), `<sub>${parts.join(' · ')}</sub>`]
    .filter((part) => part !== '')
    .join('\n\n');
}

function comparedWords(compared: Compared): string {
  const commit = (oid: string) => `[\`${shortOid(oid)}\`](${commitUrl(compared, oid)})`;
  if (compared.head === null)
    return `Compared the snapshot of ${commit(compared.base)} with Xano as it is now`;
  return `Compared ${commit(compared.base)} with ${commit(compared.head)}`;
}

function acceptWords({ file, label }: ReportContext['accept']): string[] {
  const ways = [
    ...(file === null ? [] : [`add its fingerprint to ${codeSpan(file)}`]),
    ...(label === null ? [] : [`set the label ${codeSpan(label)}`]),
  ];
  return ways.length === 0 ? [] : [`to accept a change, ${ways.join(' or ')}`];
}
