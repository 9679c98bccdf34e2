import { append } from '../append.ts';
import type { Change, Report } from '../report/report.ts';
import { operationsOf } from '../report/summary.ts';
import { cut, oneLine } from './sanitize.ts';
import { fileOf, headline, operationName, shownPlace } from './words.ts';

/** The longest sentence that goes into a result. */
const LONGEST_MESSAGE = 10_000;

/** How a report is written as JUnit XML. */
export interface JUnitOptions {
  /** Whether warnings are failed tests too, as they are for `--fail-on warning`. */
  readonly failOnWarning?: boolean;
}

/**
 * The report as JUnit XML, for what shows test results: a suite for each document, a test for
 * each change, failed where it breaks. A document without changes is one passed test.
 */
export function renderJUnit(report: Report, options: JUnitOptions = {}): string {
  const suites = (report.documents ?? [{ name: undefined, base: report.base, head: report.head }]).map(
    ({ name, base, head }) => ({
      title: name ?? head ?? base ?? '',
      changes: report.changes.filter(({ document }) => document === name),
    }),
  );
  const failed = (change: Change) =>
    change.level === 'error' || (change.level === 'warning' && options.failOnWarning === true);
  const failures = (changes: readonly Change[]) => changes.filter(failed).length;
  const tests = (changes: readonly Change[]) => Math.max(1, changes.length);
  const total = suites.reduce((sum, { changes }) => sum + tests(changes), 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="xano-specs" tests="${total}" failures="${failures(report.changes)}">`,
  ];
  for (const { title, changes } of suites) {
    lines.push(
      `  <testsuite name="${xml(title)}" tests="${tests(changes)}" failures="${failures(changes)}">`,
    );
    if (changes.length === 0) lines.push(`    <testcase classname="${xml(title)}" name="no change"/>`);
    for (const change of changes) append(lines, testCase(report, change, title, failed(change)));
    lines.push('  </testsuite>');
  }
  lines.push('</testsuites>');
  return `${lines.join('\n')}\n`;
}

function testCase(report: Report, change: Change, title: string, failed: boolean): string[] {
  const name = headline(change, (operation) => operation);
  const open = `    <testcase classname="${xml(title)}" name="${xml(`${change.id}: ${name} [${change.fingerprint}]`)}"`;
  const text = xml(
    [change.message, ...details(report, change)].map((line) => cut(line, LONGEST_MESSAGE)).join('\n'),
  );
  const element = failed
    ? `      <failure type="${xml(change.id)}" message="${xml(change.cause)}">${text}</failure>`
    : `      <system-out>${text}</system-out>`;
  return [`${open}>`, element, '    </testcase>'];
}

function details(report: Report, change: Change): string[] {
  const shown = shownPlace(change);
  return [
    ...operationsOf(change).map(operationName),
    ...(shown === null
      ? []
      : [`${fileOf(report, change, shown.side, shown.place)}:${shown.place.line}:${shown.place.column}`]),
  ];
}

/** Text for XML 1.0, in an element or in quotes; its lines stay, what XML can't hold is shown as an escape. */
function xml(text: string): string {
  return text
    .split('\n')
    .map(oneLine)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
