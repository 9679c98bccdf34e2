import { execFileSync } from 'node:child_process';
import { rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { manifestText } from '@xano-specs/core';
import { xanoSpecs } from './support/command.ts';
import { MORE_PROPERTIES, NUMBER_PRICE, TEXT_PRICE } from './support/documents.ts';
import { commitAll, emptyFolder, filesOf, git, write } from './support/folders.ts';

/** The manifest of a snapshot that holds these groups, by their paths. */
function manifest(groups: Readonly<Record<string, string>>): string {
  return manifestText({
    version: 2,
    groups: Object.entries(groups).map(([path, version], index) => ({
      path,
      instance: { name: 'shop', display: 'Shop' },
      workspace: { id: 1, name: 'Books' },
      branch: null,
      group: { id: index + 1, name: path.split('/').at(-1) ?? '', canonical: null },
      version,
      sha256: '0'.repeat(64),
      paths: 1,
      operations: 1,
      schemas: 0,
    })),
  });
}

const BOOK = 'shop/books/book.json';
const OTHER = 'shop/books/other.json';

/** A repository with two snapshots: the price became text, and another group stayed as it was. */
async function shop(folder: string, specs = 'specs'): Promise<void> {
  await write(folder, {
    [`${specs}/manifest.json`]: manifest({ [BOOK]: '1.0.0', [OTHER]: '1.0.0' }),
    [`${specs}/${BOOK}`]: NUMBER_PRICE,
    [`${specs}/${OTHER}`]: MORE_PROPERTIES,
  });
  commitAll(folder);
  await write(folder, {
    [`${specs}/manifest.json`]: manifest({ [BOOK]: '2.0.0', [OTHER]: '1.0.0' }),
    [`${specs}/${BOOK}`]: TEXT_PRICE,
  });
  commitAll(folder);
}

/** The pages of change reports among files. */
function reportsIn(files: Readonly<Record<string, string>>): string[] {
  return Object.keys(files).filter((path) => path.includes('/changes/'));
}

describe('site', () => {
  test('given a repository, then the site is built, and the numbers of a report are those of diff --format json', async () => {
    await using folder = await emptyFolder();
    await shop(folder.path);
    const ran = await xanoSpecs(['site'], { cwd: folder.path });
    const files = await filesOf(folder.path);
    const [report = ''] = reportsIn(files);
    const diff = await xanoSpecs(['diff', `HEAD~1:specs/${BOOK}`, `HEAD:specs/${BOOK}`, '--format', 'json'], {
      cwd: folder.path,
    });
    const { summary, changes } = JSON.parse(diff.stdout) as { summary: object; changes: { cause: string }[] };
    const [, json = ''] = /id="report-index">(.*)<\/script>/.exec(files[report] ?? '') ?? [];
    const index = JSON.parse(json) as { counts: object; changes: [number, string][] };

    expect(ran).toMatchObject({ status: 0, stdout: 'site/index.html\n' });
    expect(ran.stderr).toMatch(/^2 API groups built, \d+ files written · \d/);
    expect(report).toMatch(/^site\/apis\/shop\/books\/book\/changes\/2\.0\.0-[0-9a-f]{12}\.html$/);
    expect(index.counts).toEqual(summary);
    expect(index.changes.map(([, cause]) => cause)).toEqual(changes.map(({ cause }) => cause));
  });

  test('given a second run, then nothing is written, and --json says so', async () => {
    await using folder = await emptyFolder();
    await shop(folder.path);
    await xanoSpecs(['site'], { cwd: folder.path });
    const before = await filesOf(folder.path);
    const ran = await xanoSpecs(['site', '--json'], { cwd: folder.path });

    expect(JSON.parse(ran.stdout)).toEqual({
      formatVersion: 1,
      directory: 'site',
      commit: git(folder.path, 'rev-parse', 'HEAD').trim(),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      groups: { built: 0, unchanged: 2, removed: 0 },
      files: { written: 0, removed: 0 },
      troubles: [],
    });
    expect(await filesOf(folder.path)).toEqual(before);
  });

  test('given a revision, a folder of its own, options and a working folder below the top, then they count', async () => {
    await using folder = await emptyFolder();
    await shop(folder.path, 'backend/my specs');
    await write(folder.path, { 'backend/app/x.txt': '' });
    const cwd = join(folder.path, 'backend', 'app');
    const args = [
      '--out',
      '../public',
      '--title',
      'Our <APIs>',
      '--url',
      'https://example.github.io/a',
      '--versions',
      '1',
    ];
    const inFolder = await xanoSpecs(['site', '../my specs', ...args], { cwd });
    const fromFolder = await filesOf(join(folder.path, 'backend/public'));
    const byRevision = await xanoSpecs(['site', 'HEAD~1:backend/my specs', '--out', 'old'], { cwd });
    const fromRevision = await filesOf(join(cwd, 'old'));

    expect([inFolder.status, byRevision.status]).toEqual([0, 0]);
    expect(fromFolder['index.html']).toContain('<title>Our &lt;APIs&gt;</title>');
    expect(fromFolder['feed.xml']).toContain('href="https://example.github.io/a/feed.xml"');
    expect([reportsIn(fromFolder).length, reportsIn(fromRevision).length]).toEqual([1, 0]);
  });

  test.each([
    ['99999999999999', '9999-12-31T23:59:59Z'],
    ['253402300800', '9999-12-31T23:59:59Z'],
    ['1', '1970-01-01T00:00:01Z'],
  ])(
    'given a commit that says it was made %s seconds after 1970, then its time is one that a feed may have',
    async (seconds, at) => {
      await using folder = await emptyFolder();
      await shop(folder.path);
      const [head, text] = [
        git(folder.path, 'rev-parse', 'HEAD'),
        git(folder.path, 'cat-file', 'commit', 'HEAD'),
      ];
      const forged = text.replace(/^(committer .*> )\d+/m, `$1${seconds}`);
      const made = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], {
        cwd: folder.path,
        input: `${forged.trimEnd()}\n`,
        encoding: 'utf8',
      });
      git(folder.path, 'update-ref', 'HEAD', made.trim(), head.trim());
      const ran = await xanoSpecs(['site', '--json'], { cwd: folder.path });
      const files = await filesOf(folder.path);

      expect(JSON.parse(ran.stdout)).toMatchObject({ at, groups: { built: 2 } });
      expect(files['site/feed.xml']).toContain(`<updated>${at}</updated>`);
    },
  );

  test('given settings of git that change what it prints, then the history is the same', async () => {
    await using folder = await emptyFolder();
    await shop(folder.path, 'backend/specs');
    for (const setting of ['diff.relative', 'log.follow', 'log.showSignature', 'diff.renames']) {
      git(folder.path, 'config', setting, 'true');
    }
    await write(folder.path, { 'other/file': '' });
    const ran = await xanoSpecs(['site', 'HEAD:backend/specs', '--json'], {
      cwd: join(folder.path, 'other'),
    });

    expect(JSON.parse(ran.stdout)).toMatchObject({ groups: { built: 2 } });
  });

  test('given a first build that was stopped half-way, then the next one goes on in the same folder', async () => {
    await using folder = await emptyFolder();
    await shop(folder.path);
    const object = git(folder.path, 'rev-parse', `HEAD:specs/${OTHER}`).trim();
    const [place, away] = [
      join(folder.path, '.git/objects', object.slice(0, 2), object.slice(2)),
      join(folder.path, '.git/away'),
    ];
    await rename(place, away);
    const stopped = await xanoSpecs(['site'], { cwd: folder.path });
    const left = Object.keys(await filesOf(folder.path)).filter((path) => path.startsWith('site/apis/'));
    await rename(away, place);
    const again = await xanoSpecs(['site'], { cwd: folder.path });

    expect(stopped.status).toBe(2);
    expect(left.length).toBeGreaterThan(0);
    expect(again).toMatchObject({ status: 0, stdout: 'site/index.html\n' });
  });

  test('given merges, then the history is that of the branch: a merge is one version', async () => {
    await using folder = await emptyFolder();
    await shop(folder.path);
    git(folder.path, 'checkout', '--quiet', '-b', 'work');
    for (const text of [NUMBER_PRICE, MORE_PROPERTIES]) {
      await write(folder.path, { [`specs/${BOOK}`]: text });
      commitAll(folder.path);
    }
    git(folder.path, 'checkout', '--quiet', 'main');
    git(folder.path, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'work');
    await xanoSpecs(['site'], { cwd: folder.path });

    expect(reportsIn(await filesOf(folder.path))).toHaveLength(2);
  });
});

