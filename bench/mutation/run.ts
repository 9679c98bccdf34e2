/**
 * Mutation testing of the engine: small changes are made to `compare/` and `classify/`, one
 * at a time, and the tests are asked whether they notice. Prints the score and what survived.
 *
 * All mutants are built into one bundle behind switches, and the tests run in the process
 * that holds it, so that a mutant costs what the tests that reach it cost.
 *
 * usage: node --disable-warning=ExperimentalWarning bench/mutation/run.ts [--sample 800] [--seed 1] [--workers 1] [--minutes 25]
 *          [--only compare/relate] [--show]
 */
import { fork } from 'node:child_process';
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { instrument, type Mutant } from './mutants.ts';
import type { Answer, Task } from './worker.ts';

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '800' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '25' },
    only: { type: 'string', default: '' },
    show: { type: 'boolean', default: false },
  },
});

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PACKAGE = here('../../packages/openapi-diff');
const CACHE = here('../../node_modules/.cache/mutation');
const require = createRequire(join(PACKAGE, 'package.json'));

/** The tests that are asked; those of reading and rendering know nothing of what is compared. */
const TESTS =
  'test/{cases,classify,compare,contract,diff,explain,group,laws,match,pattern,relate,traps}/**/*.test.ts';
/** A test that takes longer than this without a mutant is not asked. */
const SLOWEST_TEST = 1_500;
/** All tests of a mutant together; the quickest are asked first, and those beyond not at all. */
const MOST_TIME = 8_000;
/** Failing tests that are named. */
const SHOWN = 10;
/** A mutant that takes longer than its tests took alone by this much hangs, and is noticed. */
const PATIENCE = 5_000;

/** A cache that lives as long as its module. */
const MODULE_CACHE = /^const (\w+) = new (Map|WeakMap)<.*>\(\);$/gm;

const isMutated = (file: string) =>
  /^src\/(?:compare|classify)\//.test(file) &&
  file.includes(options.only) &&
  !file.startsWith('src/classify/checks/');

const mutants: Mutant[] = [];

const mutating: Plugin = {
  name: 'mutating',
  setup(built) {
    built.onResolve({ filter: /^@jest\/globals$/ }, () => ({ path: here('harness.ts') }));
    built.onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
      importer.endsWith('fewer-runs.ts')
        ? { path: require.resolve('fast-check'), external: true }
        : { path: here('fewer-runs.ts') },
    );
    built.onLoad({ filter: /packages\/openapi-diff\/.*\.ts$/ }, ({ path }) => {
      const file = relative(PACKAGE, path);
      // What one test leaves in a cache would answer the next, and hide the mutant from it.
      const text = readFileSync(path, 'utf8').replace(MODULE_CACHE, 'const $1 = __$2Cache();');
      if (isMutated(file)) {
        const made = instrument(file, text, mutants.length);
        mutants.push(...made.mutants);
        return { contents: made.text, loader: 'ts' };
      }
      // A test finds its fixtures from where it stands, not from where the bundle does.
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path));
      return { contents, loader: 'ts' };
    });
  },
};

async function bundle(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const outfile = join(CACHE, 'suite.mjs');
  const files = globSync(TESTS, { cwd: PACKAGE }).sort();
  await build({
    stdin: {
      contents: [
        ...files.map((file) => `import ${JSON.stringify(join(PACKAGE, file))};`),
        "export { cases } from '@jest/globals';",
      ].join('\n'),
      resolveDir: dirname(here('run.ts')),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
    // Packages stay outside: they are not what is tested, and loading them costs no mutant.
    plugins: [mutating],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** A process that tries mutants; it is started anew after one that hung. */
class Worker {
  readonly #suite: string;
  #child: ReturnType<typeof fork>;
  #ready: Promise<Answer>;

  constructor(suite: string) {
    this.#suite = suite;
    this.#child = this.#start();
    this.#ready = this.#next();
  }

  #start(): ReturnType<typeof fork> {
    return fork(here('worker.ts'), [this.#suite], {
      execArgv: ['--max-old-space-size=1500'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  #next(): Promise<Answer> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const done = (): void => {
        child.off('message', onMessage);
        child.off('exit', onExit);
      };
      const onMessage = (message: unknown): void => {
        done();
        resolve(message as Answer);
      };
      const onExit = (code: number | null): void => {
        done();
        reject(new Error(`the worker ended with ${code}`));
      };
      child.on('message', onMessage);
      child.on('exit', onExit);
    });
  }

  /** The answer, or null where the process hung or died. */
  async ask(task: Task, patience: number): Promise<Answer | null> {
    await this.#ready;
    const answer = this.#next();
    this.#child.send(task);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience);
    });
    const result = await Promise.race([answer.catch(() => null), tooLong]);
    clearTimeout(timer);
    if (result === null) this.#restart();
    return result;
  }

  #restart(): void {
    this.#child.removeAllListeners();
    this.#child.kill('SIGKILL');
    this.#child = this.#start();
    this.#ready = this.#next();
  }

  stop(): void {
    this.#child.removeAllListeners();
    this.#child.kill();
  }
}

