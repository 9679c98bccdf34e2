import { fileURLToPath } from 'node:url';
import { type RanStep, runAction } from '@xano-specs/fake-github';
import { type FakeColumn, type FakeXano, startFakeXano } from '@xano-specs/fake-xano';
import { startWorld, type World } from './world.ts';

const SNAPSHOT_ACTION = fileURLToPath(new URL('../../../snapshot', import.meta.url));

/** A Xano account, a GitHub repository, and both actions between them. */
export interface XanoWorld extends World {
  readonly xano: FakeXano;
  /** Runs the snapshot action, which commits to this branch. */
  snapshot(branch: string): Promise<RanStep>;
  /** A column of a table of the book shop, to be edited as someone would in Xano. */
  column(table: string, name: string): FakeColumn;
  /** What a workflow gives the action for `compare: live`. */
  readonly liveInputs: {
    readonly compare: string;
    readonly 'xano-access-token': string;
    readonly 'master-url': string;
  };
}

export async function startXanoWorld(): Promise<XanoWorld> {
  const xano = await startFakeXano();
  const world = await startWorld({
    github: { files: { 'README.md': 'shop' } },
    secrets: () => xano.secrets().map(({ value }) => value),
  });
  const { github } = world;
  return {
    ...world,
    xano,
    snapshot: (branch) =>
      runAction(
        {
          action: SNAPSHOT_ACTION,
          inputs: { 'xano-access-token': xano.accessToken, 'master-url': xano.masterUrl, branch },
          githubToken: github.token,
          event: { name: 'schedule', payload: { schedule: '23 * * * *' } },
          env: {
            GITHUB_API_URL: github.apiUrl,
            GITHUB_GRAPHQL_URL: github.graphqlUrl,
            GITHUB_SERVER_URL: github.serverUrl,
            GITHUB_REPOSITORY: `${github.repository.owner}/${github.repository.name}`,
          },
        },
        async (ran) => ran,
      ),
    column: (table, name) => {
      const found = xano.account.instances
        .flatMap(({ workspaces }) =>
          workspaces.flatMap(({ branches }) => branches.flatMap(({ tables }) => tables)),
        )
        .find((one) => one.name === table)
        ?.columns.find((one) => one.name === name);
      if (found === undefined) throw new Error(`The book shop has no column ${table}.${name}.`);
      return found;
    },
    liveInputs: { compare: 'live', 'xano-access-token': xano.accessToken, 'master-url': xano.masterUrl },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([xano.close(), github.close()]);
    },
  };
}
