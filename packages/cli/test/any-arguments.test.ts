import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import picocolors from 'picocolors';
import { run } from '../src/run.ts';
import type { Screen } from '../src/terminal/screen.ts';
import { NUMBER_PRICE, TEXT_PRICE } from './support/documents.ts';
import { commitAll, emptyFolder, filesOf, write } from './support/folders.ts';

/** A screen that keeps what is written. */
function memoryScreen(): Screen & { text: string } {
  const screen = {
    text: '',
    write: (text: string) => {
      screen.text += text;
    },
    isTerminal: false,
    columns: 100,
    colours: picocolors.createColors(false),
  };
  return screen;
}

async function* inputOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function runDiff(cwd: string, args: readonly string[]) {
  const [out, err] = [memoryScreen(), memoryScreen()];
  const status = await run(['diff', ...args], {
    env: {},
    workingDirectory: cwd,
    stdin: inputOf(TEXT_PRICE),
    out,
    err,
    now: () => new Date('2026-11-24T09:30:00Z'),
    untilInterrupted: () => new AbortController().signal,
    version: '0.0.0',
  });
  return { status, out: out.text, err: err.text };
}

/** Whether a path can't lead to the files of the machine, which are many and change. */
function isOurs(text: string): boolean {
  return !text.startsWith('/') && !text.includes('../');
}

/** What the sides of a comparison may be called: what works, what nearly does, and anything else. */
const side = fc.oneof(
  fc.constantFrom('a.json', './a.json', 'b.json', '.', 'HEAD:a.json', 'HEAD:', 'HEAD:b.json', '-', ':a.json'),
  fc.constantFrom(
    '--upload-pack=x:a',
    '-c:a',
    'HEAD^{/x}:a',
    'HEAD..HEAD:a',
    '$(id):a',
    '`id`:a',
    '@{-1}:a',
    '..',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter(isOurs),
  // No argument of a process holds a NUL.
  fc
    .string({ unit: 'binary', maxLength: 20 })
    .map((text) => text.replaceAll('\0', ''))
    .filter(isOurs),
);

describe('diff with anything for its sides', () => {
  test('whatever they are called, the answer is a report or words for people, and no file changes', async () => {
    await using outer = await emptyFolder();
    // Its parent, `..`, is ours as well: nobody else's files come and go there.
    const folder = join(outer.path, 'repository');
    await write(outer.path, { 'repository/a.json': NUMBER_PRICE, 'repository/b.json': TEXT_PRICE });
    commitAll(folder);
    const before = await filesOf(folder);
    await fc.assert(
      fc.asyncProperty(side, side, async (base, head) => {
        const { status, out, err } = await runDiff(folder, ['--', base, head]);
        expect([0, 1, 2]).toContain(status);
        expect(err).not.toContain('a fault of its own');
        expect(status === 2 ? out : '').toBe('');
        expect((out + err).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        expect(err.endsWith('\n')).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(await filesOf(folder)).toEqual(before);
  });
});
