import type { RepositoryName } from '@xano-specs/github';

/** Pages of GitHub on which people do by hand what the action could not. */
export interface Links {
  readonly repository: string;
  /** Which rules hold for a branch, for everyone who can read the repository. */
  readonly rulesOf: (branch: string) => string;
  readonly rulesets: string;
  readonly actionsSettings: string;
  readonly settings: string;
  readonly secrets: string;
  readonly newFile: (branch: string) => string;
  readonly branches: (query: string) => string;
  readonly tokens: string;
  /** The workflow of the run, to edit; null when the run does not say where it stands. */
  readonly workflow: string | null;
  /** The run, with its button to run it again; null outside of one. */
  readonly run: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `owner/name/path/of/workflow.yml@refs/heads/main`, as GITHUB_WORKFLOW_REF has it. */
const WORKFLOW = /^([\w.-]+\/[\w.-]+)\/(.+)@refs\/heads\/(.+)$/;

/** The pages of a repository. */
export function linksOf({ owner, repo }: RepositoryName, serverUrl: string, env: Environment): Links {
  const repository = `${serverUrl}/${owner}/${repo}`;
  const [, where, file, branch] = WORKFLOW.exec(env.GITHUB_WORKFLOW_REF ?? '') ?? [];
  const run = /^\d+$/.test(env.GITHUB_RUN_ID ?? '') ? env.GITHUB_RUN_ID : undefined;
  return {
    repository,
    rulesOf: (name) => `${repository}/rules?ref=${encodeURIComponent(`refs/heads/${name}`)}`,
    rulesets: `${repository}/settings/rules`,
    actionsSettings: `${repository}/settings/actions`,
    settings: `${repository}/settings`,
    secrets: `${repository}/settings/secrets/actions`,
    newFile: (name) => `${repository}/new/${inPath(name)}?readme=1`,
    branches: (query) => `${repository}/branches/all?query=${encodeURIComponent(query)}`,
    tokens: `${serverUrl}/settings/tokens`,
    workflow:
      where === undefined || file === undefined || branch === undefined
        ? null
        : `${serverUrl}/${where}/edit/${inPath(branch)}/${inPath(file)}`,
    run: run === undefined ? null : `${repository}/actions/runs/${run}`,
  };
}

function inPath(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
