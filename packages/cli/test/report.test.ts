import { describe, expect, test } from '@jest/globals';
import { xanoSpecs } from './support/command.ts';
import { MORE_PROPERTIES, NUMBER_PRICE, TEXT_PRICE } from './support/documents.ts';
import { commitAll, emptyFolder, filesOf, write } from './support/folders.ts';

const FILES = { 'old.json': NUMBER_PRICE, 'new.json': TEXT_PRICE, 'more.json': MORE_PROPERTIES };

interface Index {
  readonly base: string;
  readonly head: string;
  readonly counts: unknown;
  readonly groups: readonly { readonly name: string; readonly status: string; readonly counts: unknown }[];
  readonly changes: readonly (readonly [level: number, cause: string, check: number, anchor: string])[];
}

/** The data that a page holds under an id. */
function dataOf(html: string | undefined, id: string): unknown {
  const [, json = ''] =
    new RegExp(`<script type="application/json" id="${id}">(.*)</script>`).exec(html ?? '') ?? [];
  return JSON.parse(json);
}

describe('the page of report', () => {
  test.each([
    ['two files', ['old.json', 'new.json']],
    ['two folders', ['a', 'b']],
    ['a revision and a folder', ['HEAD:a', 'b']],
  ])('given %s, then its numbers are those of diff --format json', async (_, sides) => {
    await using folder = await emptyFolder();
    await write(folder.path, {
      ...FILES,
      'a/shop.json': NUMBER_PRICE,
      'a/books.json': NUMBER_PRICE,
      'a/gone.json': NUMBER_PRICE,
      'a/same.json': NUMBER_PRICE,
      'b/shop.json': TEXT_PRICE,
      'b/books.json': MORE_PROPERTIES,
      'b/new.json': TEXT_PRICE,
      'b/same.json': NUMBER_PRICE,
    });
    commitAll(folder.path);
    const diff = await xanoSpecs(['diff', ...sides, '--format', 'json'], { cwd: folder.path });
    const report = await xanoSpecs(['report', ...sides], { cwd: folder.path });

    expect(report).toEqual({ status: diff.status, stdout: 'report.html\n', stderr: diff.stderr });
    const told = JSON.parse(diff.stdout) as {
      base: string;
      head: string;
      summary: unknown;
      changes: { level: string; cause: string; fingerprint: string }[];
      documents?: { name: string; status: string; summary: unknown }[];
    };
    const index = dataOf((await filesOf(folder.path))['report.html'], 'report-index') as Index;
    expect(index).toMatchObject({ base: told.base, head: told.head, counts: told.summary });
    expect(index.groups).toEqual(
      (told.documents ?? []).map(({ name, status, summary }) => ({ name, status, counts: summary })),
    );
    expect(index.changes.map(([level, cause]) => [level, cause])).toEqual(
      told.changes.map(({ level, cause }) => [['error', 'warning', 'info'].indexOf(level), cause]),
    );
    expect(index.changes.map(([, , , anchor]) => anchor.slice(0, 16))).toEqual(
      told.changes.map(({ fingerprint }) => fingerprint),
    );
  });

  test('given --out and the options of diff, then they count, and nothing else is written', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, FILES);
    const args = ['report', 'old.json', 'new.json', '--out', 'pages/changes.html', '--fail-on', 'none'];
    const ran = await xanoSpecs([...args, '--level', 'response-property-type-changed=warning'], {
      cwd: folder.path,
    });
    const files = await filesOf(folder.path);

    expect(ran).toEqual({
      status: 0,
      stdout: 'pages/changes.html\n',
      stderr: 'No breaking change, 1 warning (1 operation)\n',
    });
    expect(Object.keys(files)).toEqual(['more.json', 'new.json', 'old.json', 'pages/changes.html']);
    expect(dataOf(files['pages/changes.html'], 'report-index')).toMatchObject({
      counts: { warning: 1, error: 0 },
    });
  });

  test('given an accepted change, then the page has it with its reason, and it counts nowhere', async () => {
    await using folder = await emptyFolder();
    const accepted = 'exceptions:\n  - id: response-property-type-changed\n    reason: the app was told\n';
    await write(folder.path, { ...FILES, '.xano-specs/exceptions.yml': accepted });
    const ran = await xanoSpecs(['report', 'old.json', 'new.json'], { cwd: folder.path });
    const html = (await filesOf(folder.path))['report.html'];

    expect(ran).toMatchObject({ status: 0, stderr: 'No breaking change, 1 accepted change\n' });
    expect(dataOf(html, 'report-index')).toMatchObject({
      counts: { error: 0 },
      changes: [expect.arrayContaining([3])],
    });
    expect(dataOf(html, 'report-details-0')).toMatchObject([{ accepted: { reason: 'the app was told' } }]);
  });

  test.each(['new.json', './old.json', 'notes.md'])(
    'given --out that names a file that is no page (%s), then it stays as it is, and the exit code is 2',
    async (out) => {
      await using folder = await emptyFolder();
      await write(folder.path, { ...FILES, 'notes.md': '# <!doctype html>' });
      const before = await filesOf(folder.path);
      const ran = await xanoSpecs(['report', 'old.json', 'new.json', '--out', out], { cwd: folder.path });

      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain(`${out} is there already and is no page`);
      expect(await filesOf(folder.path)).toEqual(before);
    },
  );

  test('given --out that names a page, an empty file or a folder, then pages are replaced, and folders are not', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, { ...FILES, 'old.html': '<!DOCTYPE html><p>', 'empty.html': '', 'there/x': '' });
    const statuses = [];
    for (const out of ['old.html', 'empty.html', 'there']) {
      const args = ['report', 'old.json', 'new.json', '--out', out, '--fail-on', 'none'];
      statuses.push((await xanoSpecs(args, { cwd: folder.path })).status);
    }
    const files = await filesOf(folder.path);

    expect(statuses).toEqual([0, 0, 2]);
    expect(files['old.html']).toBe(files['empty.html']);
    expect(files['there/x']).toBe('');
  });

  test('given a side that is not there, then there is no page, and the exit code is 2', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, FILES);
    const ran = await xanoSpecs(['report', 'old.json', 'none.json'], { cwd: folder.path });

    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(Object.keys(await filesOf(folder.path))).not.toContain('report.html');
  });
});
