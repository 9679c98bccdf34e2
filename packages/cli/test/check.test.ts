import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { bookShop, startFakeXano } from '@xano-specs/fake-xano';
import { environmentOf, priceOf } from './support/account.ts';
import { xanoSpecs } from './support/command.ts';
import { commitAll, emptyFolder, git, write } from './support/folders.ts';

const DAY_MS = 24 * 3_600_000;

/** A snapshot of a fake Xano that was committed so many days ago, and the command in its folder. */
async function committedDaysAgo(days: number) {
  const xano = await startFakeXano();
  const folder = await emptyFolder();
  const run = (args: readonly string[], cwd = folder.path) =>
    xanoSpecs(args, { cwd, env: environmentOf(xano) });
  await run(['snapshot']);
  commitAll(folder.path);
  const date = new Date(Date.now() - days * DAY_MS).toISOString();
  git(folder.path, 'commit', '-q', '--amend', '--no-edit', '--date', date);
  // What counts is when it was committed; this makes it the same as when it was written.
  git(folder.path, 'rebase', '-q', '--committer-date-is-author-date', '--root');
  return {
    xano,
    path: folder.path,
    check: (...args: string[]) => run(['check', ...args]),
    checkIn: (cwd: string, ...args: string[]) => run(['check', ...args], cwd),
    [Symbol.asyncDispose]: async () => {
      await xano.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describe('check --max-age', () => {
  test('given a snapshot that is young enough, then it says how old it is', async () => {
    await using snapshot = await committedDaysAgo(3);
    const { status, stderr } = await snapshot.check('--max-age', '30');
    expect(stderr).toMatch(
      /^No change \(3 documents\)\nspecs was last changed 3 days ago, on \d{4}-\d\d-\d\d \([0-9a-f]{7}\)\n$/,
    );
    expect(status).toBe(0);
  });

  test('given one that is too old, then it says so, what that may mean and where to look', async () => {
    await using snapshot = await committedDaysAgo(45);
    await write(snapshot.path, { 'README.md': 'another commit' });
    commitAll(snapshot.path);
    const { status, stderr } = await snapshot.check('--max-age', '30');
    expect(stderr).toMatch(
      /\n✗ specs was last changed 45 days ago, on \d{4}-\d\d-\d\d \([0-9a-f]{7}\), and 30 days are allowed\.\n {2}Unless Xano has nothing new, the workflow that takes it no longer runs: its token may have expired, and .* Look at its last run under Actions\.\n$/,
    );
    expect(status).toBe(1);
    expect((await snapshot.check('HEAD:specs', '--max-age', '30')).stderr).toContain('✗ HEAD:specs was last');
    expect((await snapshot.check('--max-age', '60')).status).toBe(0);
    expect(await snapshot.check()).toMatchObject({ status: 0, stderr: 'No change (3 documents)\n' });
    priceOf(snapshot.xano).type = 'text';
    expect((await snapshot.check('--max-age', '60')).status).toBe(1);
  });

  test('given a clone whose history is cut off, then its age is not taken for that of the snapshot', async () => {
    await using snapshot = await committedDaysAgo(45);
    await using clones = await emptyFolder();
    const clone = (name: string) => {
      git(clones.path, 'clone', '-q', '--depth', '1', pathToFileURL(snapshot.path).href, name);
      return join(clones.path, name);
    };
    const old = await snapshot.checkIn(clone('old'), '--max-age', '30');
    expect(old.status).toBe(1);
    expect(old.stderr).toContain('✗ specs was last changed 45 days ago or earlier, on ');
    await write(snapshot.path, { 'README.md': 'another commit' });
    commitAll(snapshot.path);
    const young = await snapshot.checkIn(clone('young'), '--max-age', '30');
    expect({ status: young.status, stdout: young.stdout }).toEqual({ status: 2, stdout: '' });
    expect(young.stderr).toContain(
      "✗ The history of specs is cut off in this clone, so its age can't be told.",
    );
    expect(young.stderr).toContain('actions/checkout with fetch-depth: 0');
  });

  test.each<[string, boolean, RegExp]>([
    [
      'one that was never committed',
      true,
      /^✗ The manifest of specs was never committed, so nobody knows how old/,
    ],
    ['no repository', false, /^✗ The history of the snapshot can't be read: .*not a git repository/],
  ])('given %s, then it says so', async (_, isRepository, message) => {
    await using folder = await emptyFolder();
    await write(folder.path, { 'specs/manifest.json': '{"version": 2, "groups": []}\n' });
    if (isRepository) git(folder.path, 'init', '-q');
    const { status, stderr } = await xanoSpecs(['check', '--max-age', '30'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('given an age that is none, then it says what to give', async () => {
    await using folder = await emptyFolder();
    const { status, stderr } = await xanoSpecs(['check', '--max-age', '3d'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('Give a whole number of days.');
  });
});

describe('check of a snapshot whose documents are written in another way', () => {
  test.each([['--redact'], ['--strip-examples'], ['--extract-components']])(
    'given %s in both commands, then the same account shows no change',
    async (option) => {
      await using xano = await startFakeXano({ account: bookShop({ leaks: true }) });
      await using folder = await emptyFolder();
      const options = { cwd: folder.path, env: environmentOf(xano) };
      await xanoSpecs(['snapshot', option], options);
      const ran = await xanoSpecs(['check', option], options);
      expect(ran.stderr).toContain('No change');
      expect(ran.status).toBe(0);
    },
  );
});
