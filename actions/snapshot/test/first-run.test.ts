import { describe, expect, test } from '@jest/globals';
import { BILLING, MANIFEST, PRIVATE_API, PUBLIC_API, startWorld } from './runner/world.ts';

describe('the action, from the first run on', () => {
  test('given a repository without a snapshot, commits every document in one verified commit', async () => {
    await using world = await startWorld();
    const ran = await world.run();
    expect(ran.status).toBe(0);
    expect(await world.paths()).toEqual([PRIVATE_API, PUBLIC_API, MANIFEST, BILLING]);
    const [commit, begin] = await world.github.log('main');
    expect(commit?.parents).toEqual([begin?.sha]);
    expect(world.github.state.verified.has(commit?.sha ?? '')).toBe(true);
    expect(commit?.message.trimEnd()).toBe(
      [
        'specs: 3 API groups added',
        '',
        'Explore Instance / Book Marketplace / Private API  1.0.0, new',
        'Explore Instance / Book Marketplace / Public API  1.0.0, new',
        'Starter Instance / Starter / Billing  1.0.0, new',
      ].join('\n'),
    );
    expect(ran.outputs).toMatchObject({
      changed: 'true',
      'commit-sha': commit?.sha,
      documents: '3',
      'documents-added': '3',
      'documents-changed': '0',
      breaking: '0',
    });
    expect(ran.result).toMatchObject({
      outcome: 'committed',
      branch: 'main',
      commit: { sha: commit?.sha, headline: 'specs: 3 API groups added' },
    });
    expect(ran.summary).toContain('### ✓ 3 API groups added · committed to main in [');
    expect(ran.stdout).toContain('read        Explore Instance / Book Marketplace / Public API');
  });

  test('given nothing new, makes no commit and ends well', async () => {
    await using world = await startWorld();
    await world.run();
    const [first] = await world.github.log('main');
    const ran = await world.run();
    expect(ran.status).toBe(0);
    expect((await world.github.log('main'))[0]?.sha).toBe(first?.sha);
    expect(ran.outputs).toMatchObject({ changed: 'false', 'commit-sha': '', documents: '3' });
    expect(ran.result?.outcome).toBe('unchanged');
    expect([...ran.files.keys()].filter((file) => file.startsWith('temp/'))).toEqual([
      expect.stringMatching(/^temp\/xano-specs-result-\w+\/snapshot\.json$/),
    ]);
    expect(ran.summary).toContain('### ✓ Nothing changed in 3 API groups');
  });

  test('given a click in Xano, commits the one document that changed, and says what breaks', async () => {
    await using world = await startWorld();
    await world.run();
    const { endpoints } = world.group('Public API');
    const featured = endpoints.find(({ path }) => path === '/featured');
    if (featured === undefined) throw new Error('The book shop features nothing.');
    featured.path = '/front-page';
    const ran = await world.run();
    const [commit] = await world.github.log('main');
    expect(await world.changesOf('main')).toEqual([`M ${PUBLIC_API}`, `M ${MANIFEST}`]);
    expect(commit?.message.trimEnd().split('\n').slice(0, 5)).toEqual([
      'specs: 1 API group changed, 1 breaks',
      '',
      'Explore Instance / Book Marketplace / Public API  1.0.0 → 2.0.0',
      expect.stringMatching(/^ {2}breaks {3}.*GET \/featured/),
      expect.stringMatching(/^ {2}adds {5}.*GET \/front-page/),
    ]);
    expect(ran.outputs).toMatchObject({ 'documents-changed': '1', changed: 'true' });
    expect(ran.outputs.breaking).toBe('1');
    expect(ran.summary).toMatch(/\*\*changed\*\* \| \d+ \| 1 breaking/);
  });

  test('given a column that became text in Xano, says so once for all operations that share it', async () => {
    await using world = await startWorld();
    await world.run();
    const tables = world.xano.account.instances[0]?.workspaces[0]?.branches[0]?.tables ?? [];
    const price = tables.find(({ name }) => name === 'book')?.columns.find(({ name }) => name === 'price');
    if (price === undefined) throw new Error('The books of the shop have no price.');
    price.type = 'text';
    const ran = await world.run();
    const [commit] = await world.github.log('main');
    expect(await world.changesOf('main')).toEqual([`M ${PRIVATE_API}`, `M ${PUBLIC_API}`, `M ${MANIFEST}`]);
    expect(commit?.message).toMatch(/^specs: 2 API groups changed, 2 break\n/);
    expect(commit?.message).toMatch(/price became text in a response that \d+ operations share/);
    expect(ran.summary).toMatch(/^- breaks · price .*operations share$/m);
  });

  test('given a group that was renamed in Xano, renames its file', async () => {
    await using world = await startWorld();
    await world.run();
    world.group('Billing').name = 'Invoices';
    const ran = await world.run();
    expect(ran.status).toBe(0);
    const moved = BILLING.replace('billing', 'invoices');
    expect(await world.paths()).toEqual([PRIVATE_API, PUBLIC_API, MANIFEST, moved]);
    const changes = await world.changesOf('main');
    expect(changes.some((line) => line.startsWith('R ') || line === `D ${BILLING}`)).toBe(true);
    expect(ran.result?.groups.find(({ path }) => path === moved)).toMatchObject({ previousPath: BILLING });
  });

  test('given a dry run, says what it would commit and commits nothing', async () => {
    await using world = await startWorld();
    const ran = await world.run({ inputs: { 'dry-run': 'true' } });
    expect(ran.status).toBe(0);
    expect(await world.github.log('main')).toHaveLength(1);
    expect(ran.outputs).toMatchObject({ changed: 'true', 'commit-sha': '', 'documents-added': '3' });
    expect(ran.result?.outcome).toBe('dry-run');
    expect(ran.summary).toContain(
      '### ✓ 3 API groups added · nothing was committed, since this is a dry run',
    );
    expect(world.github.requests.filter(({ graphql }) => graphql === 'createCommitOnBranch')).toEqual([]);
  });

  test('given a Developer API key, makes the same snapshot, byte for byte', async () => {
    await using world = await startWorld();
    await world.run();
    const { developerApiKey } = world.xano;
    const ran = await world.run({
      inputs: { 'xano-access-token': '', 'xano-developer-api-key': developerApiKey },
    });
    expect(ran.result?.outcome).toBe('unchanged');
  });

  test('given a self-hosted instance, snapshots it without a master service', async () => {
    await using world = await startWorld({ xano: { selfHosted: true } });
    const ran = await world.run({
      inputs: { 'instance-url': world.xano.masterUrl, 'master-url': 'https://app.xano.com' },
    });
    expect(ran.status).toBe(0);
    expect(ran.result?.outcome).toBe('committed');
  });

  test('given the options of the text, a folder, a message and a branch that is missing, keeps to them', async () => {
    await using world = await startWorld();
    const ran = await world.run({
      inputs: {
        directory: './api/',
        format: 'yaml',
        branch: 'xano',
        'commit-message': 'chore: API',
        groups: 'B*',
      },
    });
    expect(ran.status).toBe(0);
    const [commit, begin] = await world.github.log('xano');
    expect(commit?.message).toMatch(/^chore: API\n/);
    expect(begin?.message).toMatch(/^Begin/);
    expect(
      (await world.github.git('ls-tree', '-r', '--name-only', 'xano', 'api')).trim().split('\n'),
    ).toEqual(['api/manifest.json', 'api/starter-instance/starter/billing.yaml']);
    expect(await world.github.log('main')).toHaveLength(1);
  });
});
