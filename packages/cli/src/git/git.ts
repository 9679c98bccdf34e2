import { execFile } from 'node:child_process';
import { CommandError } from '../errors.ts';

/** The largest answer of git that is taken as one text: a list of a million files has less. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

/** Before every command: nothing of the repository's settings may start a program or page its output. */
export const GIT_OPTIONS = ['--no-pager', '--no-optional-locks', '-c', 'core.fsmonitor=false'] as const;

/** What git gave back. */
export interface GitAnswer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs git in a folder, without a shell, and gives what it answered, whatever its status.
 * @throws CommandError GIT when git can't be started
 */
export function git(folder: string, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [...GIT_OPTIONS, ...args],
      { cwd: folder, maxBuffer: MAX_ANSWER_BYTES, windowsHide: true, env: gitEnvironment() },
      (error, stdout, stderr) => {
        if (error === null) resolve({ status: 0, stdout, stderr });
        else if (typeof error.code === 'number') resolve({ status: error.code, stdout, stderr });
        else reject(notStarted(error));
      },
    );
  });
}

/** The environment of git: answers in English, and no question to a person. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
}

/** Why git could not be started. */
export function notStarted(cause: Error): CommandError {
  return new CommandError(
    'GIT',
    `git could not be started: ${cause.message}.`,
    'Install git, or compare files and folders instead of revisions.',
    cause,
  );
}
