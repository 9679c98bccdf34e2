/** Builds the bundles of the actions afresh and fails when what is committed differs: users run the committed file. */
import { spawnSync } from 'node:child_process';

const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' });
const built = spawnSync('turbo', ['run', 'build', '--force', '--output-logs=errors-only'], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);
const stale = git('status', '--porcelain', '--', 'actions/*/dist').stdout.trim();
if (stale !== '') {
  console.error(`These bundles differ from a fresh build; run "npm run build" and commit them:\n${stale}`);
  process.exit(1);
}
console.log('Every committed bundle equals a fresh build.');
