import { Command } from 'commander';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';
import { type SourceFlags, withSourceOptions } from '../source-options.ts';

/** What the options of `doctor` give. */
export interface DoctorFlags extends SourceFlags {
  readonly json?: boolean;
}

const HELP = `
Examples:
  $ XANO_ACCESS_TOKEN=... xano-specs doctor
  $ xano-specs doctor --instance explore-instance

Exit codes: 0 all is well (warnings too), 1 something has to be mended, 2 it could not look.
`;

/** The command `doctor`. */
export function doctorCommand(shell: Shell, end: End): Command {
  const command = new Command('doctor')
    .summary('find out why a snapshot fails, or will')
    .description(
      'Walks the way from the credential to the documents a step at a time, and says what is wrong and how to mend it. It changes nothing.',
    )
    .option('--json', 'print each finding as a line of JSON');
  return withSourceOptions(command)
    .addHelpText('after', HELP)
    .action(async (flags: DoctorFlags) => {
      const { runDoctor } = await import('./run.ts');
      end(await runDoctor(flags, shell));
    });
}
