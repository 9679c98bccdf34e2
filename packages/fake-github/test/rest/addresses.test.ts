import { afterAll, expect, test } from '@jest/globals';
import { clientOf, SHOP, startFake, stopFakes } from '../support/world.ts';

afterAll(stopFakes);

test('the addresses in an answer lead to what they name', async () => {
  const fake = await startFake();
  const octokit = clientOf(fake);
  const { data: ref } = await octokit.rest.git.getRef({ ...SHOP, ref: 'heads/main' });
  const { data: commit } = await octokit.request(`GET ${ref.object.url}`);
  expect(commit.sha).toBe(ref.object.sha);
  const { data: tree } = await octokit.request(`GET ${commit.tree.url}`);
  const { data: blob } = await octokit.request(`GET ${tree.tree[0].url}`);
  expect(Buffer.from(blob.content, 'base64').toString()).toBe('# Shop\n');
});
