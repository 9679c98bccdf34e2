import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** A git command that did not end well; `stderr` is what it said. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly stderr: string;

  constructor(args: readonly string[], stderr: string) {
    super(`git ${args[0]} failed: ${stderr.trim()}`);
    this.stderr = stderr;
  }
}

/**
 * Runs git in a folder, with nobody's settings, and gives back what it printed.
 * @throws GitError when git ends with another status than 0.
 */
export function runGit(
  cwd: string,
  args: readonly string[],
  input: readonly Uint8Array[] = [],
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const git = spawn('git', args, {
      cwd,
      env: {
        PATH: process.env.PATH,
        HOME: cwd,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    git.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // Git may end before it has read everything; its exit status then says why.
    git.stdin.on('error', () => {});
    git.on('error', reject);
    git.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(out));
      else reject(new GitError(args, Buffer.concat(err).toString('utf8')));
    });
    for (const part of input) git.stdin.write(part);
    git.stdin.end();
  });
}
