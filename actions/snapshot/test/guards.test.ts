import { describe, expect, test } from '@jest/globals';
import { bookShop } from '@xano-specs/fake-xano';
import { workspaceOf } from './runner/branches.ts';
import { BILLING, MANIFEST, PRIVATE_API, PUBLIC_API, startWorld, type World } from './runner/world.ts';

type Ran = Awaited<ReturnType<World['run']>>;

const DAY_MS = 24 * 3_600_000;

/** The annotations of this kind, each as its title and its message. */
const said = (ran: Ran, kind: 'warning' | 'error') =>
  ran.commands.filter(({ name }) => name === kind).map(({ title, message }) => `${title}: ${message}`);

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const withKey = ({ xano }: World) => ({
  'xano-access-token': '',
  'xano-developer-api-key': xano.developerApiKey,
});

describe('warnings before something breaks', () => {
  test('a token that expires soon is told of in the log, the summary and the outputs, with what to do', async () => {
    await using world = await startWorld();
    const token = world.xano.issueAccessToken({ lifeMs: 3.5 * DAY_MS });
    const ran = await world.run({ inputs: { 'xano-access-token': token } });
    const expires = day(Date.now() + 3.5 * DAY_MS);
    expect(said(ran, 'warning')).toEqual([
      expect.stringMatching(
        new RegExp(
          `^The token in xano-access-token expires in 3 days, on ${expires}: To go on, make a new access token in Xano under Instances.*put it into xano-access-token\\. Its value is a secret of this repository, under Settings, Secrets and variables, Actions: ${world.github.serverUrl}/acme/shop/settings/secrets/actions`,
        ),
      ),
    ]);
    expect(ran.stdout).toContain('warning     The token in xano-access-token expires in 3 days');
    expect(ran.summary).toMatch(
      /- \*\*The token in xano-access-token expires in 3 days, on [\d-]+\.\*\* To go on, /,
    );
    expect(ran.outputs).toMatchObject({ warnings: '1', 'token-expires': expires });
    expect(ran.result?.warnings).toMatchObject([{ code: 'TOKEN_EXPIRES_SOON' }]);
    const later = await world.run({ inputs: { 'xano-access-token': token, 'warn-token-days': '2' } });
    expect(said(later, 'warning')).toEqual([]);
    expect(later.outputs).toMatchObject({ warnings: '0', 'token-expires': expires });
  });

  test('a token that expires after the year 9999 has no day that could be told', async () => {
    await using world = await startWorld();
    const token = world.xano.issueAccessToken({ lifeMs: 9000 * 365 * DAY_MS });
    const ran = await world.run({ inputs: { 'xano-access-token': token } });
    expect(ran.outputs).toMatchObject({ warnings: '0', 'token-expires': '' });
  });

  test('the deprecated Developer API is told of, with how to move to the other one', async () => {
    await using world = await startWorld();
    const ran = await world.run({ inputs: withKey(world) });
    expect(said(ran, 'warning')).toEqual([
      expect.stringMatching(
        /^The Developer API is deprecated, and Xano may switch it off: To move to the Metadata API, make a new access token .* put it into xano-access-token; then remove xano-developer-api-key\. The snapshots stay the same\. Its value is a secret of this repository, under Settings/,
      ),
    ]);
    expect(ran.summary).toContain(
      '- **The Developer API is deprecated, and Xano may switch it off.** To move',
    );
    expect(ran.outputs).toMatchObject({ warnings: '1', 'token-expires': '' });
  });

  test('a document that could be read before and can not any more is told apart from one that never could', async () => {
    await using world = await startWorld();
    world.group('Billing').documentation = 'disabled';
    await world.run({ inputs: withKey(world) });
    world.group('Private API').documentation = 'disabled';
    const ran = await world.run({ inputs: withKey(world) });
    expect(said(ran, 'warning').slice(1)).toEqual([
      expect.stringMatching(
        /^Book Marketplace \/ Private API became unreadable: It could be read before\. .*Make the documentation public in Xano: .* Its last good document was kept\.$/,
      ),
      expect.stringMatching(/^Starter \/ Billing is not readable: /),
    ]);
    expect(ran.summary).toContain('**unreadable** | 10 | It could be read before.');
    expect(ran.outputs).toMatchObject({ 'documents-unreadable': '2', 'documents-no-longer-readable': '1' });
  });

  test('leaks are counted in the outputs', async () => {
    await using world = await startWorld({ xano: { account: bookShop({ leaks: true }) } });
    const ran = await world.run();
    expect(Number(ran.outputs.leaks)).toBeGreaterThan(0);
    expect(said(ran, 'warning')).toContainEqual(expect.stringMatching(/ may leak: .* set redact: true\.$/));
  });
});

