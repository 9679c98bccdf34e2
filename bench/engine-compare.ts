/** What the command does with two files, as a process to be timed: read, compare, write the report as JSON. */
import { readFileSync } from 'node:fs';
import { tuneForOneComparison } from '@xano-specs/core/process';
import { diff, ReadError, readPair, renderJson } from '@xano-specs/openapi-diff';

tuneForOneComparison();

const [base = '', head = ''] = process.argv.slice(2);
const load = async (uri: string) => readFileSync(uri, 'utf8');
try {
  const pair = await readPair({ uri: base, load }, { uri: head, load });
  const report = await diff(pair.base, pair.head, { now: new Date('2026-11-25T00:00:00Z') });
  process.stdout.write(renderJson(report));
} catch (error) {
  if (!(error instanceof ReadError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 2;
}
console.error(`peak ${process.resourceUsage().maxRSS * 1024}`);
