import type {
  Change,
  Level,
  Report,
  ReportDocument,
  ReportedException,
  ReportOperation,
} from '../report/report.ts';
import { operationsOf } from '../report/summary.ts';
import { cell, codeSpan, inline, jsonBlock, link } from './markdown-text.ts';
import { count, counts, fileOf, headline, operationName, shownPlaces } from './words.ts';

/** Where the words of a report lead to; what is null or left out is no link. */
export interface MarkdownLinks {
  /** A line of a file, on the side where it stands. */
  readonly place?: (file: string, side: 'base' | 'head', line: number) => string | null;
  /** The page of a check. */
  readonly check?: (id: string) => string | null;
  /** One change within a report that people can open; its fingerprint leads there. */
  readonly change?: (change: Change) => string | null;
  /** What shows one document's changes. */
  readonly document?: (name: string) => string | null;
  /** The whole report, for what had to be left out here. */
  readonly report?: string | null;
}

/** How a report is written as markdown. */
export interface MarkdownOptions {
  /** The most characters that the text may have. */
  readonly budget?: number;
  readonly links?: MarkdownLinks;
  /** What a document is called in the table: "document", "API group". */
  readonly documentWord?: string;
  /** Markdown of the caller's own that stands below the verdict; it is never cut. */
  readonly lead?: string;
  /** Markdown of the caller's own that comes last; it is never cut. */
  readonly footer?: string;
}

/** The longest comment that GitHub takes, in characters. */
export const COMMENT_LIMIT = 65_536;

/** How long the parts of one change may become, in characters and in number. */
const LONGEST_MESSAGE = 1_500;
const LONGEST_WITNESS = 1_500;
const SHORT_WITNESS = 120;
const OPERATIONS_SHOWN = 3;
const OPERATIONS_FOLDED = 100;
const DOCUMENTS_SHOWN = 100;
const ACCEPTED_SHOWN = 10;
const ENTRIES_SHOWN = 5;

/** Kept free for the lines that say what was left out. */
const RESERVE = 600;

/**
 * The report as GitHub-flavoured markdown: the verdict, a table of the documents where there
 * are several, every breaking change, and the rest folded. It is cut between changes, the
 * least severe first, and says how many were left out. Text of documents stands in code
 * spans and fenced blocks alone, so that nothing in it becomes active.
 */
export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const links = options.links ?? {};
  const footer = options.footer === undefined ? '' : `\n${options.footer}\n`;
  const exceptions = exceptionsNote(report);
  const budget = (options.budget ?? COMMENT_LIMIT) - footer.length - exceptions.length - RESERVE;
  const page = new Page(budget);
  page.always(title(report, options));
  page.always(options.lead ?? '');
  page.always(documentsTable(report.documents ?? [], options, budget / 4));

  const errors = report.changes.filter(({ level }) => level === 'error');
  const shown = page.asManyAs(errors.map((change, index) => errorBlock(report, change, index + 1, links)));
  if (shown < errors.length)
    page.always(leftOut(count(errors.length - shown, 'more breaking change'), links));
  page.always(folded(report, links, page.left, shown < errors.length));
  page.always(exceptions);
  return `${page.text}${footer}`;
}

/** Text that grows while there is room. */
class Page {
  text = '';
  readonly #budget: number;

  constructor(budget: number) {
    this.#budget = budget;
  }

  get left(): number {
    return this.#budget - this.text.length;
  }

  always(block: string): void {
    if (block !== '') this.text += this.text === '' ? `${block}\n` : `\n${block}\n`;
  }

  /** Adds blocks from the first on while they fit, and gives back how many did. */
  asManyAs(blocks: readonly string[]): number {
    for (const [index, block] of blocks.entries()) {
      if (block.length + 2 > this.left) return index;
      this.always(block);
    }
    return blocks.length;
  }
}

function title(
  { summary, documents, changes }: Report,
  { documentWord = 'document' }: MarkdownOptions,
): string {
  const found = counts(summary, ' · ');
  if (summary.error === 0) {
    return `### ✓ No breaking change${found === '' ? '' : ` · ${found}`}`;
  }
  const broken = new Set(changes.filter(({ level }) => level === 'error').map(({ document }) => document));
  const where = documents === undefined ? '' : ` in ${count(broken.size, documentWord)}`;
  const [first = '', ...others] = found.split(' · ');
  return `### ✗ ${[first + where, ...others].join(' · ')}`;
}

function documentsTable(
  documents: readonly ReportDocument[],
  { documentWord = 'document', links = {} }: MarkdownOptions,
  longest: number,
): string {
  const changed = documents.filter(({ status }) => status !== 'same');
  if (changed.length === 0) return '';
  const ranked = [...changed].sort(
    (a, b) => b.summary.error - a.summary.error || b.summary.warning - a.summary.warning,
  );
  const lines = [`| ${documentWord} | breaking | warnings | safe changes | |`, '|---|---|---|---|---|'];
  let size = lines.join('\n').length;
  let shown = 0;
  for (const document of ranked.slice(0, DOCUMENTS_SHOWN)) {
    const line = documentRow(document, links);
    size += line.length + 1;
    if (size > longest) break;
    lines.push(line);
    shown += 1;
  }
  const rest = [
    ...(shown < ranked.length ? [`${ranked.length - shown} more changed`] : []),
    ...(changed.length < documents.length ? [`${documents.length - changed.length} without a change`] : []),
  ];
  return rest.length === 0 ? lines.join('\n') : `${lines.join('\n')}\n\n${rest.join(', ')}`;
}

