import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { load } from 'js-yaml';

/** The script of the example that pushes a report's page to the branch of all of them. */
function script(): string {
  const text = readFileSync(new URL('../../../examples/pr-diff-page.yml', import.meta.url), 'utf8');
  const { jobs } = load(text) as { jobs: { publish: { steps: readonly { readonly run?: string }[] } } };
  const found = jobs.publish.steps.find(({ run }) => run?.includes('git push'))?.run;
  if (found === undefined) throw new Error('The example pushes nothing.');
  return found;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xano-specs-publish-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(cwd: string, ...args: string[]): string {
  const env = { PATH: process.env.PATH ?? '', HOME: folder, LC_ALL: 'C' };
  return execFileSync('git', args, { cwd, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What bash is given to run the step for a pull request as a runner does, but without its pauses. */
async function stepFor(number: number): Promise<{ readonly cwd: string; readonly args: string[] }> {
  const cwd = join(folder, `clone-${number}`);
  git(folder, 'clone', '--quiet', 'origin.git', cwd);
  const temporary = join(folder, `runner-${number}`);
  await mkdir(join(temporary, 'page'), { recursive: true });
  await writeFile(join(temporary, 'page', 'report.html'), `page ${number}`);
  const file = join(folder, `step-${number}.sh`);
  const settings = `export HOME='${folder}' RUNNER_TEMP='${temporary}' NUMBER=${number}`;
  await writeFile(file, `${settings}\nsleep() { :; }\ncd '${cwd}'\n${script()}`);
  return { cwd, args: ['-e', file] };
}

test('given two pull requests that publish at the same time, on a branch that is not there yet, then both have their page', async () => {
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git');
  git(folder, 'clone', '--quiet', 'origin.git', 'first');
  const first = join(folder, 'first');
  await writeFile(join(first, 'README.md'), 'hello');
  git(first, 'add', '.');
  git(first, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'first');
  git(first, 'push', '--quiet', 'origin', 'HEAD:main');
  const [slow, quick] = [await stepFor(1), await stepFor(2)];
  // The other one pushes between the fetch of this one and its push.
  const hook = join(slow.cwd, '.git', 'hooks', 'pre-push');
  await mkdir(join(slow.cwd, '.git', 'hooks'), { recursive: true });
  await writeFile(
    hook,
    `#!/bin/sh\nrm "$0"\nunset $(git rev-parse --local-env-vars)\nbash ${quick.args.join(' ')}\n`,
  );
  await chmod(hook, 0o755);
  execFileSync('bash', slow.args, { stdio: 'pipe' });

  const origin = join(folder, 'origin.git');
  expect(git(origin, 'ls-tree', '-r', '--name-only', 'api-reports').trim().split('\n')).toEqual([
    '1/report.html',
    '2/report.html',
  ]);
  expect(git(origin, 'show', 'api-reports:1/report.html')).toBe('page 1');
});
