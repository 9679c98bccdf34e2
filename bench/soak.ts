/**
 * Holds the laws of the engine against generated documents and edits for as long as it is
 * told, and stops at the first counterexample with the smallest case that still shows it.
 *
 * usage: node bench/soak.ts [--minutes 30] [--seed 1] [--law WORDS] [--processes 2]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { compared } from '../packages/openapi-diff/test/laws/engine.ts';
import { edited, LAWS } from '../packages/openapi-diff/test/laws/laws.ts';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    law: { type: 'string', default: '' },
    processes: { type: 'string', default: '1' },
  },
});

/** Runs of a law before the next one has its turn. */
const TURN = 50;
/** Rounds after which a line says how far it has come. */
const SHOWN = 20;
/** Comparisons a round whose findings are counted. */
const COUNTED = 25;

/** How far apart the seeds of several processes are, so that they never meet. */
const APART = 10_000_000;

const processes = Number(options.processes);
if (processes > 1) {
  const all = Array.from({ length: processes }, (_, index) =>
    fork(fileURLToPath(import.meta.url), [
      `--minutes=${options.minutes}`,
      `--law=${options.law}`,
      `--seed=${Number(options.seed) + index * APART}`,
    ]),
  );
  const codes = await Promise.all(all.map(async (one) => (await once(one, 'exit'))[0] as number));
  process.exit(Math.max(...codes));
}

const end = Date.now() + Number(options.minutes) * 60_000;
const seed = Number(options.seed);
const laws = LAWS.filter(({ name }) => name.includes(options.law));
const runs = new Map(laws.map(({ name }) => [name, 0]));
const found = { changes: 0, undecided: 0, errors: 0 };

console.log(`seed ${seed}, ${laws.length} laws, until ${new Date(end).toISOString()}`);

async function count(round: number): Promise<void> {
  for (const { before, after } of fc.sample(edited, { numRuns: COUNTED, seed: seed + round })) {
    const { summary, changes } = await compared(before, after);
    found.changes += changes.length;
    found.undecided += summary.undecided;
    found.errors += summary.error;
  }
}

function summary(): string {
  const lines = [...runs].map(([name, number]) => `${String(number).padStart(9)}  ${name}`);
  const share = found.changes === 0 ? 0 : (100 * found.undecided) / found.changes;
  return [
    ...lines,
    `${found.changes} changes counted, ${found.errors} breaking, ${found.undecided} undecided (${share.toFixed(2)} %)`,
  ].join('\n');
}

for (let round = 0; Date.now() < end; round += 1) {
  for (const { name, property } of laws) {
    const result = await fc.check(property(), { numRuns: TURN, seed: seed + round });
    runs.set(name, (runs.get(name) ?? 0) + result.numRuns);
    if (result.failed) {
      console.log(`${summary()}\n\nThe law "${name}" does not hold (seed ${seed + round}):`);
      console.log(await fc.asyncDefaultReportMessage(result));
      process.exit(1);
    }
    if (Date.now() >= end) break;
  }
  await count(round);
  if (round % SHOWN === SHOWN - 1)
    console.log(`${new Date().toISOString()}, seed ${seed}: ${round + 1} rounds`);
}
console.log(`${summary()}\nno counterexample`);
