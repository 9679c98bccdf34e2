/**
 * Measures the action on two versions of one document, against the engine alone.
 *
 * usage: node test/measure/action.ts OLD.json NEW.json   in the folder of the action
 *
 * Each is a process of its own, bundled and with V8 set up alike: the engine reads the two files and
 * compares them; the action is started as the runner starts it, and reads both through the fake of
 * GitHub's API. The processor's time is told beside the clock's: a run waits for GitHub, too.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runAction, startFakeGitHub } from '@xano-specs/fake-github';
import { pullRequest } from '../runner/payloads.ts';

const [oldFile, newFile] = process.argv.slice(2);
if (oldFile === undefined || newFile === undefined) {
  console.error('usage: node test/measure/action.ts OLD.json NEW.json');
  process.exit(2);
}

const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'measure-'));
const usage = join(folder, 'usage');

/** Written by the measured process when it ends: its greatest resident size in MB, its processor time in ms. */
const hook = join(folder, 'hook.mjs');
writeFileSync(
  hook,
  `import { appendFileSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const figures = [maxRSS / 1024, (userCPUTime + systemCPUTime) / 1000];
  appendFileSync(${JSON.stringify(usage)}, JSON.stringify(figures.map(Math.round)));
});`,
);

const inHouse = (path: string) => join(import.meta.dirname, '../../../..', path);
const source = join(folder, 'engine.ts');
const engine = join(folder, 'engine.mjs');
writeFileSync(
  source,
  `import { readFile } from 'node:fs/promises';
import { tuneForOneComparison } from ${JSON.stringify(inHouse('packages/core/src/process/index.ts'))};
import { diff, readPair } from ${JSON.stringify(inHouse('packages/openapi-diff/src/index.ts'))};
tuneForOneComparison();
const load = (uri) => readFile(uri, 'utf8');
const { base, head } = await readPair({ uri: ${JSON.stringify(oldFile)}, load }, { uri: ${JSON.stringify(newFile)}, load });
await diff(base, head, { now: new Date() });`,
);
execFileSync(process.execPath, [inHouse('scripts/bundle.ts'), source, engine], { stdio: 'ignore' });

function engineAlone(): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', hook, engine], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('close', () => resolve(performance.now() - start)));
}

await using github = await (async () => {
  const fake = await startFakeGitHub({ files: { 'api/github.json': readFileSync(oldFile) } });
  return Object.assign(fake, { [Symbol.asyncDispose]: () => fake.close() });
})();
await github.commit('change', { 'api/github.json': readFileSync(newFile) });
const pull = await github.openPullRequest({ head: 'change' });

async function wholeRun(): Promise<number> {
  github.state.comments.length = 0;
  const start = performance.now();
  return runAction(
    {
      action: join(import.meta.dirname, '../..'),
      inputs: { directory: 'api', 'fail-on': 'none' },
      githubToken: github.token,
      event: { name: 'pull_request', payload: pullRequest(github, pull) },
      env: {
        GITHUB_API_URL: github.apiUrl,
        GITHUB_SERVER_URL: github.serverUrl,
        GITHUB_REPOSITORY: 'acme/shop',
        NODE_OPTIONS: `--import=${hook}`,
      },
    },
    async (ran) => {
      const took = performance.now() - start;
      if (ran.status !== 0) throw new Error(ran.stdout);
      return took;
    },
  );
}

/** What is measured, its best time and its best processor time so far, and its greatest peak. */
interface Measured {
  readonly name: string;
  readonly once: () => Promise<number>;
  best: number;
  busy: number;
  peak: number;
}

/** Measures in turn, so that what else the machine does meets all of them alike. */
async function measure(all: readonly Measured[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of all) {
      one.best = Math.min(one.best, await one.once());
      const [peak, busy] = JSON.parse(readFileSync(usage, 'utf8')) as [number, number];
      writeFileSync(usage, '');
      one.peak = Math.max(one.peak, peak);
      one.busy = Math.min(one.busy, busy);
    }
  }
  for (const { name, best, busy, peak } of all) {
    const times = [best, busy].map((ms) => (ms / 1000).toFixed(2));
    console.log(
      `${name.padEnd(14)} ${times[0]} s (best of ${ROUNDS}), processor ${times[1]} s, peak ${peak} MB`,
    );
  }
}

function measured(name: string, once: () => Promise<number>): Measured {
  return { name, once, best: Number.POSITIVE_INFINITY, busy: Number.POSITIVE_INFINITY, peak: 0 };
}

/** From the start of Node to the first request that GitHub gets. */
async function coldStart(): Promise<number> {
  let first = 0;
  const start = performance.now();
  github.faults.clear();
  github.faults.before({}, () => {
    first = performance.now() - start;
  });
  await wholeRun();
  return first;
}

const alone = measured('engine alone', engineAlone);
const whole = measured('whole run', wholeRun);
await wholeRun(); // What the fake works out once, GitHub has known since the push.
writeFileSync(usage, '');
await measure([alone, whole, measured('cold start', coldStart)]);
const ratio = (of: 'best' | 'busy') => (whole[of] / alone[of]).toFixed(2);
console.log(`ratio          ${ratio('best')}, of the processor's times ${ratio('busy')}`);
const [comment] = github.state.comments;
console.log(`comment        ${comment?.body.length} characters: ${comment?.body.split('\n')[1]}`);
writeFileSync(join(folder, 'comment.md'), comment?.body ?? '');
console.log(`written to     ${join(folder, 'comment.md')}`);