/** Numbers that look random and are the same for the same seed. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

function sampled(all: readonly Mutant[], many: number): Mutant[] {
  const random = numbers(Number(options.seed));
  return all
    .map((mutant) => ({ mutant, rank: random.next().value }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, many)
    .map(({ mutant }) => mutant);
}

const suite = await bundle();
const first = new Worker(suite);
const baseline = await first.ask({ kind: 'baseline' }, 20 * 60_000);
if (baseline?.kind !== 'baseline') throw new Error('the tests could not be run without a mutant');
// The mutants' time; the tests have had theirs.
const end = Date.now() + Number(options.minutes) * 60_000;
const { times } = baseline;
const failing = new Set(baseline.failed);
for (const index of [...failing].slice(0, SHOWN))
  console.log(`fails without a mutant, left out: ${baseline.names[index]}`);
console.log(
  `${mutants.length} mutants, ${times.length} tests (${(times.reduce((a, b) => a + b, 0) / 1000).toFixed(1)} s, ${failing.size} failing)`,
);

const testsOf = new Map<number, number[]>();
for (const [index, ids] of baseline.reached.entries()) {
  // A test that fails anyway notices nothing.
  if ((times[index] ?? 0) > SLOWEST_TEST || failing.has(index)) continue;
  for (const id of ids) testsOf.set(id, [...(testsOf.get(id) ?? []), index]);
}
const chosen = sampled(mutants, Number(options.sample));
const count = { killed: 0, hung: 0, survived: 0, unreached: 0 };
const survivors: Mutant[] = [];
let next = 0;

function quickest(tests: readonly number[]): number[] {
  let time = 0;
  return tests
    .toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
    .filter((index) => {
      time += times[index] ?? 0;
      return time <= MOST_TIME;
    });
}

async function work(worker: Worker): Promise<void> {
  for (let at = next; at < chosen.length && Date.now() < end; at = next) {
    next += 1;
    const mutant = chosen[at];
    if (mutant === undefined) break;
    const tests = quickest(testsOf.get(mutant.id) ?? []);
    if (tests.length === 0) {
      count.unreached += 1;
      survivors.push(mutant);
      continue;
    }
    const usual = tests.reduce((sum, index) => sum + (times[index] ?? 0), 0);
    const answer = await worker.ask({ kind: 'mutant', id: mutant.id, tests }, 5 * usual + PATIENCE);
    if (answer === null) count.hung += 1;
    else if (answer.kind === 'mutant' && answer.killer !== null) count.killed += 1;
    else {
      count.survived += 1;
      survivors.push(mutant);
    }
  }
  worker.stop();
}

const workers = [first, ...Array.from({ length: Number(options.workers) - 1 }, () => new Worker(suite))];
await Promise.all(workers.map(work));

const tried = count.killed + count.hung + count.survived + count.unreached;
const score = (100 * (count.killed + count.hung)) / tried;
for (const { file, line, before, after } of survivors.sort((a, b) =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
)) {
  const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90);
  if (options.show) console.log(`survived ${file}:${line}: ${short(before)} → ${short(after)}`);
}
const byFile = Map.groupBy(survivors, ({ file }) => file);
for (const [file, all] of [...byFile].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${String(all.length).padStart(5)} survive in ${file}`);
}
console.log(
  `${tried} of ${mutants.length} mutants tried (seed ${options.seed}): ${count.killed} noticed, ${count.hung} hung, ${count.survived} survived, ${count.unreached} reached by no test: score ${score.toFixed(1)} %`,
);
