import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { bookShop, type FakeXano, misbehave, startFakeXano } from '@xano-specs/fake-xano';
import { environmentOf, groupOf, priceOf, secretsIn, steady } from './support/account.ts';
import { type Ran, xanoSpecs } from './support/command.ts';
import { emptyFolder, filesOf, write } from './support/folders.ts';

function snapshot(xano: FakeXano, cwd: string, ...args: string[]): Promise<Ran> {
  return xanoSpecs(['snapshot', ...args], { cwd, env: environmentOf(xano) });
}

function shown({ status, stdout, stderr }: Ran): string {
  return steady(`${stdout}--- exit ${status}\n${stderr}`);
}

interface JsonResult {
  readonly changed: boolean;
  readonly written: boolean;
  readonly groups: readonly {
    readonly status: string;
    readonly group: { readonly group: { readonly name: string } };
    readonly changes: { readonly error: number } | null;
  }[];
}

describe('snapshot', () => {
  test('given an account, then each API group has a document, and a second run changes no byte', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const first = await snapshot(xano, folder.path);
    const files = await filesOf(folder.path);
    expect(shown(first)).toMatchSnapshot();
    expect(Object.keys(files)).toEqual([
      'specs/explore-instance/book-marketplace/private-api.json',
      'specs/explore-instance/book-marketplace/public-api.json',
      'specs/manifest.json',
      'specs/starter-instance/starter/billing.json',
    ]);
    expect(shown(await snapshot(xano, folder.path))).toMatchSnapshot();
    expect(await filesOf(folder.path)).toEqual(files);
    expect(xano.log.strays()).toEqual([]);
  });

  test('given the one credential or the other, then the snapshots are the same', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const cwd = folder.path;
    await xanoSpecs(['snapshot', '--out', 'a'], { cwd, env: environmentOf(xano, 'metadata') });
    await xanoSpecs(['snapshot', '--out', 'b'], { cwd, env: environmentOf(xano, 'developer') });
    const files = Object.entries(await filesOf(cwd));
    const side = (name: string) =>
      files.filter(([path]) => path.startsWith(`${name}/`)).map(([path, text]) => [path.slice(2), text]);
    expect(side('a')).toHaveLength(4);
    expect(side('a')).toEqual(side('b'));
  });

  test('given clicks, then the table says what changed and what of it breaks', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    await snapshot(xano, folder.path);
    const before = await filesOf(folder.path);
    priceOf(xano).type = 'text';
    groupOf(xano, 'Billing').name = 'Invoices';
    const dry = await snapshot(xano, folder.path, '--dry-run', '--json');
    const result = JSON.parse(dry.stdout) as JsonResult;
    expect(result).toMatchObject({ changed: true, written: false });
    expect(
      result.groups.find(({ group }) => group.group.name === 'Private API')?.changes?.error,
    ).toBeGreaterThan(0);
    expect((await snapshot(xano, folder.path, '--dry-run')).stdout).toContain(
      [
        '\n\nIt would write 4 files and remove 1 file:',
        '  write   explore-instance/book-marketplace/private-api.json',
        '  write   explore-instance/book-marketplace/public-api.json',
        '  write   starter-instance/starter/invoices.json',
        '  write   manifest.json',
        '  remove  starter-instance/starter/billing.json\n',
      ].join('\n'),
    );
    expect(await filesOf(folder.path)).toEqual(before);
    expect(shown(await snapshot(xano, folder.path))).toMatchSnapshot();
    expect(Object.keys(await filesOf(folder.path))).toContain('specs/starter-instance/starter/invoices.json');
    await write(
      folder.path,
      Object.fromEntries(Object.entries(before).map(([path, text]) => [`before/${path}`, text])),
    );
    const compared = await xanoSpecs(['diff', 'before/specs', 'specs', '--json'], { cwd: folder.path });
    const { documents } = JSON.parse(compared.stdout) as { documents: { name: string; status: string }[] };
    expect(documents.map(({ status }) => status)).toEqual(['changed', 'changed', 'changed']);
    expect(documents[2]?.name).toBe('starter-instance/starter/invoices.json');
  });

  test('given --changelog, then each run that changes something adds a section, and versions go on', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const log = async () => (await filesOf(folder.path))['specs/CHANGELOG.md'] ?? '';
    await snapshot(xano, folder.path, '--changelog');
    expect(await log()).toMatch(
      /^# API changes\n[\s\S]*\n## \d{4}-\d\d-\d\d \d\d:\d\d UTC\n\n3 API groups added\n/,
    );
    priceOf(xano).type = 'text';
    groupOf(xano, 'Billing').name = '<img src=x> @ada';
    const dry = await snapshot(xano, folder.path, '--changelog', '--dry-run');
    expect(dry.stdout).toMatch(/Public API +changed +15 operations +1\.0\.0 → 2\.0\.0 +4 breaking/);
    const before = await log();
    await snapshot(xano, folder.path, '--changelog');
    const files = await filesOf(folder.path);
    expect(files['specs/CHANGELOG.md']).toContain(
      '3 API groups changed, 2 break\n\n- **Explore Instance / Book Marketplace / Private API** 1.0.0 → 2.0.0\n  - breaks: ',
    );
    expect(files['specs/CHANGELOG.md']).toContain('/ `<img` `src=x>` `@ada`**');
    expect(files['specs/CHANGELOG.md']?.endsWith(before.slice(before.indexOf('## ')))).toBe(true);
    expect((await snapshot(xano, folder.path, '--changelog')).stderr).toContain('nothing changed');
    expect(await filesOf(folder.path)).toEqual(files);
    const { groups } = JSON.parse(files['specs/manifest.json'] ?? '') as { groups: { version: string }[] };
    expect(groups.map(({ version }) => version)).toEqual(['2.0.0', '2.0.0', '1.0.1']);
  });

  test('given filters, then the rest is not asked for and kept', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    await snapshot(xano, folder.path);
    xano.log.clear();
    const ran = await snapshot(xano, folder.path, '--instance', 'explore*', '--group', '!priv*');
    expect(shown(ran)).toMatchSnapshot();
    expect(xano.log.all().filter(({ subject }) => subject.instance === 'starter-instance')).toEqual([]);
    expect(Object.keys(await filesOf(folder.path))).toHaveLength(4);
  });

  test('given documents that can not be had, then their files stay, and the exit code tells failures', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const cwd = folder.path;
    const env = environmentOf(xano, 'developer');
    await xanoSpecs(['snapshot'], { cwd, env });
    const before = await filesOf(cwd);
    groupOf(xano, 'Private API').documentation = 'disabled';
    const unreadable = await xanoSpecs(['snapshot'], { cwd, env });
    expect(shown(unreadable)).toMatchSnapshot();
    expect(unreadable.status).toBe(0);
    const strict = await xanoSpecs(['snapshot', '--fail-on-unreadable'], { cwd, env });
    expect(strict.status).toBe(1);
    expect(strict.stderr).toContain(
      "✗ 1 API group can't be read as things are set; the table says how to mend",
    );
    xano.faults.add({ misbehave: misbehave.htmlPage(), on: 'group-document', group: 'Billing', times: 99 });
    const failed = await xanoSpecs(['snapshot'], { cwd, env });
    expect(failed.status).toBe(1);
    expect(failed.stdout).toMatch(/Billing +failed +\S/);
    expect(await filesOf(cwd)).toEqual(before);
    expect(secretsIn(xano, [failed, unreadable].map(shown).join())).toEqual([]);
  });

  test.each([
    ['no credential', {}, 'neither XANO_ACCESS_TOKEN nor XANO_DEVELOPER_API_KEY is set'],
    [
      'both credentials',
      { XANO_ACCESS_TOKEN: 'a'.repeat(20), XANO_DEVELOPER_API_KEY: 'b'.repeat(20) },
      'Both',
    ],
    ['a credential that is refused', { XANO_DEVELOPER_API_KEY: 'not-a-key-of-this-xano' }, '401'],
  ])('given %s, then nothing is written and the reason is told', async (_name, credentials, message) => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const env = { XANO_MASTER_URL: xano.masterUrl, ...credentials };
    const { status, stdout, stderr } = await xanoSpecs(['snapshot'], { cwd: folder.path, env });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('not-a-key-of-this-xano');
    expect(await filesOf(folder.path)).toEqual({});
  });

  test('given more removals than allowed, then nothing is removed until it is allowed', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    await snapshot(xano, folder.path);
    const before = await filesOf(folder.path);
    for (const instance of xano.account.instances)
      for (const workspace of instance.workspaces)
        for (const branch of workspace.branches)
          branch.groups = branch.groups.filter(({ name }) => name === 'Public API');
    const refused = await snapshot(xano, folder.path, '--max-removed', '1');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('2 API groups are gone from Xano, and one run may remove 1');
    expect(await filesOf(folder.path)).toEqual(before);
    expect((await snapshot(xano, folder.path, '--max-removed', '2')).status).toBe(0);
    expect(Object.keys(await filesOf(folder.path))).toHaveLength(2);
  });

  test('given leaks, then they are told and not shown, and --redact takes them out', async () => {
    await using xano = await startFakeXano({ account: bookShop({ leaks: true }) });
    await using folder = await emptyFolder();
    const signature = '9f2c41d07be5a6638812cc04deadbeef';
    const told = await snapshot(xano, folder.path);
    expect(shown(told)).toMatchSnapshot();
    expect(told.stderr).not.toContain(signature);
    await snapshot(xano, folder.path, '--redact', '--out', 'clean');
    const clean = Object.entries(await filesOf(folder.path)).filter(([path]) => path.startsWith('clean/'));
    expect(JSON.stringify(clean)).not.toContain(signature);
  });

  test('given a value that only its name tells to be a secret, then the change log does not quote it', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const secret = 'Hunter2-ofTheShop';
    Object.assign(priceOf(xano), { name: 'api_key', type: 'text', default: secret });
    await snapshot(xano, folder.path, '--changelog');
    await snapshot(xano, folder.path, '--changelog', '--redact');
    const files = await filesOf(folder.path);
    expect(files['specs/CHANGELOG.md']).toContain('•••• (17 characters)');
    expect(JSON.stringify(files)).not.toContain(secret);
  });

  test('given a token that expires soon and the deprecated API, then each is warned of with what to do', async () => {
    await using xano = await startFakeXano({ accessToken: { lifeMs: 60 * 3_600_000 } });
    await using folder = await emptyFolder();
    const soon = await snapshot(xano, folder.path);
    expect(soon.stderr).toMatch(
      /! The token in XANO_ACCESS_TOKEN expires in 2 days, on \d{4}-\d\d-\d\d\.\n {2}To go on, make a new access token in Xano under /,
    );
    expect((await snapshot(xano, folder.path, '--warn-token-days', '1')).stderr).not.toContain('expires');
    const env = environmentOf(xano, 'developer');
    const old = await xanoSpecs(['snapshot'], { cwd: folder.path, env });
    expect(old.stderr).toMatch(
      /! The Developer API is deprecated, and Xano may switch it off\.\n {2}To move to the Metadata API, make a new access token/,
    );
  });

  test('given hosts that are allowed, then no other one is asked, and its files stay', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    await snapshot(xano, folder.path);
    const before = await filesOf(folder.path);
    const own = xano.origins.find(({ role, name }) => role === 'instance' && name === 'explore-instance');
    const ran = await snapshot(xano, folder.path, '--allow-host', new URL(own?.url ?? '').host);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(
      /✗ starter-instance could not be listed, so nothing of it was removed: 127\.0\.0\.1:\d+ is not among the allowed hosts, and the workspaces of the instance "starter-instance" would have been read from it\. Nothing was sent to it\. If the host is yours, add it to allowed-hosts \(--allow-host\)\./,
    );
    expect(await filesOf(folder.path)).toEqual(before);
  });

  test('given a name that would steer a terminal, then it is shown and does nothing', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    groupOf(xano, 'Billing').name = 'Bill\u001b[31ming\r\nfake line';
    const { stdout, stderr } = await snapshot(xano, folder.path);
    expect(stdout).toContain('Bill\\u{1b}[31ming\\u{d}\\u{a}fake line');
    expect(stdout + stderr).not.toContain('\u001b');
  });

  test.each([
    ['SIGINT', 130, 'Stopped by Ctrl-C.\n'],
    ['SIGTERM', 143, 'Stopped by SIGTERM.\n'],
  ] as const)(
    'given %s in the middle, then the folder is as it was and the exit code is %d',
    async (signal, exitCode, words) => {
      await using xano = await startFakeXano();
      await using folder = await emptyFolder();
      await write(folder.path, { 'specs/README.md': 'ours\n' });
      await snapshot(xano, folder.path);
      const before = await filesOf(folder.path);
      priceOf(xano).type = 'text';
      const fault = xano.faults.add({ misbehave: misbehave.silence(), on: 'group-document', times: 1 });
      const stopped = await xanoSpecs(['snapshot'], {
        cwd: folder.path,
        env: environmentOf(xano),
        onStart: async (child) => {
          while (fault.met === 0) await pause(20);
          child.kill(signal);
        },
      });
      expect(stopped).toEqual({ status: exitCode, stdout: '', stderr: words });
      expect(await filesOf(folder.path)).toEqual(before);
      const next = await snapshot(xano, folder.path);
      expect(next.status).toBe(0);
      expect(next.stdout).toContain('changed');
    },
  );

  test('given the developer API and --include-instance-api, then the own documents of the instances are there', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const cwd = folder.path;
    const args = ['snapshot', '--include-instance-api'];
    expect((await xanoSpecs(args, { cwd, env: environmentOf(xano, 'developer') })).status).toBe(0);
    expect(Object.keys(await filesOf(cwd)).length).toBeGreaterThan(4);
    const wrong = await xanoSpecs(args, { cwd, env: environmentOf(xano) });
    expect(wrong.status).toBe(2);
  });

  test('given a self-hosted Xano, then its instance is named by its URL', async () => {
    await using xano = await startFakeXano({ selfHosted: true });
    await using folder = await emptyFolder();
    const env = { XANO_ACCESS_TOKEN: xano.accessToken };
    const args = ['snapshot', '--instance-url', xano.masterUrl];
    const { status } = await xanoSpecs(args, { cwd: folder.path, env });
    expect(status).toBe(0);
    expect(Object.keys(await filesOf(folder.path))).toHaveLength(3);
  });
});
