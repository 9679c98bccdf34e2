import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** How a git command ended that did not end well. `git fsck` says what is wrong in its output. */
interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A git command that did not end well; `stderr` is what it said. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly stderr: string;

  constructor(args: readonly string[], { status, signal, stdout, stderr }: Ended) {
    super(`git ${args[0]} failed (${signal ?? status}): ${stderr.trim() || stdout.trim()}`);
    this.stderr = stderr;
  }
}

/** Starts git in a folder, with nobody's settings. */
export function startGit(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  return spawn('git', args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
      ...env,
    },
  });
}

/**
 * Runs git in a folder, with nobody's settings, and gives back what it printed.
 * @throws GitError when git ends with another status than 0.
 */
export function runGit(
  cwd: string,
  args: readonly string[],
  input: readonly Uint8Array[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const git = startGit(cwd, args, env);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    git.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // Git may end before it has read everything; its exit status then says why.
    git.stdin.on('error', () => {});
    git.on('error', reject);
    git.on('close', (status, signal) => {
      if (status === 0) return resolve(Buffer.concat(out));
      const [stdout, stderr] = [out, err].map((parts) => Buffer.concat(parts).toString('utf8'));
      reject(new GitError(args, { status, signal, stdout: stdout ?? '', stderr: stderr ?? '' }));
    });
    for (const part of input) git.stdin.write(part);
    git.stdin.end();
  });
}
