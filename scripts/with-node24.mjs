/**
 * Runs a command of this repository on any machine that has Node >= 20, npm and git:
 * installs the locked packages when they are missing or older than the lock file,
 * then starts the command with `node_modules/.bin` first on the PATH, where the npm
 * package `node` has put Node 24.
 *
 * Plain JavaScript on purpose: it is the one file that the machine's own Node reads.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  console.error('usage: node scripts/with-node24.mjs COMMAND [ARGUMENT...]');
  process.exit(2);
}

/** Whether pnpm finished an install that the lock file has not outdated. */
function isInstalled() {
  const marker = join(root, 'node_modules', '.modules.yaml');
  const lock = join(root, 'pnpm-lock.yaml');
  return existsSync(marker) && existsSync(lock) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs;
}

function run(file, argv, env = process.env) {
  const done = spawnSync(file, argv, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.error) {
    console.error(`${file} could not be started: ${done.error.message}`);
    return 1;
  }
  return done.status ?? 1;
}

if (!isInstalled()) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.error('Installing the locked packages (once, about a minute; later runs skip this) …');
  const status = run('npx', [
    '--yes',
    packageManager,
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    // Without the warnings that some packages want the Node 24 which this very install brings.
    '--loglevel=error',
  ]);
  if (status !== 0) {
    console.error('The install did not finish: see the lines above. Is the npm registry within reach?');
    process.exit(status);
  }
}
process.exit(
  run(command, args, {
    TURBO_TELEMETRY_DISABLED: '1',
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  }),
);
