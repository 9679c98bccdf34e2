import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Environment, Screen } from './terminal/screen.ts';

/** The edges of the command: all that it reads from and writes to besides files and the network. */
export interface Shell {
  readonly env: Environment;
  readonly workingDirectory: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Results. */
  readonly out: Screen;
  /** Progress, verdicts and errors. */
  readonly err: Screen;
  readonly now: () => Date;
  /**
   * From here on, Ctrl-C and SIGTERM abort this signal, with an {@link Interruption} as its
   * reason, instead of ending the process: for commands that must tidy up. The second time
   * ends the process all the same.
   */
  untilInterrupted(): AbortSignal;
  /** Of this package. */
  readonly version: string;
}

/** The user, or the system, wants the command to stop. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly exitCode: ExitCode;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(signal === 'SIGINT' ? 'Stopped by Ctrl-C.' : 'Stopped by SIGTERM.');
    this.exitCode = signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
  }
}
