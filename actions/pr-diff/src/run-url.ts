import { gitHubUrls, repositoryOf } from '@xano-specs/github';

type Environment = Readonly<Record<string, string | undefined>>;

/** The page of this run, where its summary and its files are; null outside of a workflow. */
export function runUrl(env: Environment): string | null {
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = env;
  if (run === undefined || !/^\d+$/.test(run)) return null;
  const { owner, repo } = repositoryOf(env);
  const page = `${gitHubUrls(env).serverUrl}/${owner}/${repo}/actions/runs/${run}`;
  return attempt !== undefined && /^\d+$/.test(attempt) ? `${page}/attempts/${attempt}` : page;
}
