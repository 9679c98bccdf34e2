import { Secrets } from '@xano-specs/core';
import { createOctokit, type RunnerLog, repositoryOf, runnerLog } from '@xano-specs/github';
import { branchOf } from './branch.ts';
import type { DescribeChanges } from './changes.ts';
import { commitSnapshot } from './commit.ts';
import { explainCommitError } from './explain.ts';
import { type InputName, readInputs, SECRET_INPUTS } from './inputs.ts';
import { type Progress, resultOf, withoutSecrets } from './outcome.ts';
import { planLines } from './progress.ts';
import { report } from './report.ts';
import type { Result } from './result.ts';
import { withTemporaryStaging } from './temporary-staging.ts';
import { filtersOf, nothingRead, readAccount, sourceOf } from './xano.ts';

/** What a run needs of the world. */
export interface Edges {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gives the text of an input, '' when there is none. */
  readonly readInput: (name: InputName) => string;
  /** Tells the runner to mask a text wherever it is printed from now on. */
  readonly mask: (secret: string) => void;
  /** Compares a document before and after, for the commit message. */
  readonly describe?: DescribeChanges;
}

/** Takes a snapshot, commits it, and tells of it. Gives the exit status: 0, or 1 when it failed or was refused. */
export async function run(edges: Edges): Promise<number> {
  const secrets = new Secrets(edges.mask);
  for (const name of SECRET_INPUTS) secrets.add(edges.readInput(name).trim());
  const log = runnerLog(secrets);
  const progress: Progress = {
    repository: edges.env.GITHUB_REPOSITORY ?? null,
    branch: null,
    directory: null,
    outcomes: null,
    planned: null,
  };
  const result = await take(progress, { ...edges, secrets, log }).catch((error: unknown) =>
    resultOf(progress, progress.planned?.prepared.plan.refusal ? 'refused' : 'failed', { error }),
  );
  await report(withoutSecrets(result, secrets), log, edges.env);
  return result.error === null ? 0 : 1;
}

async function take(
  progress: Progress,
  edges: Edges & { readonly secrets: Secrets; readonly log: RunnerLog },
): Promise<Result> {
  const { env, secrets, log } = edges;
  const inputs = readInputs(edges.readInput);
  progress.directory = inputs.directory;
  const repository = repositoryOf(env);
  const octokit = createOctokit({
    token: inputs.token,
    env,
    log: (line) => log.debug(line),
    onWait: ({ seconds, limit }) => log.line(`waiting     ${seconds} s for GitHub's ${limit} rate limit`),
  });
  const source = sourceOf(inputs, (secret) => secrets.add(secret));
  progress.branch = await branchOf(inputs.branch, env, octokit, repository);
  const place = { ...repository, branch: progress.branch, directory: inputs.directory };
  return withTemporaryStaging(env.RUNNER_TEMP, async (staging) => {
    const outcomes = await log.group('Reading the API groups from Xano', () =>
      readAccount(source, inputs, staging, { env, log }),
    );
    progress.outcomes = outcomes;
    const committed = await commitSnapshot(octokit, place, {
      outcomes,
      staging,
      maxRemoved: inputs['max-removed'],
      selects: filtersOf(inputs).selects,
      refusal: nothingRead(outcomes),
      dryRun: inputs['dry-run'],
      createBranch: inputs.branch !== '',
      headline: inputs['commit-message'],
      describe: edges.describe,
      redact: (text) => secrets.redact(text),
      log: (line) => log.line(line),
      onPlan: (planned) => {
        progress.planned = planned;
      },
    })
      .catch((error: unknown) => {
        throw explainCommitError(error, progress.planned?.prepared ?? null, place);
      })
      .finally(() => {
        for (const line of planLines(progress.planned?.prepared.rows ?? [])) log.line(line);
      });
    if (committed.outcome === 'committed') return resultOf(progress, 'committed', { commit: committed });
    return resultOf(progress, progress.planned?.prepared.changed ? 'dry-run' : 'unchanged', {});
  });
}
