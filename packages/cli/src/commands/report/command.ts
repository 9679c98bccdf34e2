import { Command } from 'commander';
import { notEmpty } from '../../not-empty.ts';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';
import { withGateOptions, withPolicyOptions } from '../diff/flags.ts';
import type { ReportFlags } from './run.ts';

const HELP = `
BASE (before) and HEAD (after) are named as for diff: a file, a folder, REV:path, -, or live as HEAD.

The page is one file that opens from disk and asks for nothing: what breaks and why, with the
schemas before and after. It can be searched and filtered, and each change has an address of its
own, which ends with # and its fingerprint.

Examples:
  $ xano-specs report old.json new.json
  $ xano-specs report main:specs specs --out changes.html
  $ xano-specs report v1.0:api.yaml api.yaml --fail-on none

Exit codes: 0 nothing that fails, 1 something does (--fail-on), 2 no report could be made.
`;

/** The command `report`. */
export function reportCommand(shell: Shell, end: End): Command {
  const command = new Command('report')
    .summary('the same as a page to look at')
    .description('Compares as diff does, and writes what changed as a page.')
    .argument('<base>', 'before: a file, a folder, REV:path or -')
    .argument('<head>', 'after: the same, or live')
    .option('--out <file>', 'where the page is written', notEmpty, 'report.html')
    .option('--no-group', 'one entry for each place, instead of one for each cause');
  return withPolicyOptions(withGateOptions(command))
    .addHelpText('after', HELP)
    .action(async (base: string, head: string, flags: ReportFlags) => {
      const { runReport } = await import('./run.ts');
      end(await runReport(base, head, flags, shell));
    });
}
