/** The entry of the bundle: the process's own edges, handed to the command. */

import { tuneForOneComparison } from '@xano-specs/core/process';
import manifest from '../package.json' with { type: 'json' };
import { CommandError } from './errors.ts';
import { run } from './run.ts';
import { Interruption, type Shell } from './shell.ts';
import { screenOn } from './terminal/screen.ts';

const shell: Shell = {
  env: process.env,
  get workingDirectory() {
    return workingDirectory();
  },
  // Only touched when it is wanted: an open standard input would keep the process alive.
  get stdin() {
    return process.stdin;
  },
  out: screenOn(process.stdout, process.env),
  err: screenOn(process.stderr, process.env),
  now: () => new Date(),
  untilInterrupted,
  version: manifest.version,
};

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new CommandError(
      'FILE',
      'The folder that the command runs in is gone.',
      'Go to another folder.',
      cause,
    );
  }
}

function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new Interruption(signal)));
  }
  return controller.signal;
}

if (process.argv[2] === 'diff') tuneForOneComparison();
process.exitCode = await run(process.argv.slice(2), shell);
