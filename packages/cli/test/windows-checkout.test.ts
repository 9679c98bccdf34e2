import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startFakeXano } from '@xano-specs/fake-xano';
import { environmentOf, groupOf } from './support/account.ts';
import { xanoSpecs } from './support/command.ts';
import { emptyFolder, filesOf } from './support/folders.ts';

/** What Git for Windows makes of a checkout unless told otherwise (core.autocrlf=true). */
async function checkOutOnWindows(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(await filesOf(folder)))
    await writeFile(join(folder, path), text.replaceAll('\n', '\r\n'));
}

test('given a checkout on Windows, and nothing new in Xano, then a snapshot says that nothing changed', async () => {
  await using xano = await startFakeXano();
  await using folder = await emptyFolder();
  const options = { cwd: folder.path, env: environmentOf(xano) };
  await xanoSpecs(['snapshot', '--changelog'], options);
  await checkOutOnWindows(folder.path);
  const ran = await xanoSpecs(['snapshot', '--changelog', '--json'], options);
  const { changed } = JSON.parse(ran.stdout) as { changed: boolean };
  const log = (await filesOf(folder.path))['specs/CHANGELOG.md'];
  expect({ changed, sections: log?.match(/^## /gm)?.length }).toEqual({ changed: false, sections: 1 });
});

test('given a checkout on Windows in YAML, and a summary that changed, then its version is no new major one', async () => {
  await using xano = await startFakeXano();
  await using folder = await emptyFolder();
  const options = { cwd: folder.path, env: environmentOf(xano) };
  await xanoSpecs(['snapshot', '--format', 'yaml'], options);
  await checkOutOnWindows(folder.path);
  const [first] = groupOf(xano, 'Private API').endpoints;
  if (first) first.summary = 'Other words';
  const ran = await xanoSpecs(['snapshot', '--format', 'yaml'], options);
  expect(ran.stdout).not.toContain('2.0.0');
});
