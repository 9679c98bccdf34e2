import { describe, expect, test } from '@jest/globals';
import { xanoSpecs } from './support/command.ts';
import { bookDocument, MORE_PROPERTIES, NUMBER_PRICE, TEXT_PRICE } from './support/documents.ts';
import { emptyFolder, filesOf, write } from './support/folders.ts';

const FILES = { 'old.json': NUMBER_PRICE, 'new.json': TEXT_PRICE, 'more.json': MORE_PROPERTIES };

describe('the report of diff', () => {
  test('given text, then the causes are on standard output and the verdict ends standard error', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, FILES);
    expect(await xanoSpecs(['diff', 'old.json', 'new.json'], { cwd: folder.path })).toMatchSnapshot();
  });

  test('given FORCE_COLOR or NO_COLOR, then they decide and not the terminal', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, FILES);
    const cwd = folder.path;
    const args = ['diff', 'old.json', 'new.json'];
    const forced = await xanoSpecs(args, { cwd, env: { FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001b[31m✗');
    expect(forced.stderr).toContain('\u001b[31m');
    const refused = await xanoSpecs(args, { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(refused.stdout + refused.stderr).not.toContain('\u001b');
  });

  test.each([
    ['markdown', /^### ✗ 1 breaking change/],
    ['json', /^\{\n {2}"formatVersion": 1/],
    ['sarif', /"version": "2\.1\.0"/],
    ['junit', /^<\?xml version="1\.0"/],
    ['github', /^::error file=new\.json,line=\d+/],
  ])('given --format %s, then standard output holds that alone', async (format, begins) => {
    await using folder = await emptyFolder();
    await write(folder.path, FILES);
    const ran = await xanoSpecs(['diff', 'old.json', 'new.json', '--format', format], { cwd: folder.path });
    expect(ran.stdout).toMatch(begins);
    expect(ran).toMatchObject({ status: 1, stderr: '1 breaking change (1 operation)\n' });
  });

  test('given --output, then the report goes there whole and standard output is empty', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, FILES);
    const args = ['diff', 'old.json', 'new.json', '--json', '--output', 'out/report.json'];
    const ran = await xanoSpecs(args, { cwd: folder.path });
    const files = await filesOf(folder.path);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(Object.keys(files)).toEqual(['more.json', 'new.json', 'old.json', 'out/report.json']);
    expect(JSON.parse(files['out/report.json'] ?? '')).toMatchObject({ summary: { error: 1 } });
    const blocked = await xanoSpecs(['diff', 'old.json', 'new.json', '--output', 'old.json/x'], {
      cwd: folder.path,
    });
    expect(blocked).toMatchObject({ status: 2, stdout: '' });
    expect(blocked.stderr).toContain("old.json/x can't be written");
  });

  test.each([
    ['new.json', [], 1],
    ['new.json', ['--fail-on', 'none'], 0],
    ['new.json', ['--level', 'response-property-type-changed=warning'], 0],
    ['new.json', ['--level', 'response-property-type-changed=warning', '--fail-on', 'warning'], 1],
    ['new.json', ['--level', 'response-property-type-changed=none'], 0],
    ['more.json', [], 0],
    ['new.json', ['--fail-on', 'everything'], 2],
    ['new.json', ['--level', 'no-such-check=error'], 2],
    ['new.json', ['--level', 'nonsense'], 2],
    ['new.json', ['--grace-days', 'stable=many'], 2],
  ])('given %s and %j, then the exit code is %d', async (head, options, status) => {
    await using folder = await emptyFolder();
    await write(folder.path, FILES);
    const ran = await xanoSpecs(['diff', 'old.json', head, ...options], { cwd: folder.path });
    expect(ran.status).toBe(status);
  });

  test('given an exceptions file in its usual place, then what it accepts does not fail', async () => {
    await using folder = await emptyFolder();
    const accepted = 'exceptions:\n  - id: response-property-type-changed\n    reason: the app was told\n';
    await write(folder.path, { ...FILES, '.xano-specs/exceptions.yml': accepted });
    const cwd = folder.path;
    const usual = await xanoSpecs(['diff', 'old.json', 'new.json'], { cwd });
    expect(usual).toMatchObject({ status: 0, stderr: 'No breaking change, 1 accepted change\n' });
    expect(usual.stdout).toContain('1 change accepted by the exceptions file');
    expect(await xanoSpecs(['diff', 'old.json', 'new.json', '--no-exceptions'], { cwd })).toMatchObject({
      status: 1,
    });
    await write(cwd, { 'mine.yml': 'exceptions:\n  - id: response-property-type-changed\n' });
    const broken = await xanoSpecs(['diff', 'old.json', 'new.json', '--exceptions', 'mine.yml'], { cwd });
    expect(broken.status).toBe(2);
    expect(broken.stderr).toContain('line 2: reason: is missing');
  });

  test('given --no-group, then each place is a change of its own', async () => {
    await using folder = await emptyFolder();
    const twice = (text: string) =>
      text.replace('"/book": {', '"/copy": {"$ref": "#/paths/~1book"},\n    "/book": {');
    await write(folder.path, { 'old.json': twice(NUMBER_PRICE), 'new.json': twice(TEXT_PRICE) });
    const count = async (...options: string[]) => {
      const { stdout } = await xanoSpecs(['diff', 'old.json', 'new.json', '--json', ...options], {
        cwd: folder.path,
      });
      return (JSON.parse(stdout) as { changes: unknown[] }).changes.length;
    };
    expect([await count(), await count('--no-group')]).toEqual([1, 2]);
  });

  test('given names that would steer a terminal, then they are shown and do nothing', async () => {
    await using folder = await emptyFolder();
    const evil = 'a\u001b[2J\u202ename';
    await write(folder.path, {
      'old.json': bookDocument({ [evil]: { type: 'number' } }),
      'new.json': bookDocument({ [evil]: { type: 'string' } }),
    });
    const { stdout, stderr } = await xanoSpecs(['diff', 'old.json', 'new.json'], { cwd: folder.path });
    expect(stdout).toContain('\\u{1b}[2J\\u{202e}');
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stdout + stderr).not.toContain('\u202e');
  });

  test('given a reader that goes away, then the command ends without a word about it', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, FILES);
    const ran = await xanoSpecs(['diff', 'old.json', 'new.json', '--json'], {
      cwd: folder.path,
      onStart: (child) => child.stdout?.destroy(),
    });
    expect(ran).toEqual({ status: 1, stdout: '', stderr: '1 breaking change (1 operation)\n' });
  });
});
