import { Command } from 'commander';
import { checkCommand } from './commands/check/command.ts';
import { checksCommand } from './commands/checks/command.ts';
import { diffCommand } from './commands/diff/command.ts';
import { doctorCommand } from './commands/doctor/command.ts';
import { fakeCommand } from './commands/fake/command.ts';
import { reportCommand } from './commands/report/command.ts';
import { siteCommand } from './commands/site/command.ts';
import { snapshotCommand } from './commands/snapshot/command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Shell } from './shell.ts';
import { safeText } from './terminal/safe-text.ts';

/** Told how a command ended. */
export type End = (code: ExitCode) => void;

const COMMANDS = [
  snapshotCommand,
  doctorCommand,
  diffCommand,
  reportCommand,
  siteCommand,
  checkCommand,
  checksCommand,
  fakeCommand,
];

const HELP = `
Credentials come from the environment, never from an option:
  XANO_ACCESS_TOKEN         an access token of the Metadata API
  XANO_DEVELOPER_API_KEY    a key of the Developer API; give one of the two
  XANO_MASTER_URL           the master service, where it is not https://app.xano.com

Exit codes:
  0    done, and nothing to complain of
  1    done, and something was found: a breaking change, a document that could not be had, a problem
  2    not done, and nothing was changed; standard error says why and what to do
  130  stopped by Ctrl-C (143 by SIGTERM)

Try it without an account:
  $ xano-specs fake
`;

/** The whole command line, every command with its options and help. */
export function makeProgram(shell: Shell, end: End): Command {
  const program = new Command('xano-specs')
    .description('A history and a guard for the API contracts of Xano backends.')
    .version(shell.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help, or that of a command')
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('(add --help to see what there is, with examples)')
    .addHelpText('after', HELP);
  program
    .exitOverride()
    .configureHelp({ styleTitle: (title) => shell.out.colours.bold(title) })
    .configureOutput({
      writeOut: (text) => shell.out.write(text),
      writeErr: (text) => shell.err.write(text),
      outputError: (text, write) => write(toldError(text, shell.err.colours.red('✗'))),
      getOutHelpWidth: () => shell.out.columns,
      getErrHelpWidth: () => shell.err.columns,
      getOutHasColors: () => shell.out.colours.isColorSupported,
      getErrHasColors: () => shell.err.colours.isColorSupported,
    });
  for (const make of COMMANDS) {
    program.addCommand(
      make(shell, end).copyInheritedSettings(program).option('--debug', 'show the stacks of errors'),
    );
  }
  return program;
}

/** Commander's words in our form. The value of an unknown option may be a secret: it is not repeated. */
function toldError(text: string, mark: string): string {
  const safe = safeText(text).replace(/^(.*unknown option '-[^=']*)=.*'$/m, "$1'");
  return safe.replace(/^error: /, `${mark} `);
}
