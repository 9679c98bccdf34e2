/**
 * A fake Xano with many API groups, or a fake GitHub, in a process of its own, so that its
 * work and memory are not those of the action. It says over IPC how to reach it; told
 * `edit`, the fake Xano changes every document, as someone who clicks would.
 *
 * usage: node bench/action-servers.ts xano INSTANCES WORKSPACES GROUPS BYTES
 *        node bench/action-servers.ts github
 */
import { startFakeGitHub } from '@xano-specs/fake-github';
import { manyGroups, startFakeXano } from '@xano-specs/fake-xano';

const [kind = '', ...sizes] = process.argv.slice(2);

async function xano(): Promise<void> {
  const [instances = 1, workspaces = 1, groups = 1, documentBytes = 1] = sizes.map(Number);
  const account = manyGroups({ instances, workspaces, groups, documentBytes });
  const fake = await startFakeXano({ account });
  const all = account.instances.flatMap((instance) =>
    instance.workspaces.flatMap(({ branches }) => branches.flatMap((branch) => branch.groups)),
  );
  process.on('message', () => {
    for (const group of all) {
      const before = group.document;
      if (before !== null && before !== undefined) {
        group.document = () => before().replace('"/book":', '"/volume":');
      }
    }
    process.send?.('edited');
  });
  process.send?.({ masterUrl: fake.masterUrl, accessToken: fake.accessToken });
}

async function github(): Promise<void> {
  const { apiUrl, graphqlUrl, serverUrl, token, log, git } = await startFakeGitHub();
  process.on('message', () => {
    Promise.all([log('main'), git('fsck', '--strict'), git('ls-tree', '-r', 'main')]).then(
      ([commits, , files]) =>
        process.send?.({ commits: commits.length, files: files.split('\n').filter(Boolean).length }),
    );
  });
  process.send?.({ apiUrl, graphqlUrl, serverUrl, token });
}

await (kind === 'xano' ? xano() : github());
process.once('disconnect', () => process.exit());
