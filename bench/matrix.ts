/**
 * A run of 500 instances × 10 API groups that is divided among the jobs of a matrix, on this
 * machine: two jobs at a time. One of them fails in the second round. Prints time and memory
 * of each step, and what the repository holds.
 *
 * usage: npm run bench -- matrix [--instances 500] [--groups 10] [--bytes 60000] [--shares 20]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, startBench } from './action-measure.ts';

const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: '500' },
    groups: { type: 'string', default: '10' },
    bytes: { type: 'string', default: '60000' },
    shares: { type: 'string', default: '20' },
  },
});
const size = {
  instances: Number(values.instances),
  workspaces: 1,
  groups: Number(values.groups),
  bytes: Number(values.bytes),
};

function tell(what: string, { ran, seconds, peakMb }: Measured): void {
  console.log(`${what}: ${seconds.toFixed(1)} s, ${peakMb.toFixed(0)} MB, exit ${ran.status}`);
  const { documents, 'documents-added': added, 'documents-changed': changed } = ran.outputs;
  if (documents !== '0') console.log(`  ${documents} documents, ${added} added, ${changed} changed`);
}

async function divided(lost: number | null): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-shares-'));
  try {
    const planned = await bench.step({ step: 'plan', shares: values.shares, 'shares-directory': folder });
    tell('plan', planned);
    const { share: shares } = JSON.parse(planned.ran.outputs.matrix ?? '') as { share: { number: number }[] };
    const waiting = shares.filter(({ number }) => number !== lost);
    const fetched: Measured[] = [];
    const started = performance.now();
    const worker = async () => {
      for (let share = waiting.shift(); share !== undefined; share = waiting.shift()) {
        const inputs = { step: 'fetch', share: JSON.stringify(share), 'shares-directory': folder };
        fetched.push(await bench.step(inputs));
      }
    };
    await Promise.all([worker(), worker()]);
    const seconds = (performance.now() - started) / 1000;
    const peak = Math.max(...fetched.map(({ peakMb }) => peakMb));
    const failed = fetched.filter(({ ran }) => ran.status !== 0).length;
    console.log(
      `fetch: ${fetched.length} jobs in ${seconds.toFixed(1)} s, two at a time, at most ${peak.toFixed(0)} MB, ${failed} failed`,
    );
    tell('publish', await bench.step({ step: 'publish', 'shares-directory': folder }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { commits, documents } = await bench.repository();
  console.log(
    `the repository: ${commits} commits, each with a whole snapshot, the last with ${documents} documents, git fsck clean`,
  );
}

using bench = await startBench(size);
console.log(`${size.instances} instances × ${size.groups} API groups of ${size.bytes} bytes`);
await divided(null);
await bench.edit();
console.log('every document changed in Xano, and the job of share 3 fails');
await divided(3);
