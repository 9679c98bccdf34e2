import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { xanoSpecs } from './support/command.ts';
import { emptyFolder, write } from './support/folders.ts';

const README = join(import.meta.dirname, '..', 'README.md');
const COMMANDS = ['snapshot', 'doctor', 'diff', 'report', 'site', 'check', 'checks', 'fake'];

describe('the README of the package', () => {
  test('given every option that it names, then a command has it, and every command is named', async () => {
    await using folder = await emptyFolder();
    const text = await readFile(README, 'utf8');
    const helps = await Promise.all(
      COMMANDS.map(async (command) => (await xanoSpecs([command, '--help'], { cwd: folder.path })).stdout),
    );
    const known = new Set(helps.join('\n').match(/--[a-z][a-z-]+/g));
    const named = new Set(text.match(/(?<=[\s`(])--[a-z][a-z-]+/g));
    expect([...named].filter((option) => !known.has(option))).toEqual([]);
    expect(named.size).toBeGreaterThan(15);
    for (const command of COMMANDS) expect(text).toContain(`\`xano-specs ${command}`);
  });

  test('given the exceptions file that it shows, then diff takes it', async () => {
    await using folder = await emptyFolder();
    const shown = /```yaml\n(exceptions:.*?)```/s.exec(await readFile(README, 'utf8'))?.[1] ?? '';
    const document = '{"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": {}}';
    await write(folder.path, { 'api.json': document, 'accepted.yml': shown });
    const args = ['diff', 'api.json', 'api.json', '--exceptions', 'accepted.yml'];
    const { status, stderr } = await xanoSpecs(args, { cwd: folder.path });
    expect(shown).toContain('fingerprint');
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'No change\n' });
  });
});
