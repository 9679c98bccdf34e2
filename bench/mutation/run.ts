/**
 * Mutation testing of the engine: small changes are made to `compare/` and `classify/`, one
 * at a time, and the tests are asked whether they notice. Prints the score and what survived.
 *
 * All mutants are built into one bundle behind switches, and the tests run in the process
 * that holds it, so that a mutant costs what the tests that reach it cost.
 *
 * usage: node --disable-warning=ExperimentalWarning bench/mutation/run.ts [--sample 800] [--seed 1] [--workers 1] [--minutes 25]
 *          [--only compare/relate] [--again OUTPUT] [--show]
 *
 * `--again` tries nothing but what survived by an earlier run's output with `--show`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, CACHE } from './bundle.ts';
import { sampled, shown, survivorsOf } from './choose.ts';
import { EQUIVALENT } from './equivalent/index.ts';
import type { Mutant } from './mutants.ts';
import { type Baseline, inOrder } from './order.ts';
import { Worker } from './process.ts';

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '800' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '25' },
    only: { type: 'string', default: '' },
    again: { type: 'string', default: '' },
    show: { type: 'boolean', default: false },
  },
});

/** A test that takes longer than this without a mutant is not asked. */
const SLOWEST_TEST = 4_000;
/** Failing tests that are named. */
const SHOWN = 10;
/**
 * A mutant whose tests take longer than they took alone by this much processor time hangs,
 * and is noticed.
 */
