import type { ExitCode } from '../../exit-codes.ts';
import { writeWhole } from '../../files.ts';
import type { Shell } from '../../shell.ts';
import type { SourceFlags } from '../source-options.ts';
import type { TextFlags } from '../text-options.ts';
import { compareNamed } from './compare-named.ts';
import type { DiffFlags } from './flags.ts';
import { renderReport } from './render.ts';
import { tellOutcome } from './tell-outcome.ts';

/**
 * Compares two sides and writes the report. Gives `found` when it fails by `--fail-on`.
 * @throws CommandError, or an error of the engine, when no report could be made
 */
export async function runDiff(
  base: string,
  head: string,
  flags: DiffFlags,
  shell: Shell,
  source: SourceFlags & TextFlags = {},
): Promise<ExitCode> {
  const comparison = await compareNamed(base, head, flags, shell, { source });
  const text = renderReport(comparison.report, {
    format: flags.json === true ? 'json' : flags.format,
    failOnWarning: flags.failOn === 'warning',
    version: shell.version,
    screen: flags.output === undefined ? shell.out : null,
  });
  if (flags.output === undefined) shell.out.write(text);
  else await writeWhole(flags.output, text, shell.workingDirectory);
  return tellOutcome(comparison, flags, shell);
}
