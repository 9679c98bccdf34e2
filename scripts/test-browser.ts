/**
 * `npm run test:browser`: the tests that show pages in a Chromium, and a closing line with
 * their counts. Exits with 0 when all passed, 1 when one failed, and 2 without a Chromium.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, NO_CHROMIUM } from './find-chromium.ts';

/** The folders with such tests, each with a configuration of its own. */
const FOLDERS = [
  'actions/pr-diff/test/browser',
  'packages/report/test/browser',
  'packages/site/test/browser',
];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const JEST = fileURLToPath(new URL('jest.mjs', import.meta.url));

/** Runs the tests of one folder; gives how many passed and failed, and whether all is well. */
function run(folder: string): { passed: number; failed: number; isWell: boolean } {
  const cwd = join(ROOT, folder);
  const resultFile = join(cwd, '.jest-result.json');
  rmSync(resultFile, { force: true });
  const { status } = spawnSync(process.execPath, [JEST, ...process.argv.slice(2)], { cwd, stdio: 'inherit' });
  const result = JSON.parse(readFileSync(resultFile, 'utf8')) as Record<string, number>;
  const failed = (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0);
  return { passed: result.numPassedTests ?? 0, failed, isWell: status === 0 && failed === 0 };
}

if (findChromium(process.env) === null) {
  console.error(NO_CHROMIUM);
  process.exit(2);
}
const results = FOLDERS.map(run);
const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(results.every(({ isWell }) => isWell) ? 0 : 1);