function documentRow({ name, status, summary }: ReportDocument, links: MarkdownLinks): string {
  const number = (value: number) => (value === 0 ? '–' : String(value));
  const marks = { added: 'new', removed: 'gone', changed: '', same: '' };
  const more = links.document?.(name) ?? null;
  const cells = [
    codeSpan(name),
    summary.error === 0 ? '–' : `**${summary.error}**`,
    number(summary.warning),
    number(summary.info),
    [marks[status], more === null ? '' : link('what changed', more)]
      .filter((part) => part !== '')
      .join(' · '),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function errorBlock(report: Report, change: Change, number: number, links: MarkdownLinks): string {
  const { witness } = change;
  const operations = operationsOf(change);
  const blocks = [`**${number}. ${headlineOf(change)}**  \n${inline(change.message, LONGEST_MESSAGE)}`];
  if (witness !== null && JSON.stringify(witness.value).length > SHORT_WITNESS) {
    blocks.push(
      details(
        witness.cut ? `more of the ${witness.direction}` : `the whole ${witness.direction}`,
        jsonBlock(witness.value, LONGEST_WITNESS),
      ),
    );
  }
  const named = operations.length > 1 ? operations.slice(0, OPERATIONS_SHOWN) : [];
  blocks.push(
    [...named.map((one) => codeSpan(operationName(one))), ...references(report, change, links)].join(' · '),
  );
  const others = operations.slice(Math.max(1, named.length));
  if (others.length > 0) {
    blocks.push(details(count(others.length, 'more operation'), operationList(others)));
  }
  return blocks.join('\n\n');
}

function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

function headlineOf(change: Change): string {
  return inline(headline(change, (name) => codeSpan(name)));
}

function references(report: Report, change: Change, links: MarkdownLinks): string[] {
  return [
    ...placeReference(report, change, links),
    link(codeSpan(change.id), links.check?.(change.id)),
    link(codeSpan(change.fingerprint), links.change?.(change)),
  ];
}

/**
 * Where a change stands. Where places are linked and the new document is no file that a link
 * leads to, the old one is shown; and with neither, the document without a line of it.
 */
function placeReference(report: Report, change: Change, links: MarkdownLinks): string[] {
  const places = shownPlaces(change).map(({ side, place }) => {
    const file = fileOf(report, change, side, place);
    return { file, line: place.line, url: links.place?.(file, side, place.line) ?? null };
  });
  const [first] = places;
  if (first === undefined) return [];
  const linked = places.find(({ url }) => url !== null);
  if (linked !== undefined) return [link(codeSpan(`${linked.file}#L${linked.line}`), linked.url)];
  return [codeSpan(links.place === undefined ? `${first.file}#L${first.line}` : first.file)];
}

function operationList(operations: readonly ReportOperation[]): string {
  const names = operations.slice(0, OPERATIONS_FOLDED).map((one) => `- ${codeSpan(operationName(one))}`);
  const more = operations.length - names.length;
  return [...names, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

/** Warnings and safe changes as a folded list, as far as there is room. */
function folded(report: Report, links: MarkdownLinks, room: number, alreadyCut: boolean): string {
  const changes = report.changes.filter(({ level }) => level !== 'error');
  if (changes.length === 0) return '';
  const summary = counts({ ...report.summary, error: 0 }, ', ');
  const marks: Readonly<Record<Level, string>> = { error: '✗', warning: '!', info: '✓' };
  const items: string[] = [];
  let size = summary.length + 200;
  for (const change of alreadyCut ? [] : changes) {
    const item = `- ${marks[change.level]} ${[headlineOf(change), ...references(report, change, links)].join(' · ')}`;
    size += item.length + 1;
    if (size > room) break;
    items.push(item);
  }
  const more = changes.length - items.length;
  // An empty line between: else it would be read as a part of the last item.
  const parts = [items.join('\n'), more === 0 ? '' : leftOut(`${more.toLocaleString('en-US')} more`, links)];
  return details(summary, parts.filter((part) => part !== '').join('\n\n'));
}

function leftOut(what: string, { report }: MarkdownLinks): string {
  return report === undefined || report === null
    ? `…and ${what}, in the full report`
    : `…and ${what}: ${link('full report', report)}`;
}

/** What the exceptions file did: the changes that it accepts, folded, each with its reason; and what of it does nothing. */
function exceptionsNote({ exceptions }: Report): string {
  if (exceptions === undefined) return '';
  const { accepted, expired, unused } = exceptions;
  const items = accepted
    .slice(0, ACCEPTED_SHOWN)
    .map((change) => `- ${headlineOf(change)}: ${codeSpan(change.acceptedBy.reason)}`);
  const more = accepted.length - items.length;
  const fold = `${count(accepted.length, 'change')} accepted by the exceptions file`;
  return [
    accepted.length === 0
      ? ''
      : details(
          fold,
          [...items, ...(more > 0 ? [`- and ${more.toLocaleString('en-US')} more`] : [])].join('\n'),
        ),
    entryLines('have expired', expired),
    entryLines('meet no change', unused),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function entryLines(what: string, entries: readonly ReportedException[]): string {
  if (entries.length === 0) return '';
  const lines = entries.slice(0, ENTRIES_SHOWN).map(({ line }) => line);
  const more = entries.length - lines.length;
  const rest = more > 0 ? ` and ${more.toLocaleString('en-US')} more` : '';
  return `Entries of the exceptions file that ${what}: line ${lines.join(', ')}${rest}`;
}
