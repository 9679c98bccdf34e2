import { describe, expect, test } from '@jest/globals';
import { XanoSpecsError } from '@xano-specs/core';
import { startFakeXano } from '@xano-specs/fake-xano';
import picocolors from 'picocolors';
import { CommandError, tellError } from '../src/errors.ts';
import { environmentOf } from './support/account.ts';
import { xanoSpecs } from './support/command.ts';
import { emptyFolder, filesOf, write } from './support/folders.ts';

function told(error: unknown, debug = false): string {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  tellError(error, { write, isTerminal: false, columns: 80, colours: picocolors.createColors(false) }, debug);
  return text;
}

describe('errors as people see them', () => {
  test('given one that was made for people, then it says what happened and what to do', () => {
    expect(told(new CommandError('USAGE', 'Both sides are standard input.', 'Give a file for one.'))).toBe(
      '✗ Both sides are standard input.\n  Give a file for one.\n',
    );
    expect(told(new XanoSpecsError('X', 'Two lines:\nthe second.'))).toBe('✗ Two lines:\n  the second.\n');
  });

  test('given one of the file system, then it is said in words, with its path', () => {
    const facts = { code: 'EACCES', syscall: 'open', path: '/nowhere/at-all' };
    const error = Object.assign(new Error('EACCES: permission denied, open'), facts);
    expect(told(error)).toBe(
      "✗ /nowhere/at-all can't be used: its permissions do not allow it.\n  Mend that, or choose another place.\n",
    );
  });

  test('given a file where the snapshot would be a folder below it, then no stack tells of it', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    await write(folder.path, { file: 'mine' });
    const options = { cwd: folder.path, env: environmentOf(xano) };
    for (const out of ['file', 'file/below']) {
      const { status, stdout, stderr } = await xanoSpecs(['snapshot', '--out', out], options);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('file');
      expect(stderr).not.toMatch(/a fault of its own|EEXIST/);
    }
    expect(await filesOf(folder.path)).toEqual({ file: 'mine' });
  });

  test.each([
    ['snapshot', '--out'],
    ['snapshot', '--group'],
    ['doctor', '--workspace'],
    ['doctor', '--master-url'],
    ['fake', '--folder'],
    ['diff', '--output', 'a', 'b'],
    ['diff', '--exceptions', 'a', 'b'],
  ])(
    'given %s with an empty %s, as an unset variable leaves it, then it is refused and nothing is written',
    async (command, option, ...more) => {
      await using folder = await emptyFolder();
      const { status, stderr } = await xanoSpecs([command, ...more, option, ''], { cwd: folder.path });
      expect(status).toBe(2);
      expect(stderr).toContain(option);
      expect(stderr).toContain('It is empty');
      expect(await filesOf(folder.path)).toEqual({});
    },
  );

  test('given a full disk while a file is written that is open, then that is said, and no fault of ours', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    expect(told(full)).toContain('the disk is full');
    expect(told(full)).not.toContain('a fault of its own');
  });

  test('given a fault of ours, then it says so and asks for --debug', () => {
    const text = told(new TypeError('x is not a function'));
    expect(text).toContain('a fault of its own: x is not a function');
    expect(text).toContain('--debug');
    expect(text).not.toMatch(/^\s+at /m);
  });

  test('given --debug, then the stacks follow, of the causes too, and control characters do nothing', () => {
    const cause = new Error('under\u001b[2Jneath', { cause: new Error('deepest') });
    const text = told(new CommandError('FILE', 'It failed.', 'Mend it.', cause), true);
    expect(text).toMatch(/^ +at /m);
    expect(text).toContain('caused by: Error: under\\u{1b}[2Jneath');
    expect(text).toContain('caused by: Error: deepest');
  });

  test('given a chain of causes that has no end, then it ends', () => {
    const loop = new Error('again');
    loop.cause = loop;
    expect(told(loop, true).match(/Error: again/g)?.length).toBeLessThan(10);
  });

  test('given the command, then --debug is what shows a stack', async () => {
    await using folder = await emptyFolder();
    const options = { cwd: folder.path };
    expect((await xanoSpecs(['diff', 'a', 'b'], options)).stderr).not.toMatch(/^ +at /m);
    expect((await xanoSpecs(['diff', 'a', 'b', '--debug'], options)).stderr).toMatch(/^ +at /m);
  });
});
