import type { Site } from '../../../contract/site.ts';
import { BOUNDS, Exhausted } from '../limits.ts';
import type { Failure } from '../shape.ts';

/** Takes the failures of a check; `at` is where the check stands in the whole value. */
export interface FailureReport {
  readonly at: readonly (string | number)[];
  add(failure: Failure): void;
}

/** The most failures of one value that are listed: what is shared in a value fails wherever it stands. */
const MOST_FAILURES = 100_000;

/**
 * A report that keeps all failures.
 *
 * Adding to it throws Exhausted where there are too many.
 */
export function collectFailures(): { readonly report: FailureReport; readonly failures: Failure[] } {
  const failures: Failure[] = [];
  const add = (failure: Failure) => {
    if (failures.length >= MOST_FAILURES) throw new Exhausted(BOUNDS.checks);
    failures.push(failure);
  };
  return { failures, report: { at: [], add } };
}

/** The same report a step further in. */
export function within(report: FailureReport | null, step: string | number): FailureReport | null {
  return report === null ? null : { at: [...report.at, step], add: (failure) => report.add(failure) };
}

/** Notes that a keyword failed here. */
export function fail(
  report: FailureReport | null,
  site: Site,
  keyword: string,
  about: { readonly name?: string; readonly matches?: number } = {},
): void {
  report?.add({ site, keyword, at: report.at, name: about.name ?? null, matches: about.matches ?? null });
}
