import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The published command. */
export const COMMAND = join(import.meta.dirname, '..', '..', 'bin', 'xano-specs.js');

/** How the command is run. */
export interface RunOptions {
  readonly cwd: string;
  /** On top of a PATH and a HOME; nothing else of the test's environment gets in. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Told of the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** What came of a run. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a process of its own, without a terminal. */
export function xanoSpecs(args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd: options.cwd,
      env: { PATH: process.env.PATH ?? '', HOME: options.cwd, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
      });
    }
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, ...texts }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    options.onStart?.(child);
  });
}
