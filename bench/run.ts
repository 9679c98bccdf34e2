/**
 * Runs one of the measurements beside this file: `npm run bench -- NAME`, with whatever
 * arguments that one takes.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
/** A file whose name has no hyphen is a measurement; the others are its parts. */
const names = readdirSync(here).flatMap((file) => /^([a-z]+)\.ts$/.exec(file)?.[1] ?? []);
const measurements = names.filter((name) => name !== 'run');
const [name, ...rest] = process.argv.slice(2);

if (name === undefined || !measurements.includes(name)) {
  console.error(`usage: npm run bench -- ${measurements.join('|')} [arguments]`);
  process.exitCode = 2;
} else {
  const { status } = spawnSync(process.execPath, [`${here}${name}.ts`, ...rest], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
