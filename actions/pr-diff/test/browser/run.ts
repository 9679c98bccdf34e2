/**
 * `npm run test:browser`: the tests that show pages in a Chromium, and a closing line with
 * their counts. Exits with 0 when all passed, 1 when one failed, and 2 without a Chromium.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium, NO_CHROMIUM } from './find-chromium.ts';

const cwd = fileURLToPath(new URL('.', import.meta.url));
const jest = fileURLToPath(new URL('../../../../scripts/jest.mjs', import.meta.url));
const resultFile = fileURLToPath(new URL('.jest-result.json', import.meta.url));

if (findChromium(process.env) === null) {
  console.error(NO_CHROMIUM);
  process.exit(2);
}
rmSync(resultFile, { force: true });
const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], { cwd, stdio: 'inherit' });
const result = JSON.parse(readFileSync(resultFile, 'utf8')) as Record<string, number>;
const failed = (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0);
console.log(`\n${result.numPassedTests ?? 0} passed, ${failed} failed`);
process.exit(status === 0 && failed === 0 ? 0 : 1);
