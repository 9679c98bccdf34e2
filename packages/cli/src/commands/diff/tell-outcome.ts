import { hasFailed, LEVELS, type Report, verdict } from '@xano-specs/openapi-diff';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Shell } from '../../shell.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { NamedComparison } from './compare-named.ts';
import type { PolicyFlags } from './flags.ts';
import { MANIFEST_FILE } from './manifest-file.ts';
import { paletteOf } from './render.ts';

/** Says on standard error what was left out, what is missing, and the verdict; gives how the command ends. */
export function tellOutcome(
  { report, leftOut, missing }: NamedComparison,
  { failOn }: PolicyFlags,
  shell: Shell,
): ExitCode {
  tellLeftOut(leftOut, shell);
  for (const line of missing) shell.err.write(`${shell.err.colours.red('✗')} ${safeLine(line)}\n`);
  tellVerdict(report, shell);
  return hasFailed(report.summary, failOn) || missing.length > 0 ? EXIT.found : EXIT.ok;
}

/** How many files that were left out are named. */
const NAMED = 3;

function tellLeftOut(paths: readonly string[], { err }: Shell): void {
  const unexpected = paths.filter((path) => path !== MANIFEST_FILE);
  if (unexpected.length === 0) return;
  const names = unexpected.slice(0, NAMED).map(safeLine).join(', ');
  const more = unexpected.length > NAMED ? ` and ${unexpected.length - NAMED} more` : '';
  err.write(err.colours.dim(`Left out, as no OpenAPI documents: ${names}${more}`));
  err.write('\n');
}

function tellVerdict(report: Report, { err }: Shell): void {
  const palette = paletteOf(err.colours);
  const worst = LEVELS.find((level) => report.summary[level] > 0) ?? 'info';
  err.write(`${palette.level(worst, palette.strong(safeLine(verdict(report))))}\n`);
}
