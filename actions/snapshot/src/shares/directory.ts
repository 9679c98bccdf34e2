import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder through which the jobs hand on what they know, below the runner's temporary one unless it is named. */
export function sharesDirectory(asked: string, env: Environment): string {
  if (asked !== '') return resolve(env.GITHUB_WORKSPACE || process.cwd(), asked);
  return join(env.RUNNER_TEMP || tmpdir(), 'xano-specs-shares');
}
