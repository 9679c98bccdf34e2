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
    const look = async () => {
      await git('fsck', '--strict');
      const commits = await log('main');
      const counts: number[] = [];
      for (const { sha } of commits.slice(0, -1)) counts.push(await wholeSnapshot(git, sha));
      return { commits: commits.length, documents: counts[0] ?? 0 };
    };
    look().then((repository) => process.send?.(repository));
  });
  process.send?.({ apiUrl, graphqlUrl, serverUrl, token });
}

/** How many documents a commit's manifest names. Throws when one of them is missing, or one is there that it does not name. */
async function wholeSnapshot(git: (...args: string[]) => Promise<string>, sha: string): Promise<number> {
  const { groups } = JSON.parse(await git('show', `${sha}:specs/manifest.json`)) as {
    groups: { path: string }[];
  };
  const named = groups.map(({ path }) => `specs/${path}`).toSorted();
  const there = (await git('ls-tree', '-r', '--name-only', sha, 'specs'))
    .split('\n')
    .filter((path) => path !== 'specs/manifest.json')
    .toSorted();
  if (named.join('\n') !== there.join('\n')) throw new Error(`${sha} holds a half of a snapshot.`);
  return named.length;
}

await (kind === 'xano' ? xano() : github());
process.once('disconnect', () => process.exit());
