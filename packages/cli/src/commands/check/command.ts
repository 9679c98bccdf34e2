import { Command } from 'commander';
import { EXIT } from '../../exit-codes.ts';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';
import { type DiffFlags, withPolicyOptions, withReportOptions } from '../diff/flags.ts';
import { type SourceFlags, wholeDays, withSourceOptions } from '../source-options.ts';
import { type TextFlags, withTextOptions } from '../text-options.ts';

interface CheckFlags extends Omit<DiffFlags, 'group'>, SourceFlags, TextFlags {
  /** In days. */
  readonly maxAge?: number;
}

const HELP = `
The snapshot is a folder, or a folder in a git revision, such as main:specs. Nothing is written.
Give --redact, --strip-examples and --extract-components as the snapshot was taken with them.

Examples:
  $ XANO_ACCESS_TOKEN=... xano-specs check
  $ xano-specs check main:specs --workspace 'Book*'
  $ xano-specs check --format markdown --output report.md
  $ xano-specs check --max-age 30

Exit codes: 0 nothing that fails, 1 something does (--fail-on, --max-age) or could not be had from
Xano, 2 no report could be made. The verdict in one line always ends standard error.
`;

/** The command `check`. */
export function checkCommand(shell: Shell, end: End): Command {
  const command = new Command('check')
    .summary('whether Xano is still what the snapshot says, and what breaks')
    .description(
      'Compares a snapshot with Xano as it is now: what has changed since, and what of it breaks. The same as diff SNAPSHOT live, for a part of the account if wanted.',
    )
    .argument('[snapshot]', 'the folder of the snapshot, or REV:path', 'specs')
    .option('--max-age <days>', 'fail when git says that it was last changed before so many days', wholeDays);
  return withPolicyOptions(withReportOptions(withTextOptions(withSourceOptions(command))))
    .addHelpText('after', HELP)
    .action(async (snapshot: string, flags: CheckFlags) => {
      const { snapshotAge, tellAge } = await import('./age.ts');
      const { runDiff } = await import('../diff/run.ts');
      const age = flags.maxAge === undefined ? null : await snapshotAge(snapshot, flags.maxAge, shell);
      const compared = await runDiff(snapshot, 'live', { ...flags, group: true }, shell, flags);
      if (age !== null) tellAge(age, shell);
      end(age?.isTooOld === true && compared === EXIT.ok ? EXIT.found : compared);
    });
}
