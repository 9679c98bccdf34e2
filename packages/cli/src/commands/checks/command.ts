import { Command } from 'commander';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';

/** What the options of `checks` give. */
export interface ChecksFlags {
  readonly json?: boolean;
}

const HELP = `
Examples:
  $ xano-specs checks
  $ xano-specs checks response-optional-property-removed
  $ xano-specs checks | grep enum

The ids are those of diff --level and of exceptions files.
`;

/** The command `checks`. */
export function checksCommand(shell: Shell, end: End): Command {
  return new Command('checks')
    .summary('list what diff looks for, or explain one check')
    .description('Lists every check of diff with its level, or explains one with its reason and an example.')
    .argument('[id]', 'the check to explain')
    .option('--json', 'print as JSON')
    .addHelpText('after', HELP)
    .action(async (id: string | undefined, flags: ChecksFlags) => {
      const { runChecks } = await import('./run.ts');
      end(await runChecks(id, flags, shell));
    });
}
