import { Secrets } from '@xano-specs/core';
import { runnerLog } from '@xano-specs/github';
import { withPlaceOfSecrets } from './credential-words.ts';
import { gatherFromShares, gatherFromXano } from './gather.ts';
import { failingOnUnreadable } from './guards.ts';
import { defaultsOf, type InputName, readInputs, SECRET_INPUTS } from './inputs.ts';
import { type Progress, resultOf, withoutSecrets } from './outcome.ts';
import { publish } from './publish.ts';
import { report } from './report.ts';
import type { Result } from './result.ts';
import { fetchRun } from './shares/fetch-run.ts';
import { planRun } from './shares/plan-run.ts';
import { assertOwnInputs, assertUndivided } from './shares/steps.ts';
import { everythingFailed, expiryDay, sourceOf, type XanoEdges } from './xano.ts';

/** What a run needs of the world. */
export interface Edges {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gives the text of an input, '' when there is none. */
  readonly readInput: (name: InputName) => string;
  /** Tells the runner to mask a text wherever it is printed from now on. */
  readonly mask: (secret: string) => void;
  readonly now: () => Date;
}

type RunEdges = Edges & XanoEdges;

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
    proposed: null,
    made: null,
    pullRequest: null,
    warnings: [],
    tokenExpires: null,
    divided: null,
  };
  const result = await take(progress, {
    ...edges,
    secrets,
    log,
    warn: (warning) => progress.warnings.push(warning),
  }).catch((error: unknown) =>
    resultOf(progress, progress.planned?.prepared.plan.refusal ? 'refused' : 'failed', { error }),
  );
  await report(withPlaceOfSecrets(withoutSecrets(result, secrets), edges.env), log, edges.env);
  return result.error === null ? 0 : 1;
}

async function take(progress: Progress, edges: RunEdges): Promise<Result> {
  const { secrets } = edges;
  const inputs = readInputs(edges.readInput);
  const defaults = defaultsOf(edges.readInput);
  if (inputs.step === 'all') assertUndivided(inputs, defaults);
  else assertOwnInputs(inputs.step, inputs, defaults);
  progress.directory = inputs.directory;
  const redact = (text: string) => secrets.redact(text);
  const source = (allowedHosts: readonly string[] = inputs['allowed-hosts']) => {
    const made = sourceOf({ ...inputs, 'allowed-hosts': [...allowedHosts] }, (secret) => secrets.add(secret));
    progress.tokenExpires = expiryDay(made);
    return made;
  };
  const guarded = (result: Result) => (inputs['fail-on-unreadable'] ? failingOnUnreadable(result) : result);
  switch (inputs.step) {
    case 'plan':
      progress.divided = await planRun(source(), inputs, edges);
      return resultOf(progress, 'planned');
    case 'fetch': {
      const { divided, outcomes } = await fetchRun(source, inputs, { ...edges, redact });
      progress.divided = divided;
      progress.outcomes = outcomes;
      const failure = everythingFailed(outcomes);
      return failure === null
        ? resultOf(progress, 'fetched')
        : resultOf(progress, 'failed', { error: failure });
    }
    case 'publish':
      return guarded(
        await publish(progress, inputs, edges, async (use) => use(await gatherFromShares(inputs, edges))),
      );
    case 'all': {
      const account = source();
      return guarded(
        await publish(progress, inputs, edges, (use) => gatherFromXano(account, inputs, edges, use)),
      );
    }
  }
}
