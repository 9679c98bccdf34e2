import { spawn } from 'node:child_process';

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a bundle with Node in an environment of its own, in the folder of the job. */
export function start(bundle: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, [bundle], { env, cwd: env.GITHUB_WORKSPACE });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}
