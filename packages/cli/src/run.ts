import { CommanderError } from 'commander';
import { tellError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { makeProgram } from './program.ts';
import { Interruption, type Shell } from './shell.ts';

/** Runs the command that the arguments name. Gives its exit code; whatever goes wrong has been told by then. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const program = makeProgram(shell, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has told of what it found itself; help and version are no trouble.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.trouble;
    if (error instanceof Interruption) {
      shell.err.write(`${error.message}\n`);
      return error.exitCode;
    }
    tellError(error, shell.err, args.includes('--debug'));
    return EXIT.trouble;
  }
}
