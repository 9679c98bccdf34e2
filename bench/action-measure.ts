/** Starts the fakes and runs the snapshot action's bundle, as the runner would, for the measurements. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type RanStep, runAction } from '@xano-specs/fake-github';

const ACTION = fileURLToPath(new URL('../actions/snapshot', import.meta.url));
const SERVERS = fileURLToPath(new URL('action-servers.ts', import.meta.url));

/** What a step took. */
export interface Measured {
  readonly ran: RanStep;
  readonly seconds: number;
  /** Largest resident set of the process. */
  readonly peakMb: number;
}

export interface Size {
  readonly instances: number;
  readonly workspaces: number;
  readonly groups: number;
  readonly bytes: number;
}

/** What main holds: `git fsck` was clean, and each commit but the first holds a whole snapshot. */
export interface Repository {
  readonly commits: number;
  /** In the last commit. */
  readonly documents: number;
}

export interface Bench extends Disposable {
  step(inputs: Readonly<Record<string, string>>): Promise<Measured>;
  /** Changes every document in Xano. */
  edit(): Promise<void>;
  repository(): Promise<Repository>;
}

export async function startBench({ instances, workspaces, groups, bytes }: Size): Promise<Bench> {
  const xano = fork(SERVERS, ['xano', ...[instances, workspaces, groups, bytes].map(String)]);
  const github = fork(SERVERS, ['github']);
  const [account, repository] = await Promise.all([
    told<{ masterUrl: string; accessToken: string }>(xano),
    told<{ apiUrl: string; graphqlUrl: string; serverUrl: string; token: string }>(github),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'bench-action-'));
  const hook = join(folder, 'peak.mjs');
  const peak = join(folder, 'peak');
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));\n`,
  );
  return {
    step: async (inputs) => {
      const started = performance.now();
      const ran = await runAction(
        {
          action: ACTION,
          inputs: {
            'xano-access-token': account.accessToken,
            'master-url': account.masterUrl,
            ...inputs,
          },
          githubToken: repository.token,
          event: { name: 'schedule', payload: {} },
          env: {
            GITHUB_API_URL: repository.apiUrl,
            GITHUB_GRAPHQL_URL: repository.graphqlUrl,
            GITHUB_SERVER_URL: repository.serverUrl,
            GITHUB_REPOSITORY: 'acme/shop',
            NODE_OPTIONS: `--import=${pathToFileURL(hook).href}`,
          },
        },
        async (seen) => seen,
      );
      const seconds = (performance.now() - started) / 1000;
      return { ran, seconds, peakMb: Number(readFileSync(peak, 'utf8')) / 1024 };
    },
    edit: async () => {
      await told(xano, 'edit');
    },
    repository: () => told<Repository>(github, 'repository'),
    [Symbol.dispose]: () => {
      for (const server of [xano, github]) {
        server.removeAllListeners('exit');
        server.disconnect();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function told<T>(server: ChildProcess, ask?: string): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once('message', (message) => resolve(message as T));
    server.once('exit', (code) => reject(new Error(`A fake ended with ${code}.`)));
    if (ask !== undefined) server.send(ask);
  });
}