describe('what keeps a site from being built', () => {
  const refused = { status: 2, stdout: '' };

  test('given no repository, a repository without a commit, or none with a snapshot, then the error says what to do', async () => {
    await using folder = await emptyFolder();
    const cwd = folder.path;
    expect(await xanoSpecs(['site'], { cwd })).toEqual({
      ...refused,
      stderr: expect.stringContaining('is in no git repository'),
    });
    git(cwd, 'init', '--quiet', '--initial-branch=main');
    expect(await xanoSpecs(['site'], { cwd })).toEqual({
      ...refused,
      stderr: expect.stringContaining('has no commit `HEAD`'),
    });
    await write(cwd, { 'README.md': 'hello' });
    commitAll(cwd);
    expect(await xanoSpecs(['site'], { cwd })).toEqual({
      ...refused,
      stderr: expect.stringContaining('xano-specs snapshot'),
    });
    expect(Object.keys(await filesOf(cwd))).toEqual(['README.md']);
  });

  test('given a shallow clone, then the error names the setting', async () => {
    await using folder = await emptyFolder();
    await shop(join(folder.path, 'whole'));
    git(folder.path, 'clone', '--quiet', '--depth', '1', `file://${folder.path}/whole`, 'part');
    const ran = await xanoSpecs(['site'], { cwd: join(folder.path, 'part') });

    expect(ran).toEqual({ ...refused, stderr: expect.stringMatching(/shallow[\s\S]*fetch-depth: 0/) });
  });

  test('given a folder with files of others, or a link in it, then nothing in it is touched', async () => {
    await using folder = await emptyFolder();
    const cwd = folder.path;
    await shop(cwd);
    await write(cwd, { 'mine/notes.txt': 'mine' });
    const ran = await xanoSpecs(['site', '--out', 'mine'], { cwd });
    expect(ran).toEqual({ ...refused, stderr: expect.stringContaining('such as notes.txt') });

    await xanoSpecs(['site'], { cwd });
    await rm(join(cwd, 'site/apis'), { recursive: true });
    await symlink(join(cwd, 'mine'), join(cwd, 'site/apis'));
    const linked = await xanoSpecs(['site'], { cwd });
    expect(linked).toEqual({ ...refused, stderr: expect.stringContaining('no plain file or folder: apis') });
    for (const target of ['mine', 'nowhere']) {
      await rm(join(cwd, 'link'), { force: true });
      await symlink(join(cwd, target), join(cwd, 'link'));
      const through = await xanoSpecs(['site', '--out', 'link'], { cwd });
      expect(through).toEqual({ ...refused, stderr: expect.stringContaining('link is a symbolic link') });
    }
    expect(Object.keys(await filesOf(join(cwd, 'mine')))).toEqual(['notes.txt']);
  });

  test.each([
    [['--url', 'javascript:alert(1)'], 'must be an address'],
    [['--url', 'https://user:pass@example.com/'], 'must be an address'],
    [['--versions', '0'], 'whole number'],
    [['--out', ''], 'is empty'],
    [['/specs'], 'begins with a slash'],
    [['main --all:specs'], 'has no commit'],
    [['HEAD~1'], 'No commit of `HEAD` holds a folder `HEAD~1`'],
    [['main:backend'], 'No commit of `main` holds a folder `backend`'],
  ])('given %j, then it is refused', async (args, words) => {
    await using folder = await emptyFolder();
    await shop(folder.path);
    expect(await xanoSpecs(['site', ...args], { cwd: folder.path })).toEqual({
      ...refused,
      stderr: expect.stringContaining(words),
    });
  });
});