describe('allowed hosts', () => {
  test('given an instance that names another host, it is not asked, its files stay, and the run says so', async () => {
    await using world = await startWorld();
    await world.run();
    world.group('Public API').endpoints.pop();
    world.group('Billing').endpoints.pop();
    world.xano.log.clear();
    const instances = world.xano.origins.filter(({ role }) => role === 'instance');
    const other = new URL(instances.find(({ name }) => name === 'starter-instance')?.url ?? '').host;
    const ran = await world.run({ inputs: { 'allowed-hosts': `127.0.0.1:*\n!${other}` } });
    expect(ran.status).toBe(0);
    expect(said(ran, 'warning')).toEqual([
      `starter-instance could not be listed: ${other} is not among the allowed hosts, and the workspaces of the instance "starter-instance" would have been read from it. Nothing was sent to it. If the host is yours, add it to allowed-hosts (--allow-host). If not, find out in Xano who named it. The documents of what it holds were kept.`,
    ]);
    expect(world.xano.log.all().filter(({ origin }) => new URL(origin.url).host === other)).toEqual([]);
    expect(await world.changesOf('main')).toEqual([`M ${PUBLIC_API}`, `M ${MANIFEST}`]);
    expect(await world.paths()).toContain(BILLING);
  });

  test('given none of the account, the run fails and nothing is committed', async () => {
    await using world = await startWorld();
    const ran = await world.run({ inputs: { 'allowed-hosts': '*.xano.io' } });
    expect(ran.status).toBe(1);
    expect(said(ran, 'error')).toEqual([expect.stringContaining('is not among the allowed hosts')]);
    expect(await world.paths()).toEqual([]);
  });
});

describe('max-removed', () => {
  test('given a run that is refused, the outputs tell of the documents that the snapshot still holds', async () => {
    await using world = await startWorld();
    await world.run();
    for (const { groups } of workspaceOf(world).branches) groups.length = 0;
    const ran = await world.run({ inputs: { 'max-removed': '1' } });
    expect(ran.status).toBe(1);
    expect(ran.outputs).toMatchObject({ documents: '3', 'documents-removed': '2' });
  });
});

describe('fail-on-unreadable', () => {
  test('given a document that can not be read, the rest is committed, and the run fails with what to do', async () => {
    await using world = await startWorld();
    await world.run({ inputs: withKey(world) });
    world.group('Private API').documentation = 'disabled';
    world.group('Billing').endpoints.pop();
    const ran = await world.run({ inputs: { ...withKey(world), 'fail-on-unreadable': 'true' } });
    expect(ran.status).toBe(1);
    expect(said(ran, 'error')).toEqual([
      expect.stringMatching(
        /^Xano snapshot: 1 API group can't be read as things are set: Book Marketplace \/ Private API\. Their last good documents, where there are any, were kept, and the run fails since fail-on-unreadable is set\. Make the documentation public in Xano: .* Or leave such groups out with the input groups\.$/,
      ),
    ]);
    expect(ran.result).toMatchObject({ outcome: 'committed', error: { code: 'UNREADABLE' } });
    expect(ran.summary).toMatch(/^### ✗ 1 API group changed .* committed to main in \[/);
    expect(await world.changesOf('main')).toEqual([`M ${MANIFEST}`, `M ${BILLING}`]);
    expect(await world.paths()).toContain(PRIVATE_API);
  });

  test('given documents that can all be read, the run ends well', async () => {
    await using world = await startWorld();
    expect((await world.run({ inputs: { 'fail-on-unreadable': 'true' } })).status).toBe(0);
  });
});

describe('a dry run', () => {
  test('prints the plan as a person would read it, and commits nothing', async () => {
    await using world = await startWorld();
    await world.run();
    const [head] = await world.github.log('main');
    const [first] = world.group('Public API').endpoints;
    if (first === undefined) throw new Error('The book shop has no endpoint.');
    first.path = '/front-page';
    world.group('Billing').name = 'Invoices';
    const ran = await world.run({ inputs: { 'dry-run': 'true' } });
    expect(ran.status).toBe(0);
    expect((await world.github.log('main'))[0]?.sha).toBe(head?.sha);
    expect(ran.stdout).toContain(
      [
        'This is a dry run, so nothing is committed. The message would be:',
        '',
        '    specs: 2 API groups changed, 1 breaks',
        '',
        '    Explore Instance / Book Marketplace / Public API  1.0.0 → 2.0.0',
        '      breaks   GET ',
      ].join('\n'),
    );
    expect(ran.stdout).toContain(
      [
        'It would write 3 files and remove 1 file:',
        `    write   ${PUBLIC_API}`,
        '    write   specs/starter-instance/starter/invoices.json',
        `    write   ${MANIFEST}`,
        `    remove  ${BILLING}`,
      ].join('\n'),
    );
  });

  test.each([
    [
      'pull-request',
      'This is a dry run, so nothing is proposed. A pull request from xano-specs/snapshot to main',
    ],
    ['auto', 'This is a dry run, so nothing is committed. The message would be:'],
  ])('in the mode %s, says where a safe change would go', async (mode, words) => {
    await using world = await startWorld();
    await world.run();
    const [first] = world.group('Private API').endpoints;
    if (first === undefined) throw new Error('The book shop has no endpoint.');
    first.summary = 'Other words';
    const ran = await world.run({ inputs: { mode, 'dry-run': 'true' } });
    expect(ran.stdout).toContain(words);
    expect(await world.github.git('branch', '--list')).toBe('* main');
  });

  test('given nothing new, says so', async () => {
    await using world = await startWorld();
    await world.run();
    const ran = await world.run({ inputs: { 'dry-run': 'true' } });
    expect(ran.stdout).toContain(
      'This is a dry run, and there is nothing to commit: the branch holds this snapshot.',
    );
  });
});
