import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  EXCEPTIONS_PATH,
  type Exception,
  hasFailed,
  LEVELS,
  parseExceptions,
  type Report,
  verdict,
} from '@xano-specs/openapi-diff';
import { CommandError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { readText, writeWhole } from '../../files.ts';
import type { Shell } from '../../shell.ts';
import type { LiveSide } from '../../sides/live-side.ts';
import { openSide } from '../../sides/open-side.ts';
import type { Side } from '../../sides/side.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { SourceFlags } from '../source-options.ts';
import { type Comparison, compareSides } from './compare.ts';
import { type DiffFlags, policySettingsOf } from './flags.ts';
import { MANIFEST_FILE } from './manifest-file.ts';
import { paletteOf, renderReport } from './render.ts';

/**
 * Compares two sides and writes the report. Gives `found` when it fails by `--fail-on`.
 * @throws CommandError, or an error of the engine, when no report could be made
 */
export async function runDiff(
  base: string,
  head: string,
  flags: DiffFlags,
  shell: Shell,
  source: SourceFlags = {},
): Promise<ExitCode> {
  if (base === LIVE) {
    throw new CommandError(
      'USAGE',
      'Xano as it is now can only be the second side, since it comes after the snapshot.',
      'Write xano-specs diff specs live; a file or folder of that name is ./live',
    );
  }
  if (base === '-' && head === '-') {
    throw new CommandError('USAGE', 'Both sides are standard input.', 'Give a file for one of them.');
  }
  const { report, leftOut, missing } = await compare(base, head, flags, shell, source);
  const format = flags.json === true ? 'json' : flags.format;
  const text = renderReport(report, {
    format,
    failOnWarning: flags.failOn === 'warning',
    version: shell.version,
    screen: flags.output === undefined ? shell.out : null,
  });
  if (flags.output === undefined) shell.out.write(text);
  else await writeWhole(flags.output, text, shell.workingDirectory);
  tellLeftOut(leftOut, shell);
  for (const line of missing) shell.err.write(`${shell.err.colours.red('✗')} ${safeLine(line)}\n`);
  tellVerdict(report, shell);
  return hasFailed(report.summary, flags.failOn) || missing.length > 0 ? EXIT.found : EXIT.ok;
}

/** How Xano as it is now is written; a folder of that name is `./live`. */
const LIVE = 'live';

async function compare(
  base: string,
  head: string,
  flags: DiffFlags,
  shell: Shell,
  source: SourceFlags,
): Promise<Comparison & { readonly missing: readonly string[] }> {
  const exceptions = await exceptionsOf(flags.exceptions, shell.workingDirectory);
  await using baseSide = await openSide(base, shell);
  const live = head === LIVE ? await openLive(baseSide, source, shell) : null;
  await using headSide = live?.side ?? (await openSide(head, shell));
  // Awaited here: the sides are closed when this function returns.
  const comparison = await compareSides(baseSide, headSide, {
    now: shell.now(),
    policy: policySettingsOf(flags),
    group: flags.group,
    ...(exceptions === null ? {} : { exceptions }),
  });
  return { ...comparison, missing: live?.missing ?? [] };
}

/** What asks Xano is loaded only when it is needed. */
async function openLive(snapshot: Side, source: SourceFlags, shell: Shell): Promise<LiveSide> {
  const { liveSide } = await import('../../sides/live-side.ts');
  return liveSide(snapshot, source, shell);
}

async function exceptionsOf(
  wanted: string | false | undefined,
  workingDirectory: string,
): Promise<Exception[] | null> {
  if (wanted === false) return null;
  if (typeof wanted === 'string') return parseExceptions(await readText(wanted, workingDirectory), wanted);
  const isThere = await access(resolve(workingDirectory, EXCEPTIONS_PATH)).then(
    () => true,
    () => false,
  );
  return isThere ? parseExceptions(await readText(EXCEPTIONS_PATH, workingDirectory)) : null;
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
