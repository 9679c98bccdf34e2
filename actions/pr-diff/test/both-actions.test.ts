import { describe, expect, test } from '@jest/globals';
import { startXanoWorld } from './runner/xano-world.ts';

describe('both actions', () => {
  test('a snapshot, a pull request that changes it, the comment, the mending, the clean comment', async () => {
    await using world = await startXanoWorld();
    expect((await world.snapshot('main')).status).toBe(0);

    const price = world.column('book', 'price');
    const { type } = price;
    price.type = 'text';
    expect((await world.snapshot('xano')).status).toBe(0);
    const pull = await world.github.openPullRequest({ head: 'xano' });
    const broken = await world.run(pull);
    expect(broken.status).toBe(1);
    const [body = ''] = world.comments();
    expect(body).toMatch(/### ✗ \d breaking changes? in \d API groups?/);
    expect(body).toMatch(/\*\*1\. `price` became text in a response that \d+ operations share\*\*/);
    expect(body).toContain('`Explore Instance / Book Marketplace / Public API`');

    price.type = type;
    world.column('book', 'title').description = 'What stands on the cover';
    expect((await world.snapshot('xano')).status).toBe(0);
    const headSha = (await world.github.git('rev-parse', 'xano')).trim();
    const clean = await world.run({ ...pull, headSha });
    expect(clean.status).toBe(0);
    expect(world.comments()).toEqual([expect.stringContaining('### ✓ No breaking change')]);
  });
});
