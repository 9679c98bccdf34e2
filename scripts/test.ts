/**
 * `npm test`: style, types, bundles and every test of every package, then one closing
 * line with the counts over all of them. Each step runs even when an earlier one failed,
 * so one run shows all there is to mend.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function step(title: string, command: string, args: string[]): boolean {
  console.log(`\n── ${title}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function countTests(): Counts {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const folder of globSync(['packages/*', 'actions/*', 'test'])) {
    const file = `${folder}/.jest-result.json`;
    if (!existsSync(file)) continue;
    const result = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    total.passed += result.numPassedTests ?? 0;
    total.failed += (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0);
    total.skipped += (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  }
  return total;
}

const steps: [string, string, string[]][] = [
  ['style', 'biome', ['check', '--error-on-warnings', '.']],
  ['workflows', 'node', ['scripts/actionlint.ts']],
  ['build and types', 'turbo', ['run', 'build', 'typecheck', '--output-logs=errors-only']],
  ['tests', 'turbo', ['run', 'test', '--concurrency=1', '--continue', '--output-logs=new-only']],
];
const broken = steps.filter(([title, command, args]) => !step(title, command, args)).map(([title]) => title);
const { passed, failed, skipped } = countTests();
if (broken.length > 0) console.log(`\nnot in order: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(broken.length > 0 || failed > 0 ? 1 : 0);
