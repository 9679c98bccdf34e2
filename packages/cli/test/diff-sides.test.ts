import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { localSide } from '../src/sides/local-side.ts';
import { xanoSpecs } from './support/command.ts';
import { MORE_PROPERTIES, NUMBER_PRICE, TEXT_PRICE } from './support/documents.ts';
import { commitAll, emptyFolder, write } from './support/folders.ts';

interface JsonReport {
  readonly base: string;
  readonly head: string;
  readonly summary: { readonly error: number };
  readonly documents?: readonly { readonly name: string; readonly status: string }[];
}

function reportOf(stdout: string): JsonReport {
  return JSON.parse(stdout) as JsonReport;
}

describe('the sides of diff', () => {
  test('given two files, then the report names both as they were written', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, { 'a.json': NUMBER_PRICE, 'b/c.json': TEXT_PRICE });
    const { status, stdout } = await xanoSpecs(['diff', './a.json', 'b/c.json', '--json'], {
      cwd: folder.path,
    });
    expect(status).toBe(1);
    expect(reportOf(stdout)).toMatchObject({ base: './a.json', head: 'b/c.json', summary: { error: 1 } });
  });

  test('given folders, then documents are paired by path, and those on one side alone are told', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, {
      'old/x/same.json': NUMBER_PRICE,
      'old/gone.json': NUMBER_PRICE,
      'old/changed.yaml': 'openapi: 3.0.3\ninfo: {title: A, version: "1"}\npaths: {}\n',
      'new/x/same.json': NUMBER_PRICE,
      'new/new.json': NUMBER_PRICE,
      'new/changed.yaml': 'openapi: 3.0.3\ninfo: {title: B, version: "1"}\npaths: {}\n',
      'new/manifest.json': '{"version": 1}',
      'new/parts/schema.json': '{"type": "object"}',
      'new/node_modules/a/openapi.json': TEXT_PRICE,
      'new/.hidden/openapi.json': TEXT_PRICE,
    });
    const json = await xanoSpecs(['diff', 'old', 'new', '--json'], { cwd: folder.path });
    expect(reportOf(json.stdout).documents).toMatchObject([
      { name: 'changed.yaml' },
      { name: 'gone.json', status: 'removed' },
      { name: 'new.json', status: 'added' },
      { name: 'x/same.json', status: 'same' },
    ]);
    const text = await xanoSpecs(['diff', 'old', 'new'], { cwd: folder.path });
    expect(text.stdout).toContain('- old/gone.json is gone\n+ new/new.json is new\n');
    expect(text.stderr).toContain('Left out, as no OpenAPI documents: parts/schema.json\n');
    expect(text.status).toBe(1);
  });

  test('given a file that stopped being a document, then no report hides it', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, {
      'old/a.json': NUMBER_PRICE,
      'new/a.json': '<!doctype html><title>Sign in</title>',
    });
    const { status, stdout, stderr } = await xanoSpecs(['diff', 'old', 'new'], { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('new/a.json');
  });

  test('given revisions of a repository, then files and folders are read from them', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, { 'specs/a.json': NUMBER_PRICE, 'specs/ünï "x".json': NUMBER_PRICE });
    commitAll(folder.path);
    await write(folder.path, { 'specs/a.json': TEXT_PRICE });
    const cwd = folder.path;
    const worktree = await xanoSpecs(['diff', 'HEAD:specs', 'specs', '--json'], { cwd });
    expect(worktree.status).toBe(1);
    expect(reportOf(worktree.stdout).documents).toHaveLength(2);
    commitAll(folder.path);
    const file = await xanoSpecs(['diff', 'HEAD~1:specs/a.json', 'main:specs/a.json', '--json'], { cwd });
    expect(reportOf(file.stdout)).toMatchObject({ base: 'HEAD~1:specs/a.json', summary: { error: 1 } });
    const below = await xanoSpecs(['diff', 'HEAD~1:./a.json', 'a.json'], { cwd: join(cwd, 'specs') });
    expect(below.status).toBe(1);
    const same = await xanoSpecs(['diff', 'HEAD:specs', 'HEAD:specs'], { cwd });
    expect(same).toEqual({ status: 0, stdout: '', stderr: 'No change (2 documents)\n' });
  });

  test('given a reference to another file, then it is read from the same revision', async () => {
    await using folder = await emptyFolder();
    const root = NUMBER_PRICE.replace('"type": "number"', '"$ref": "parts/price.json"');
    await write(folder.path, { 'specs/a.json': root, 'specs/parts/price.json': '{"type": "number"}' });
    commitAll(folder.path);
    await write(folder.path, { 'specs/parts/price.json': '{"type": "string"}' });
    const { status, stderr } = await xanoSpecs(['diff', 'HEAD:specs/a.json', 'specs/a.json'], {
      cwd: folder.path,
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '1 breaking change (1 operation)\n' });
  });

  test('given standard input, then it is one of the sides', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, { 'a.json': NUMBER_PRICE });
    const ran = await xanoSpecs(['diff', 'a.json', '-'], { cwd: folder.path, input: MORE_PROPERTIES });
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('-:');
    const both = await xanoSpecs(['diff', '-', '-'], { cwd: folder.path, input: MORE_PROPERTIES });
    expect(both).toMatchObject({ status: 2, stdout: '' });
  });

  test.each([
    ['an option for a revision', ['--', '--output=x:specs', 'a.json'], "`--output=x` can't be a revision."],
    ['an unknown revision', ['nope:specs', 'a.json'], 'This repository has no revision `nope`.'],
    ['an unknown path', ['HEAD:nope', 'a.json'], '`nope` does not stand in HEAD.'],
    ['no such file', ['nope.json', 'a.json'], "nope.json can't be compared: it is not there."],
    ['nothing for a side', ['', 'a.json'], 'A side of the comparison is empty: is a variable not set?'],
    ['a folder and a file', ['.', 'a.json'], '. is a folder and a.json is a file.'],
    ['an address', ['https://example.com/a.json', 'a.json'], 'nothing is fetched from the network'],
  ])('given %s, then it says so, writes nothing and exits 2', async (_name, sides, message) => {
    await using folder = await emptyFolder();
    await write(folder.path, { 'a.json': NUMBER_PRICE });
    commitAll(folder.path);
    const { status, stdout, stderr } = await xanoSpecs(['diff', ...sides], { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('given a folder that goes away while it is read, then it is named', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, { 'specs/a.json': NUMBER_PRICE });
    const side = await localSide('specs', folder.path);
    await rm(join(folder.path, 'specs'), { recursive: true });
    await expect(side.list()).rejects.toThrow("The folder specs can't be read");
  });

  test('given no repository, then a revision is refused with the reason', async () => {
    await using folder = await emptyFolder();
    await write(folder.path, { 'a.json': NUMBER_PRICE });
    const env = { GIT_CEILING_DIRECTORIES: folder.path };
    const { status, stderr } = await xanoSpecs(['diff', 'HEAD:a.json', 'a.json'], { cwd: folder.path, env });
    expect(status).toBe(2);
    expect(stderr).toContain('git repository');
  });

  test('given a link that leads out of the folder, then what it names is not read', async () => {
    await using outside = await emptyFolder();
    await using folder = await emptyFolder();
    await write(outside.path, { 'secret.json': '{"type": "string", "default": "hidden-word"}' });
    await write(folder.path, { 'a.json': NUMBER_PRICE.replace('"type": "number"', '"$ref": "link.json"') });
    await symlink(join(outside.path, 'secret.json'), join(folder.path, 'link.json'));
    const { status, stdout, stderr } = await xanoSpecs(['diff', 'a.json', 'a.json'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('leads out of the folder');
    expect(stdout + stderr).not.toContain('hidden-word');
  });
});
