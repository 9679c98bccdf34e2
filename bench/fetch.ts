/**
 * What fetching costs, as ratios within one run: time against what latency and concurrency
 * allow, memory of many documents against that of few, and time on a limited instance
 * against what the limit itself imposes.
 *
 * usage: npm run bench -- fetch [--only time|memory|limited] [--runs 3]
 */
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONCURRENCY, CONCURRENCY_PER_ORIGIN } from './fetch-bare.ts';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, runs: { type: 'string', default: '3' } },
});

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

interface Size {
  readonly instances: number;
  readonly workspaces: number;
  readonly groups: number;
  readonly bytes: number;
  readonly latencyMs: number;
  readonly limited?: boolean;
}

interface Run {
  readonly documents: number;
  readonly requests: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

const MANY: Size = { instances: 50, workspaces: 4, groups: 5, bytes: 300_000, latencyMs: 20 };
const FEW: Size = { ...MANY, instances: 5 };
const LIMITED: Size = { instances: 1, workspaces: 1, groups: 30, bytes: 3000, latencyMs: 20, limited: true };

/** What the free plan allows. */
const FREE_PLAN = { requests: 10, windowMs: 20_000 };

const broken: string[] = [];

function hold(what: string, value: number, yardstick: number, limit: number, unit: string): void {
  const ratio = value / yardstick;
  const verdict = ratio <= limit ? 'holds' : 'broken';
  if (ratio > limit) broken.push(what);
  const figures = `${value.toFixed(0)} ${unit} against ${yardstick.toFixed(0)} ${unit}`;
  console.log(`${what}: ${ratio.toFixed(2)}× (${figures}; at most ${limit}×: ${verdict})`);
}

async function withServer<T>(size: Size, work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const { instances, workspaces, groups, bytes, latencyMs, limited = false } = size;
  const sizes = [instances, workspaces, groups, bytes, latencyMs, limited ? 1 : 0].map(String);
  const server = fork(here('fetch-server.ts'), sizes);
  try {
    const { masterUrl, accessToken } = await new Promise<{ masterUrl: string; accessToken: string }>(
      (resolve, reject) => {
        server.once('message', resolve);
        server.once('exit', (code) => reject(new Error(`The fake ended with ${code}.`)));
      },
    );
    return await work({ XANO_MASTER_URL: masterUrl, XANO_ACCESS_TOKEN: accessToken });
  } finally {
    server.removeAllListeners('exit');
    server.disconnect();
  }
}

function run(mode: 'fetch' | 'bare' | 'snapshot' | 'warm', env: NodeJS.ProcessEnv): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-fetch-'));
  const client = spawn(process.execPath, [here('fetch-client.ts'), mode, folder], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  client.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    client.once('close', (code) => {
      rmSync(folder, { recursive: true, force: true });
      if (code === 0) resolve(JSON.parse(output) as Run);
      else reject(new Error(`The client ended with ${code}.`));
    });
  });
}

/** The time of a run in which every request takes its latency and nothing else takes any. */
function bound(size: Size): number {
  const perInstance = 1 + size.workspaces * (2 + size.groups);
  const requests = 1 + size.instances * perInstance;
  const rounds = Math.max(requests / CONCURRENCY, perInstance / CONCURRENCY_PER_ORIGIN);
  return rounds * size.latencyMs;
}

/** The run that was disturbed least by what else the machine does. */
function quickest(runs: readonly Run[]): Run {
  return runs.reduce((best, next) => (next.ms < best.ms ? next : best));
}

if (options.only === undefined || options.only === 'time') {
  const [ours, bare] = await withServer(MANY, async (env) => {
    const runs: { fetch: Run[]; bare: Run[] } = { fetch: [], bare: [] };
    for (let round = 0; round < Number(options.runs); round += 1) {
      for (const mode of ['fetch', 'bare'] as const) runs[mode].push(await run(mode, env));
    }
    return [quickest(runs.fetch), quickest(runs.bare)];
  });
  const { ms, cpuMs, documents, requests } = ours;
  console.log(
    `${documents} documents in ${requests} requests, ${CONCURRENCY} at a time, ${cpuMs.toFixed(0)} ms of processor time`,
  );
  hold('time of a walk against the sum of the latencies', ms, bound(MANY), 1.3, 'ms');
  hold('time of a walk against the same requests, bare', ms, bare.ms, 1.3, 'ms');
}
if (options.only === undefined || options.only === 'memory') {
  const peaks = async (mode: 'warm' | 'snapshot') => ({
    few: (await withServer(FEW, (env) => run(mode, env))).peakMb,
    many: (await withServer(MANY, (env) => run(mode, env))).peakMb,
  });
  const warm = await peaks('warm');
  hold('peak memory of 1,000 documents against 100, V8 warmed up', warm.many, warm.few, 1.5, 'MB');
  const cold = await peaks('snapshot');
  hold('peak memory of 1,000 documents against 100, each in a new process', cold.many, cold.few, 1.5, 'MB');
}
if (options.only === undefined || options.only === 'limited') {
  const { ms, requests, documents } = await withServer(LIMITED, (env) => run('fetch', env));
  const atInstance = requests - 1;
  const imposed = Math.floor((atInstance - 1) / FREE_PLAN.requests) * FREE_PLAN.windowMs;
  console.log(`${documents} documents of a limited instance in ${atInstance} requests`);
  hold('time on a limited instance', ms, imposed, 1.2, 'ms');
}
if (broken.length > 0) process.exitCode = 1;
