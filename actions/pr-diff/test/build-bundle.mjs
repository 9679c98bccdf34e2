import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Makes the bundle of what is in src now, in half a second, so that no test runs an old one. */
export default function buildBundle() {
  const script = fileURLToPath(new URL('../../../scripts/bundle.ts', import.meta.url));
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const built = spawnSync(process.execPath, [script, 'src/main.ts', 'dist/index.js'], {
    cwd,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The bundle could not be built:\n${built.stderr}`);
}
