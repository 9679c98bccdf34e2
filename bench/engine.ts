/**
 * What the engine costs, as ratios of whole processes in one run. The yardstick is a bare
 * process that reads and parses the same two files.
 *
 * usage: node bench/engine.ts [--runs 11] [--only github|others|same|yaml|scale|hostile|xano]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dump } from 'js-yaml';
import { xanoLike } from '../packages/openapi-diff/test/diff/xano-like.ts';
import { HOSTILE } from './engine-hostile.ts';
import { type Contender, type Measured, measure, table } from './engine-measure.ts';
import { CACHE, directoryPairs, githubPairs, oasdiff, type Pair } from './engine-sources.ts';
import { SYNTHETIC } from './engine-synthetic.ts';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '11' }, only: { type: 'string' } },
});
const runs = Number(options.runs);
const TIMEOUT = 25_000;

/** The limits that the project sets itself. */
const LIMITS = { json: 1.8, same: 1.1, yaml: 1.3, memory: 2 } as const;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles an entry as the command is bundled, so that the time of loading it is that of the command. */
function bundle(entry: string): string {
  const out = join(CACHE, entry.replace(/\.ts$/, '.mjs'));
  execFileSync(process.execPath, [here('../scripts/bundle.ts'), here(entry), out], {
    cwd: here('.'),
    stdio: 'ignore',
  });
  return out;
}

const engine = bundle('engine-compare.ts');
const bare = bundle('engine-bare.ts');
const rival = oasdiff();
if ('missing' in rival) console.log(`oasdiff is left out: ${rival.missing}\n`);

const broken: string[] = [];

function hold(what: string, ratio: number, limit: number): void {
  if (!(ratio <= limit)) broken.push(`${what}: ${ratio.toFixed(2)}× where ${limit}× is allowed`);
}

function contenders({ base, head }: Pair, format: 'json' | 'yaml'): Contender[] {
  return [
    { name: 'bare read and parse', command: process.execPath, args: [bare, format, base, head] },
    { name: 'the engine', command: process.execPath, args: [engine, base, head] },
  ];
}

function rivals({ base, head }: Pair): Contender[] {
  if ('missing' in rival) return [];
  return [
    {
      name: 'oasdiff changelog',
      command: rival.command,
      args: ['changelog', '--format', 'json', base, head],
      good: [0, 1],
    },
  ];
}

function compare(pair: Pair, format: 'json' | 'yaml', limit: number): void {
  const own = measure(contenders(pair, format), { runs, timeout: 4 * TIMEOUT });
  const others = measure(rivals(pair), { runs: 1, timeout: TIMEOUT });
  console.log(`${table(pair.name, [...own, ...others])}\n`);
  const [yardstick, ours] = own as [Measured, Measured];
  hold(`${pair.name}, time`, ours.median / yardstick.median, limit);
  hold(`${pair.name}, memory`, (ours.memory ?? Number.NaN) / (yardstick.memory ?? Number.NaN), LIMITS.memory);
}

function written(name: string, text: string): string {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, name);
  writeFileSync(file, text);
  return file;
}

function wanted(part: string): boolean {
  return options.only === undefined || options.only === part;
}

if (wanted('github')) for (const pair of githubPairs()) compare(pair, 'json', LIMITS.json);
if (wanted('others')) for (const pair of directoryPairs()) compare(pair, 'json', LIMITS.json);

if (wanted('same')) {
  const [pair] = githubPairs();
  if (pair !== undefined) {
    compare(
      { name: 'GitHub REST, the same file twice', base: pair.base, head: pair.base },
      'json',
      LIMITS.same,
    );
  }
}

if (wanted('yaml')) {
  for (const { name, base, head } of [...directoryPairs(), ...githubPairs()].slice(0, 7)) {
    const [before, after] = [base, head].map((file, side) =>
      written(
        `${side}-${name.replace(/\W+/g, '-')}.yaml`,
        dump(JSON.parse(readFileSync(file, 'utf8')), { noRefs: true }),
      ),
    );
    compare({ name: `${name} as YAML`, base: before ?? '', head: after ?? '' }, 'yaml', LIMITS.yaml);
  }
}

if (wanted('scale')) {
  for (const { name, make, size } of SYNTHETIC) {
    const pairs = [size, 2 * size].map((count) => ({
      name: `${count} ${name}`,
      base: written(`${count}-base.json`, JSON.stringify(make(count, false), null, 2)),
      head: written(`${count}-head.json`, JSON.stringify(make(count, true), null, 2)),
    }));
    const measured = pairs.map((pair) => {
      const own = measure(contenders(pair, 'json'), { runs: Math.min(5, runs), timeout: TIMEOUT });
      console.log(table(pair.name, [...own, ...measure(rivals(pair), { runs: 1, timeout: TIMEOUT })]));
      return own;
    });
    const [once, twice] = measured.map(([, ours]) => ours);
    if (once !== undefined && twice !== undefined) {
      const memory = (twice.memory ?? Number.NaN) / (once.memory ?? Number.NaN);
      console.log(
        `  twice the size: ${(twice.median / once.median).toFixed(2)}× the time, ${memory.toFixed(2)}× the memory\n`,
      );
    }
  }
}

if (wanted('hostile')) {
  console.log('Hostile documents: an error or a report, within seconds');
  for (const [index, { name, format, base, head }] of HOSTILE.entries()) {
    const files = [
      written(`hostile-${index}-base.${format}`, base),
      written(`hostile-${index}-head.${format}`, head),
    ];
    const start = performance.now();
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [engine, ...files], {
      encoding: 'utf8',
      timeout: TIMEOUT,
      maxBuffer: 1 << 30,
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const [line = ''] = stderr.split('\n');
    const said = status === 0 ? JSON.stringify((JSON.parse(stdout) as { summary: object }).summary) : line;
    console.log(`  ${name}: ${seconds} s, ${said.replaceAll(CACHE, '').slice(0, 150)}`);
    if (status !== 0 && status !== 2) broken.push(`${name}: ended with ${signal ?? status}`);
  }
  console.log();
}

if (wanted('xano')) {
  const base = written('xano-base.json', JSON.stringify(xanoLike([]), null, 2));
  const head = written('xano-head.json', JSON.stringify(xanoLike(['add', 'remove', 'retype']), null, 2));
  const { stdout } = spawnSync(process.execPath, [engine, base, head], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { changes } = JSON.parse(stdout) as {
    changes: { level: string; cause: string; places: unknown[] }[];
  };
  console.log('A table of a hundred-operation document: one column added, one removed, one retyped');
  for (const { level, cause, places } of changes)
    console.log(`  ${level}: ${cause} (${places.length} places)`);
  if (changes.length !== 3) broken.push(`the table's three edits became ${changes.length} changes`);
  const stat = spawnSync('git', ['diff', '--no-index', '--stat', base, head], { encoding: 'utf8' });
  console.log(`  git diff: ${stat.stdout.trim().split('\n').at(-1)?.trim() ?? ''}\n`);
}

for (const line of broken) console.log(`over the limit: ${line}`);
if (broken.length > 0) process.exitCode = 1;
