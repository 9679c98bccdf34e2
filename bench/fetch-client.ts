/**
 * One run in a process of its own, whose time and peak memory are told as JSON.
 *
 * usage: XANO_ACCESS_TOKEN=… XANO_MASTER_URL=… node bench/fetch-client.ts MODE [FOLDER]
 *
 * `fetch` walks the account and lets the documents go, `snapshot` takes a snapshot into the
 * folder, `warm` takes one of a part of the account first, whatever it does afterwards, and
 * `bare` asks for the same addresses with Node’s own client, as many at a time.
 */
import { join } from 'node:path';
import {
  compileFilters,
  fetchDocuments,
  keepHeapSmall,
  sourceFromEnvironment,
  takeSnapshot,
} from '@xano-specs/core';
import { askBare } from './fetch-bare.ts';

keepHeapSmall();
const [mode = 'fetch', folder = ''] = process.argv.slice(2);

/** Addresses in the order in which they were answered. */
const answered: string[] = [];

function walk(patterns: Parameters<typeof compileFilters>[0] = {}) {
  return fetchDocuments(sourceFromEnvironment(process.env), {
    filters: compileFilters(patterns),
    onEvent: (event) => {
      if (event.kind === 'answered') answered.push(event.url);
    },
  });
}

async function snapshot(name: string, patterns?: Parameters<typeof walk>[0]): Promise<number> {
  const { counts } = await takeSnapshot({ outcomes: walk(patterns), directory: join(folder, name) });
  return counts.added;
}

async function discard(): Promise<number> {
  let documents = 0;
  for await (const { kind } of walk()) if (kind === 'document') documents += 1;
  return documents;
}

/** The same addresses as a walk asks for; what the walk itself takes is not counted. */
async function bare(): Promise<() => Promise<number>> {
  await discard();
  const addresses = answered.splice(0);
  return async () => {
    await askBare(addresses, process.env.XANO_ACCESS_TOKEN ?? '');
    answered.push(...addresses);
    return 0;
  };
}

/**
 * A hundred documents, ten times: after that V8 has given its young generation the size
 * that it keeps. Until then a process grows whatever it does.
 */
const WARM_UP_ROUNDS = 10;
const WARM_UP = { instances: ['instance-1', 'instance-2', 'instance-3', 'instance-4', 'instance-5'] };

const work = mode === 'bare' ? await bare() : mode === 'fetch' ? discard : () => snapshot('measured');
if (mode === 'warm')
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await snapshot(`warm-${round}`, WARM_UP);
answered.length = 0;
const started = performance.now();
const documents = await work();
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    documents,
    requests: answered.length,
    ms: performance.now() - started,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
