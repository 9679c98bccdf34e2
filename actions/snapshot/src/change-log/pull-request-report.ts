import { type DocumentChange, whatHappened } from '@xano-specs/core';
import {
  type Comparison,
  codeSpan,
  combineReports,
  inline,
  type MarkdownLinks,
  type NamedReport,
  type Report,
  renderMarkdown,
} from '@xano-specs/openapi-diff';
import { namesOf, spansInstances } from '../groups.ts';

/** How a report for a pull request is written. */
export interface PullRequestReportOptions {
  /** The most characters that it may have. */
  readonly budget: number;
  /** Where its words lead to. Files are named as the snapshot's folder has them. */
  readonly links?: MarkdownLinks;
  /** Markdown that comes last and is never cut. */
  readonly footer?: string;
}

/** API groups whose version, or whose failed comparison, stands above the report; the rest is counted. */
const LISTED_GROUPS = 30;

/** The longest name and reason in that list. */
const LONGEST_NAME = 120;
const LONGEST_REASON = 300;

/**
 * What a snapshot changes, as markdown for the body of a pull request: the verdict, the
 * version of each API group, every breaking change, and the rest folded. Whatever comes from
 * documents is text and nothing else. What doesn't fit into the budget is counted.
 * @param documents those that the snapshot changes
 * @param comparisons what came of comparing them, by key
 */
export function pullRequestReport(
  documents: readonly DocumentChange[],
  comparisons: ReadonlyMap<string, Comparison>,
  options: PullRequestReportOptions,
): string {
  const names = namesByKey(documents);
  const nameOf = ({ key }: DocumentChange) => names.get(key) ?? key;
  const report = combineReports(
    'before',
    'after',
    documents.map((document) => namedReport(document, nameOf(document), comparisons)),
  );
  return renderMarkdown(report, {
    budget: options.budget,
    documentWord: 'API group',
    lead: leadOf(documents, nameOf, comparisons),
    ...(options.links === undefined ? {} : { links: options.links }),
    ...(options.footer === undefined ? {} : { footer: options.footer }),
  }).trimEnd();
}

/** What each group is called. Two of one name keep their paths beside it. */
function namesByKey(documents: readonly DocumentChange[]): ReadonlyMap<string, string> {
  const withInstance = spansInstances(documents.map(({ group }) => group));
  const plain = documents.map((document) => ({
    document,
    name: namesOf(document.group, withInstance).join(' / '),
  }));
  const counts = new Map<string, number>();
  for (const { name } of plain) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    plain.map(({ document, name }) => {
      const isTwice = (counts.get(name) ?? 0) > 1;
      return [document.key, isTwice ? `${name} (${document.path ?? document.previousPath ?? ''})` : name];
    }),
  );
}

function namedReport(
  { key, status, path, previousPath }: DocumentChange,
  name: string,
  comparisons: ReadonlyMap<string, Comparison>,
): NamedReport {
  const comparison = comparisons.get(key);
  const report: Report =
    comparison === undefined || typeof comparison === 'string'
      ? combineReports(previousPath ?? '', path ?? '', [])
      : comparison;
  if (status === 'added') return { name, report, only: 'head' };
  return status === 'removed' ? { name, report, only: 'base' } : { name, report };
}

function leadOf(
  documents: readonly DocumentChange[],
  nameOf: (document: DocumentChange) => string,
  comparisons: ReadonlyMap<string, Comparison>,
): string {
  const shown = documents.slice(0, LISTED_GROUPS).map((document) => {
    const comparison = comparisons.get(document.key);
    const why = typeof comparison === 'string' ? `, not compared: ${inline(comparison, LONGEST_REASON)}` : '';
    return `- ${codeSpan(nameOf(document), LONGEST_NAME)} ${whatHappened(document, (path) => codeSpan(path))}${why}`;
  });
  const more = documents.length - shown.length;
  return [...shown, ...(more > 0 ? [`- and ${more.toLocaleString('en-US')} more`] : [])].join('\n');
}
