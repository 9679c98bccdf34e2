import { describe, expect, test } from '@jest/globals';
import { sha256Of } from '@xano-specs/core';
import { failDocuments } from '../runner/failing.ts';
import { entryOf, PUBLIC_API, type RunOptions, type World } from '../runner/world.ts';
import { BRANCH, breakApi, describeApi, openPull, proposeIn, startScene } from './scene.ts';

/** Has a break proposed, which somebody then "mends" by hand on the branch; from then on the document fails. */
async function proposeAndEdit(world: World, options: RunOptions = {}): Promise<void> {
  const old = (await world.github.readFile('main', PUBLIC_API)) ?? '';
  breakApi(world);
  await proposeIn(world, options);
  const edited = old.replace('"title": "Public API"', '"title": "Public"');
  await world.github.commit(BRANCH, { [PUBLIC_API]: edited });
  failDocuments(world, { group: 'Public API' });
}

describe('a document that waits and that somebody edited on the branch', () => {
  test('given that it can not be had, then the text of the last run is put back, and the break is told', async () => {
    await using world = await startScene();
    await proposeAndEdit(world);
    describeApi(world, 'Other words');
    await proposeIn(world);
    const entry = await entryOf(world, PUBLIC_API, BRANCH);
    const text = (await world.github.readFile(BRANCH, PUBLIC_API)) ?? '';
    expect({
      body: (openPull(world).body ?? '').split('\n').filter((line) => line.startsWith('### ')),
      manifestTellsOfFile: sha256Of(text) === entry?.sha256,
      version: entry?.version,
    }).toEqual({
      body: ['### ✗ 1 breaking change in 1 API group · 1 safe change'],
      manifestTellsOfFile: true,
      version: '2.0.0',
    });
  });

  test('and is merged, then the break is not told as a patch', async () => {
    await using world = await startScene();
    const inputs = { mode: 'auto' };
    await proposeAndEdit(world, { inputs });
    await proposeIn(world, { inputs });
    await world.github.mergePullRequest(openPull(world).number, 'squash');
    world.xano.faults.clear();
    const ran = await proposeIn(world, { inputs });
    expect(ran.status).toBe(0);
    // main holds the break by now: the file was "put back".
    expect(await world.github.readFile('main', PUBLIC_API)).toContain('/front-page');
    expect((await entryOf(world, PUBLIC_API))?.version).toBe('2.0.0');
  });

  test('given another one with the same text, then that one stays', async () => {
    await using world = await startScene();
    const text = (path: string) =>
      JSON.stringify({
        openapi: '3.0.0',
        info: { title: 'Both', version: '0.0.1' },
        paths: { [path]: { get: { responses: {} } } },
      });
    const both = [PUBLIC_API, PUBLIC_API.replace('public', 'private')];
    for (const name of ['Public API', 'Private API']) world.group(name).document = () => text('/same');
    await proposeIn(world);
    const good = await Promise.all(both.map((path) => world.github.readFile(BRANCH, path)));
    expect(good[0]).toBe(good[1]);
    for (const [at, path] of both.entries()) {
      // Now this one, now that one is edited.
      await world.github.commit(
        BRANCH,
        Object.fromEntries(
          both.map((one) => [
            one,
            one === path ? (good[at] ?? '').replace('Both', 'Edited') : (good[at] ?? ''),
          ]),
        ),
      );
      failDocuments(world, { instance: 'explore-instance' });
      await proposeIn(world);
      const other = both[1 - at] ?? '';
      expect(`${other} ${(await world.github.readFile(BRANCH, other))?.includes('Edited')}`).toBe(
        `${other} false`,
      );
    }
  });
});
