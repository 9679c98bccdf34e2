import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { NUMBER_PRICE, TEXT_PRICE } from './support/documents.ts';
import { commitAll, emptyFolder, filesOf, write } from './support/folders.ts';

const ROOT = join(import.meta.dirname, '..');

/** Runs a program and gives what it printed; throws with its errors when it can't be started. */
function program(
  name: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
) {
  const done = spawnSync(name, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  if (done.error !== undefined) throw done.error;
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

interface Manifest {
  readonly dependencies?: unknown;
  readonly scripts: Readonly<Record<string, string>>;
}

/** Starts the fake of the installed package as a process of its own. */
async function startFake(command: string, cwd: string) {
  const child = spawn(command, ['fake', '--json'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const printed = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.setEncoding('utf8').once('data', resolve);
  });
  const { masterUrl, accessToken } = JSON.parse(printed) as { masterUrl: string; accessToken: string };
  return {
    env: { XANO_MASTER_URL: masterUrl, XANO_ACCESS_TOKEN: accessToken },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGINT');
      await closed;
    },
  };
}

describe('the package as it is published', () => {
  test('given its tarball in an empty folder without a network, then every command works there', async () => {
    await using packed = await emptyFolder();
    await using folder = await emptyFolder();
    const cwd = folder.path;
    // The bundle was built by the script that prepack runs; it may be in use by other tests now.
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', packed.path];
    const [tarball] = JSON.parse(program('npm', args, ROOT, { HOME: packed.path }).stdout) as [
      { filename: string; files: { path: string }[] },
    ];
    const paths = tarball.files.map(({ path }) => path);
    expect(paths.filter((path) => !/^dist\/[\w-]+\.js$/.test(path)).sort()).toEqual([
      'LICENSE',
      'README.md',
      'bin/xano-specs.js',
      'package.json',
    ]);
    expect(paths).toContain('dist/main.js');

    await write(cwd, { 'package.json': '{"private": true}' });
    const file = join(packed.path, tarball.filename);
    const installed = program('npm', ['install', '--offline', '--no-audit', '--no-fund', file], cwd, {
      HOME: cwd,
    });
    expect(installed.status).toBe(0);

    const command = join(cwd, 'node_modules', '.bin', 'xano-specs');
    await using xano = await startFake(command, cwd);
    const run = (...words: string[]) => program(command, words, cwd, xano.env);
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('snapshot')).toMatchObject({ status: 0 });
    expect(Object.keys(await filesOf(join(cwd, 'specs')))).toHaveLength(4);
    expect(run('checks', 'endpoint-added')).toMatchObject({ status: 0 });

    await write(cwd, { '.gitignore': 'node_modules\n', 'a.json': NUMBER_PRICE });
    commitAll(cwd);
    await write(cwd, { 'a.json': TEXT_PRICE });
    expect(run('diff', 'HEAD:a.json', 'a.json')).toMatchObject({
      status: 1,
      stderr: '1 breaking change (1 operation)\n',
    });
  });

  test('given its manifest, then it needs no other package, and packing builds it first', async () => {
    const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Manifest;
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.scripts.prepack).toBe('npm run build');
    const files = Object.values(await filesOf(join(ROOT, 'dist')));
    expect(files.filter((text) => text.includes(join(ROOT, '..')))).toEqual([]);
  });
});
