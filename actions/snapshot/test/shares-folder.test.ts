import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { writeShare } from '../src/shares/folder.ts';
import { startWorld } from './runner/world.ts';

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'shares-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

test('given a link in place of plan.json, then the plan takes its place and the file behind it stays', async () => {
  await using world = await startWorld();
  await using folder = await temporaryFolder();
  const behind = join(folder.path, 'behind');
  const shares = join(folder.path, 'shares');
  await writeFile(behind, 'good');
  await mkdir(shares);
  await symlink(behind, join(shares, 'plan.json'));
  const ran = await world.run({ inputs: { step: 'plan', 'shares-directory': shares } });
  expect(ran.status).toBe(0);
  expect(await readFile(behind, 'utf8')).toBe('good');
  expect(await readFile(join(shares, 'plan.json'), 'utf8')).toContain('explore-instance');
});

test('given a text that is staged and in no document, then it is not handed on', async () => {
  await using folder = await temporaryFolder();
  const settings = { address: 'https://app.xano.com' };
  const share = { number: 1, of: 1, run: 'run', instances: [], settings };
  await writeShare(
    folder.path,
    share as unknown as Parameters<typeof writeShare>[1],
    (text) => text,
    async (staging) => {
      await staging.put('a'.repeat(64), 'a text with a secret');
      return { groups: new Map(), listed: [], unlisted: [] };
    },
  );
  expect(await readdir(join(folder.path, 'share-1'))).toEqual(['share.json']);
});
