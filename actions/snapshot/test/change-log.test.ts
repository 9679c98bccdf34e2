import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { changeLogWriter, fetchDocuments, sourceFromEnvironment, takeSnapshot } from '@xano-specs/core';
import { compareTexts, documentComparer, inline } from '@xano-specs/openapi-diff';
import { startWorld, type World } from './runner/world.ts';

const CHANGE_LOG = 'specs/CHANGELOG.md';

const show = ({ github }: World, path: string) => github.git('show', `main:${path}`);

/** Takes the snapshot into a folder, as the command does. */
async function intoFolder({ xano }: World, directory: string): Promise<void> {
  const env = { XANO_ACCESS_TOKEN: xano.accessToken, XANO_MASTER_URL: xano.masterUrl };
  const at = new Date();
  const { judge, changesOf } = documentComparer((before, after) => compareTexts(before, after, { now: at }));
  await takeSnapshot({
    outcomes: fetchDocuments(sourceFromEnvironment(env), { env }),
    directory,
    judge,
    writeCompanions: changeLogWriter({ at, changesOf, asMarkdown: inline }),
  });
}

function click(world: World, run: number): void {
  const [first] = world.group('Public API').endpoints;
  if (first === undefined) throw new Error('The book shop has no endpoint.');
  if (run === 1) first.path = '/front-page';
  if (run === 2) world.group('Billing').name = '</details> @ada ![x](http://a.b)';
  if (run === 3) {
    const [workspace] = world.xano.account.instances[0]?.workspaces ?? [];
    for (const branch of workspace?.branches ?? []) {
      branch.groups = branch.groups.filter(({ name }) => name !== 'Private API');
    }
  }
}

describe('with changelog: true', () => {
  test('given the same history, the branch and a folder hold the same change log and the same manifest', async () => {
    await using world = await startWorld();
    const folder = await mkdtemp(join(tmpdir(), 'xano-specs-test-'));
    const steady = (text: string) => text.replaceAll(/^## .* UTC$/gm, '## (time)').trimEnd();
    try {
      for (const run of [0, 1, 2, 3]) {
        click(world, run);
        expect((await world.run({ inputs: { changelog: 'true' } })).status).toBe(0);
        await intoFolder(world, folder);
        for (const file of ['CHANGELOG.md', 'manifest.json']) {
          const text = await readFile(join(folder, file), 'utf8');
          expect(steady(await show(world, `specs/${file}`))).toBe(steady(text));
        }
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    const log = steady(await show(world, CHANGE_LOG));
    expect(log.match(/^## /gm)).toHaveLength(4);
    expect(log).toContain(
      '1 API group removed, 1 breaks\n\n- **Book Marketplace / Private API** 1.0.0, removed',
    );
    expect(log).toContain('- **Book Marketplace / Public API** 1.0.0 → 2.0.0\n  - breaks: `GET ');
    expect(log.replaceAll(/`[^`]*`/g, '')).not.toMatch(/<\/details>|@ada|http/);
  });

  test('given nothing new, writes nothing; given what people wrote, keeps it', async () => {
    await using world = await startWorld();
    await world.run({ inputs: { changelog: 'true' } });
    const ours = '# Our APIs\n\nAsk Ada.\n\n## Before\n\nOld news  \n';
    await world.github.commit('main', { [CHANGE_LOG]: ours });
    const [head] = await world.github.log('main');
    await world.run({ inputs: { changelog: 'true' } });
    expect((await world.github.log('main'))[0]?.sha).toBe(head?.sha);
    click(world, 1);
    await world.run({ inputs: { changelog: 'true' } });
    const log = await show(world, CHANGE_LOG);
    expect(log).toMatch(
      /^# Our APIs\n\nAsk Ada\.\n\n## \d{4}-\d\d-\d\d \d\d:\d\d UTC\n\n1 API group changed, 1 breaks\n/,
    );
    expect(log.trimEnd().endsWith('\n\n## Before\n\nOld news')).toBe(true);
  });

  test('without it, there is no change log', async () => {
    await using world = await startWorld();
    await world.run();
    expect(await world.paths()).not.toContain(CHANGE_LOG);
  });

  test('given a change log in another encoding than UTF-8, nothing is committed and its name is told', async () => {
    await using world = await startWorld();
    const head = await world.github.commit('main', { [CHANGE_LOG]: Buffer.from('# Änderungen\n', 'latin1') });
    const ran = await world.run({ inputs: { changelog: 'true' } });
    expect(ran.status).toBe(1);
    expect(ran.result).toMatchObject({
      outcome: 'failed',
      error: {
        code: 'WRONG_ENCODING',
        message: expect.stringMatching(/^CHANGELOG\.md in the snapshot folder/),
      },
    });
    expect((await world.github.git('rev-parse', 'main')).trim()).toBe(head);
  });
});
