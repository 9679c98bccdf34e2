/** Builds the bundle once for all tests: they run what is published. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

export default function buildCommand() {
  const root = dirname(import.meta.dirname);
  const script = ['../../scripts/bundle.ts', 'src/main.ts', 'dist/main.js', '--split'];
  const done = spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The bundle could not be built:\n${done.stderr}`);
}
