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
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { EQUIVALENT } from './equivalent.ts';
import { instrument, type Mutant } from './mutants.ts';
import type { Answer, Task } from './worker.ts';

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

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PACKAGE = here('../../packages/openapi-diff');
const CACHE = here('../../node_modules/.cache/mutation');
const require = createRequire(join(PACKAGE, 'package.json'));

/** The tests that are asked; those of reading and rendering know nothing of what is compared. */
const TESTS =
  'test/{cases,classify,compare,contract,diff,explain,group,laws,match,pattern,relate,traps}/**/*.test.ts';
/** A test that takes longer than this without a mutant is not asked. */
const SLOWEST_TEST = 4_000;
/** The tests beside a mutant's source together, in processor time, and all others; those beyond are not asked. */
const MOST_TIME_BESIDE = 8_000;
const MOST_TIME = 3_000;
/** The tests of a part of the source, which are asked first. */
const BESIDE: readonly (readonly [source: RegExp, tests: RegExp])[] = [
  [/^src\/compare\/explain\//, /^test\/explain\//],
  [/^src\/compare\/relate\//, /^test\/relate\//],
  [/^src\/compare\/pattern\//, /^test\/pattern\//],
  [
    /^src\/compare\/[^/]*$|^src\/compare\/(?:lockstep|parameters|security)/,
    /^test\/(?:compare\/(?!examples)|diff|traps|group)/,
  ],
  [
    /^src\/classify\/(?:checks\/|family|check\.|catalogue)/,
    /^test\/(?:classify\/(?:check-pages|listed)|compare\/(?:examples|sentences))/,
  ],
  [/^src\/classify\//, /^test\/classify\//],
];
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
/** How long a process may take to load the bundle. */
const LOADING = 60_000;

/** A cache that lives as long as its module. */
const MODULE_CACHE = /^const (\w+) = new (Map|WeakMap)<.*>\(\);$/gm;

const isMutated = (file: string) => /^src\/(?:compare|classify)\//.test(file) && file.includes(options.only);

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
      const contents = `globalThis.__testFile = ${JSON.stringify(file)};${text}`
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path));
      return { contents, loader: 'ts' };
    });
  },
};

async function bundle(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const outfile = join(CACHE, `suite-${process.pid}.mjs`);
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
  readonly #mutant: number;
  #child: ReturnType<typeof fork>;
  #ready: Promise<Answer>;

  /** @param mutant a mutant that is switched on before the bundle is loaded */
  constructor(suite: string, mutant = -1) {
    this.#suite = suite;
    this.#mutant = mutant;
    this.#child = this.#start();
    this.#ready = this.#next();
  }

  #start(): ReturnType<typeof fork> {
    return fork(here('worker.ts'), [this.#suite, String(this.#mutant)], {
      execArgv: ['--max-old-space-size=3000'],
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
    const answer = this.#answerTo(task).catch(() => null);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience + LOADING);
    });
    const result = await Promise.race([answer, tooLong]);
    clearTimeout(timer);
    return result;
  }

  async #answerTo(task: Task): Promise<Answer> {
    await this.#ready;
    const answer = this.#next();
    this.#child.send(task);
    return answer;
  }

  restart(): void {
    this.stop();
    this.#child = this.#start();
    this.#ready = this.#next();
  }

  stop(): void {
    this.#child.removeAllListeners();
    this.#child.kill('SIGKILL');
  }
}

/** A sample that stays the same for the same seed, as far as the mutants in it stay what they are. */
function sampled(all: readonly Mutant[], many: number): Mutant[] {
  const met = new Map<string, number>();
  return all
    .map((mutant) => {
      const text = [options.seed, mutant.file, mutant.source.trim(), mutant.before, mutant.after].join('\n');
      const nth = (met.get(text) ?? 0) + 1;
      met.set(text, nth);
      return { mutant, rank: createHash('sha256').update(`${text}\n${nth}`).digest('hex') };
    })
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, many)
    .map(({ mutant }) => mutant);
}

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 100);
const shown = ({ file, line, before, after }: Mutant) =>
  `${file}:${line}: ${short(before)} → ${short(after)}`;

/** The mutants that an earlier run's output tells of, wherever their lines are now. */
function survivorsOf(output: string): Mutant[] {
  const lines = readFileSync(output, 'utf8').split('\n');
  const told = new Set(lines.map((line) => line.replace(/^\w+ (src\/[^:]+):\d+/, '$1')));
  return mutants.filter((mutant) => told.has(shown(mutant).replace(/:\d+/, '')));
}

/** What the tests reach and how long they take, kept for as long as nothing changes. */
async function baselineOf(worker: Worker): Promise<Answer & { readonly kind: 'baseline' }> {
  const digest = createHash('sha256').update(readFileSync(suite)).digest('hex').slice(0, 16);
  const kept = join(CACHE, `baseline-${digest}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const answer = await worker.ask({ kind: 'baseline' }, 20 * 60_000);
  if (answer?.kind !== 'baseline') throw new Error('the tests could not be run without a mutant');
  writeFileSync(kept, JSON.stringify(answer));
  return answer;
}

const suite = await bundle();
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
      (rule.before ?? before) === before &&
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
const loaded = new Set(baseline.loaded);
const chosen = options.again === '' ? sampled(mutants, Number(options.sample)) : survivorsOf(options.again);
const count = { killed: 0, hung: 0, survived: 0, unreached: 0, equivalent: 0 };
const survivors: Mutant[] = [];
let next = 0;

const timeOf = (tests: readonly number[]) => tests.reduce((sum, index) => sum + (times[index] ?? 0), 0);

/** Each file has its turn for as long as every other, with its quickest tests first. */
function inTurns(tests: Iterable<number>, most: number): number[] {
  const byTime = [...tests].sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const spent = new Map<string, number>();
  const turns = byTime.map((index) => {
    const file = baseline.files[index] ?? '';
    const until = (spent.get(file) ?? 0) + (times[index] ?? 0);
    spent.set(file, until);
    return { index, until };
  });
  let time = 0;
  return turns
    .sort((a, b) => a.until - b.until)
    .map(({ index }) => index)
    .filter((index) => {
      time += times[index] ?? 0;
      return time <= most;
    });
}

/** The tests that may notice a mutant; of what runs when a module is loaded nobody knows which. */
function testsFor({ id, file }: Mutant): number[] {
  const may = loaded.has(id)
    ? [...new Set([...(testsOfFile.get(file) ?? []), ...allTests])]
    : testsOf.get(id);
  const [, beside] = BESIDE.find(([source]) => source.test(file)) ?? [];
  const { near = [], far = [] } = Object.groupBy(may ?? [], (index) =>
    beside?.test(baseline.files[index] ?? '') === true ? 'near' : 'far',
  );
  return [...inTurns(near, MOST_TIME_BESIDE), ...inTurns(far, MOST_TIME)];
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
  `${count.equivalent} more of the sample change nothing that a user sees (bench/mutation/equivalent.ts); counted as surviving, the score is ${percent(all + count.equivalent)} %`,
);
