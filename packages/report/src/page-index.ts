import type { Report, ReportOperation } from '@xano-specs/openapi-diff';
import { anchorsOf } from './anchors.ts';
import { cut } from './cut.ts';
import { httpUrl } from './http-url.ts';
import { CAUSE_LENGTH, NAME_LENGTH } from './limits.ts';
import { pageChanges } from './page-changes.ts';
import { PAGE_LEVELS, type PageChange, type PageCheck, type PageGroup, type PageIndex } from './page-data.ts';
import type { ReportPage } from './report-page.ts';

/** All that the list of changes and the head of the page need. */
export function pageIndex(page: ReportPage): PageIndex {
  const { report, names, sides, subject } = page;
  const operations = new Numbered<string>();
  const checks = new Numbered<string>();
  const anchors = anchorsOf(report);
  const groups = new Map((report.documents ?? []).map(({ name }, index) => [name, index]));
  const changes = pageChanges(report).map((change, index): PageChange => {
    const level = index < report.changes.length ? change.level : 'accepted';
    const touched = new Set(
      change.places.flatMap(({ operation }) =>
        operation === null ? [] : [operations.of(cut(operationName(operation), NAME_LENGTH))],
      ),
    );
    return [
      PAGE_LEVELS.indexOf(level),
      cut(change.cause, CAUSE_LENGTH),
      checks.of(change.id),
      anchors[index] ?? change.fingerprint,
      groups.get(change.document ?? '') ?? -1,
      [...touched],
    ];
  });
  return {
    base: cut(sides?.base ?? report.base, NAME_LENGTH),
    head: cut(sides?.head ?? report.head, NAME_LENGTH),
    subject: subject === undefined ? null : { text: subject.text, url: httpUrl(subject.url) },
    trail: page.trail ?? [],
    counts: report.summary,
    groups: (report.documents ?? []).map(({ name, status, summary }): PageGroup => {
      const shown = names?.get(name) ?? name;
      return { name: cut(shown, NAME_LENGTH), status, counts: summary };
    }),
    groupWord: page.groupWord ?? 'document',
    operations: operations.all,
    checks: checks.all.map((id): PageCheck => {
      const described = page.describe(id);
      return { id, meaning: described?.meaning ?? null, url: httpUrl(described?.url ?? null) };
    }),
    changes,
    notes: [...(page.notes ?? []), ...exceptionNotes(report)].map((note) => cut(note, CAUSE_LENGTH)),
  };
}

/** `GET /book`, "webhook paid": as every other form of the report names it. */
function operationName({ kind, method, path }: ReportOperation): string {
  return kind === undefined ? `${method} ${path}` : `${kind} ${path}`;
}

function exceptionNotes({ exceptions }: Report): string[] {
  if (exceptions === undefined) return [];
  return [
    ...exceptions.expired.map(
      ({ line, matches, expires }) =>
        `Line ${line} of the exceptions file (${matches}) expired${expires === null ? '' : ` on ${expires}`} and accepts nothing any more.`,
    ),
    ...exceptions.unused.map(
      ({ line, matches }) => `Line ${line} of the exceptions file (${matches}) matched nothing.`,
    ),
  ];
}

/** Values by number, so that each is written once. */
class Numbered<T> {
  readonly #numbers = new Map<T, number>();

  of(value: T): number {
    const known = this.#numbers.get(value) ?? this.#numbers.size;
    this.#numbers.set(value, known);
    return known;
  }

  get all(): readonly T[] {
    return [...this.#numbers.keys()];
  }
}
