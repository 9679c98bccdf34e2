/**
 * Commits of 2,000 documents, 600 MB in all: first all new, then all changed. Prints time and
 * memory of the whole action, and what the repository holds.
 *
 * usage: npm run bench -- publish [--documents 2000] [--bytes 300000]
 */
import { parseArgs } from 'node:util';
import { startBench } from './action-measure.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '2000' },
    bytes: { type: 'string', default: '300000' },
  },
});
const groups = Math.ceil(Number(values.documents) / 20);
using bench = await startBench({ instances: 4, workspaces: 5, groups, bytes: Number(values.bytes) });

for (const round of ['new', 'changed']) {
  const { ran, seconds, peakMb } = await bench.step({});
  const { commits, documents } = await bench.repository();
  console.log(
    `${ran.outputs.documents} documents, ${round}: ${seconds.toFixed(1)} s, ${peakMb.toFixed(0)} MB, exit ${ran.status}; ${commits} commits, each with a whole snapshot, the last with ${documents} documents, git fsck clean`,
  );
  if (ran.status !== 0) console.log(ran.stdout.split('\n').slice(-12).join('\n'));
  await bench.edit();
}