const PATIENCE = 3_000;
/** Where a mutant hangs without passing a switch, it is ended after this many times as long by the clock. */
const BY_THE_CLOCK = 5;
/** How many mutants are tried between two words on how far it is. */
const PROGRESS = 50;
/** What the tests reach and how long they take, kept for as long as nothing changes. */
async function baselineOf(worker: Worker): Promise<Baseline> {
  const digest = createHash('sha256').update(readFileSync(suite)).digest('hex').slice(0, 16);
  const kept = join(CACHE, `baseline-${digest}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const answer = await worker.ask({ kind: 'baseline' }, 20 * 60_000);
  if (answer?.kind !== 'baseline') throw new Error('the tests could not be run without a mutant');
  writeFileSync(kept, JSON.stringify(answer));
  return answer;
}

const { suite, mutants } = await bundle(options.only);
const first = new Worker(suite);
const baseline = await baselineOf(first);
// The mutants' time; the tests have had theirs.
const end = Date.now() + Number(options.minutes) * 60_000;
const { times } = baseline;
const failing = new Set(baseline.failed);
for (const index of [...failing].slice(0, SHOWN))
  console.log(`fails without a mutant, left out: ${baseline.names[index]}`);
console.log(
  `${mutants.length} mutants, ${times.length} tests (${(times.reduce((a, b) => a + b, 0) / 1000).toFixed(1)} s, ${failing.size} failing)`,
);

const equivalent = new Set<number>();
for (const rule of EQUIVALENT) {
  const own = mutants.filter(
    ({ file, before, after, source }) =>
      file === `src/${rule.file}` &&
      source.includes(rule.line) &&
      (rule.before instanceof RegExp ? rule.before.test(before) : (rule.before ?? before) === before) &&
      (rule.after ?? after) === after,
  );
  if (own.length === 0 && rule.file.includes(options.only))
    console.log(`no mutant is ${rule.file}: ${rule.line}`);
  for (const { id } of own) equivalent.add(id);
}

const testsOf = new Map<number, number[]>();
const testsOfFile = new Map<string, Set<number>>();
const fileOf = new Map(mutants.map(({ id, file }) => [id, file]));
for (const [index, ids] of baseline.reached.entries()) {
  // A test that fails anyway notices nothing.
  if ((times[index] ?? 0) > SLOWEST_TEST || failing.has(index)) continue;
  for (const id of ids) {
    testsOf.set(id, [...(testsOf.get(id) ?? []), index]);
    const file = fileOf.get(id) ?? '';
    testsOfFile.set(file, (testsOfFile.get(file) ?? new Set()).add(index));
  }
}
const everyTest = times.keys().filter((index) => (times[index] ?? 0) <= SLOWEST_TEST && !failing.has(index));
const allTests = [...everyTest];
// What the catalogue is asked for while tests are declared it keeps; all else starts anew in each test.
const kept = baseline.declared.filter((id) => fileOf.get(id)?.startsWith('src/classify/'));
const loaded = new Set([...baseline.loaded, ...kept]);
const chosen =
  options.again === ''
    ? sampled(mutants, Number(options.sample), options.seed)
    : survivorsOf(mutants, options.again);
const count = { killed: 0, hung: 0, survived: 0, unreached: 0, equivalent: 0 };
const survivors: Mutant[] = [];
let next = 0;

const timeOf = (tests: readonly number[]) => tests.reduce((sum, index) => sum + (times[index] ?? 0), 0);

/** The tests that may notice a mutant; of what runs when a module is loaded nobody knows which. */
function testsFor({ id, file }: Mutant): number[] {
  const may = loaded.has(id) ? new Set([...(testsOfFile.get(file) ?? []), ...allTests]) : testsOf.get(id);
  return inOrder([...(may ?? [])], file, baseline);
}

async function tried(worker: Worker, mutant: Mutant): Promise<'killed' | 'hung' | 'survived' | 'unreached'> {
  const tests = testsFor(mutant);
  if (tests.length === 0) return 'unreached';
  const milliseconds = 3 * timeOf(tests) + PATIENCE;
  const task = { kind: 'mutant', id: mutant.id, tests, milliseconds } as const;
  const answer = await worker.ask(task, BY_THE_CLOCK * milliseconds);
  if (answer?.kind !== 'mutant') {
    worker.restart();
    return 'hung';
  }
  if (answer.killer === null) return 'survived';
  return answer.hung ? 'hung' : 'killed';
}

async function triedAlone(mutant: Mutant): ReturnType<typeof tried> {
  const alone = new Worker(suite, mutant.id);
  try {
    return await tried(alone, mutant);
  } finally {
    alone.stop();
  }
}

async function work(worker: Worker): Promise<void> {
  for (let at = next; at < chosen.length && Date.now() < end; at = next) {
    next += 1;
    const mutant = chosen[at];
    if (mutant === undefined) break;
    const { id } = mutant;
    if (equivalent.has(id)) {
      count.equivalent += 1;
      continue;
    }
    if (at > 0 && at % PROGRESS === 0) process.stderr.write(`${at} of ${chosen.length} tried\n`);
    const result = await (loaded.has(id) ? triedAlone(mutant) : tried(worker, mutant));
    count[result] += 1;
    if (result !== 'survived' && result !== 'unreached') continue;
    survivors.push(mutant);
    if (options.show) console.log(`${result} ${shown(mutant)}`);
  }
  worker.stop();
}

const workers = [first, ...Array.from({ length: Number(options.workers) - 1 }, () => new Worker(suite))];
await Promise.all(workers.map(work));
rmSync(suite);

const noticed = count.killed + count.hung;
const all = noticed + count.survived + count.unreached;
const byFile = Map.groupBy(survivors, ({ file }) => file);
for (const [file, own] of [...byFile].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${String(own.length).padStart(5)} survive in ${file}`);
}
const percent = (of: number) => ((100 * noticed) / of).toFixed(1);
console.log(
  `${all} of ${mutants.length} mutants tried (seed ${options.seed}): ${count.killed} noticed, ${count.hung} hung, ${count.survived} survived, ${count.unreached} reached by no test: score ${percent(all)} %`,
);
console.log(
  `${count.equivalent} more of the sample change nothing that a user sees (bench/mutation/equivalent); counted as surviving, the score is ${percent(all + count.equivalent)} %`,
);
