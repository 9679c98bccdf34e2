import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { BRANCH, breakApi, errorsOf, openPull, pullStates, startScene } from './pull-request/scene.ts';
import type { World } from './runner/world.ts';

async function divided(
  world: World,
  publish: Record<string, string>,
  lose: (share: string) => boolean = () => false,
) {
  const root = await mkdtemp(join(tmpdir(), 'jobs-'));
  const artifacts = join(root, 'artifacts');
  let machine = 0;
  const job = async (inputs: Record<string, string>, upload = true) => {
    machine += 1;
    const folder = join(root, `m${machine}`);
    const ran = await world.run({ inputs: { ...inputs, 'shares-directory': folder } });
    if (upload) await cp(folder, artifacts, { recursive: true });
    return ran;
  };
  const planned = await job({ step: 'plan', shares: '2' });
  const { share } = JSON.parse(planned.outputs.matrix || '{"share":[]}') as { share: unknown[] };
  for (const one of share)
    await job({ step: 'fetch', share: JSON.stringify(one) }, !lose(JSON.stringify(one)));
  const ran = await world.run({
    inputs: { step: 'publish', 'shares-directory': artifacts, 'xano-access-token': '', ...publish },
  });
  await rm(root, { recursive: true, force: true });
  return ran;
}

test('given a divided run that proposes, and one whose share of what waits is lost, then it waits on', async () => {
  await using world = await startScene();
  breakApi(world);
  const mode = { mode: 'pull-request', changelog: 'true' };
  const first = await divided(world, mode);
  expect(errorsOf(first)).toBe('');
  expect(first.outputs).toMatchObject({ 'pull-request-outcome': 'created', breaking: '1' });
  const before = [openPull(world).title, await world.github.git('rev-parse', `${BRANCH}^{tree}`)];
  const second = await divided(world, mode, (share) => share.includes('explore-instance'));
  expect(errorsOf(second)).toBe('');
  expect([openPull(world).title, await world.github.git('rev-parse', `${BRANCH}^{tree}`)]).toEqual(before);
  expect(pullStates(world)).toEqual(['#1 open']);
  expect(second.result?.waiting).toBe(1);
  const dry = await divided(world, { ...mode, 'dry-run': 'true' }, (share) =>
    share.includes('starter-instance'),
  );
  expect(dry.outputs).toMatchObject({ breaking: '1', changed: 'true' });
});
