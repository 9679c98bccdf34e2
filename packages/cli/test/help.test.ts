import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { xanoSpecs } from './support/command.ts';
import { emptyFolder } from './support/folders.ts';

async function run(...args: string[]) {
  await using folder = await emptyFolder();
  return await xanoSpecs(args, { cwd: folder.path });
}

describe('help', () => {
  test('given --help, then every command is named and the exit codes are told', async () => {
    expect(await run('--help')).toMatchSnapshot();
  });

  test.each(['snapshot', 'doctor', 'diff', 'report', 'site', 'check', 'checks', 'fake'])(
    'given %s --help, then it has a usage, options and examples, on standard output',
    async (command) => {
      const { status, stdout, stderr } = await run(command, '--help');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain(`Usage: xano-specs ${command} [options]`);
      expect(stdout).toMatch(new RegExp(`Examples:\\n  \\$ .*xano-specs ${command}`));
      expect((await run('help', command)).stdout).toBe(stdout);
    },
  );

  test('given --version, then it is that of the package', async () => {
    const text = await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8');
    const manifest = JSON.parse(text) as { version: string };
    expect(await run('--version')).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  test.each([
    [['snapsho'], /unknown command 'snapsho'\n\(Did you mean snapshot\?\)/],
    [['diff', 'a'], /missing required argument 'head'/],
    [['diff', 'a', 'b', 'c'], /too many arguments/],
    [['snapshot', '--frob'], /unknown option '--frob'/],
    [['snapshot', '--max-removed', 'some'], /Give a whole number, or any\./],
    [['fake', '--port', '99999'], /from 0 to 65535/],
  ])('given %j, then the exit code is 2 and standard error says what is wrong', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain('--help');
  });

  test('given no arguments at all, then the help is shown and nothing was done', async () => {
    const { status, stderr } = await run();
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: xano-specs');
  });

  test.each([['--token', 'very-secret-token'], ['--token=very-secret-token']])(
    'given a credential as an option, written %s, then there is none, and it is not repeated',
    async (...words) => {
      const { status, stderr } = await run('snapshot', ...words);
      expect(status).toBe(2);
      expect(stderr).toContain("unknown option '--token'");
      expect(stderr).not.toContain('very-secret-token');
    },
  );
});
