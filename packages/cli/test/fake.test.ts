import { describe, expect, test } from '@jest/globals';
import { xanoSpecs } from './support/command.ts';
import { NUMBER_PRICE } from './support/documents.ts';
import { emptyFolder, filesOf, write } from './support/folders.ts';
import { withFake } from './support/running-fake.ts';

describe('fake', () => {
  test('given nothing, then what it prints is all that one needs to try the rest', async () => {
    await using folder = await emptyFolder();
    const cwd = folder.path;
    const ended = await withFake([], cwd, async (printed) => {
      const [, settings = ''] = /^ {2}export (.*)$/m.exec(printed) ?? [];
      const env = Object.fromEntries(settings.split(' ').map((pair) => pair.split('=') as [string, string]));
      expect(await xanoSpecs(['snapshot'], { cwd, env })).toMatchObject({ status: 0 });
      expect(await xanoSpecs(['doctor'], { cwd, env })).toMatchObject({ status: 0 });
    });
    expect(ended).toMatchObject({ status: 0, stderr: '\nThe fake Xano has stopped.\n' });
    expect(Object.keys(await filesOf(cwd))).toHaveLength(4);
  });

  test('given a folder of documents and --json, then each of them is an API group', async () => {
    await using folder = await emptyFolder();
    const cwd = folder.path;
    await write(cwd, { 'apis/shop.json': NUMBER_PRICE, 'apis/more/books.json': NUMBER_PRICE });
    await withFake(['--folder', 'apis', '--json'], cwd, async (printed) => {
      const { masterUrl, developerApiKey } = JSON.parse(printed) as Record<string, string>;
      const env = { XANO_MASTER_URL: masterUrl ?? '', XANO_DEVELOPER_API_KEY: developerApiKey ?? '' };
      const { stdout } = await xanoSpecs(['snapshot'], { cwd, env });
      expect(stdout).toMatch(/more\/books +added +1 operation +1\.0\.0\n/);
      expect(stdout).toMatch(/shop +added +1 operation +1\.0\.0\n/);
    });
  });

  test('given a folder that is not there, or a port that is taken, then it says so', async () => {
    await using folder = await emptyFolder();
    const cwd = folder.path;
    const missing = await xanoSpecs(['fake', '--folder', 'nope'], { cwd });
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toContain("nope can't be served: it is not there.");
    await withFake(['--json'], cwd, async (printed) => {
      const { port } = new URL((JSON.parse(printed) as { masterUrl: string }).masterUrl);
      const taken = await xanoSpecs(['fake', '--port', port], { cwd });
      expect(taken.status).toBe(2);
      expect(taken.stderr).toContain('taken by another program');
    });
  });
});
