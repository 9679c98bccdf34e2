import { Secrets } from '@xano-specs/core';
import { createOctokit, GitHubError, type RunnerLog, readEvent, runnerLog } from '@xano-specs/github';
import { verdictLine } from './comment/words.ts';
import { compareCommits } from './compare-commits.ts';
import { gateOf } from './gate/gate.ts';
import { readOverride } from './gate/override.ts';
import { type InputName, readInputs, SECRET_INPUTS } from './inputs.ts';
import { compareLive } from './live/compare-live.ts';
import { contextOf, tell, type Voice } from './tell/tell.ts';
import { tellError, tellNothing } from './tell/tell-nothing.ts';
import type { Environment, Found, Work } from './work.ts';

/** What a run needs of the world. */
export interface Edges extends Voice {
  readonly env: Environment;
  /** Gives the text of an input, '' when there is none. */
  readonly readInput: (name: InputName) => string;
  readonly readFile: (path: string) => Promise<string>;
  /** Tells the runner to mask a text wherever it is printed from now on. */
  readonly mask: (secret: string) => void;
  readonly now: () => Date;
}

/** Compares, tells, and gives the exit status: 0, or 1 when something breaks or nothing could be compared. */
export async function run(edges: Edges): Promise<number> {
  const secrets = new Secrets(edges.mask);
  for (const name of SECRET_INPUTS) secrets.add(edges.readInput(name).trim());
  const log = runnerLog(secrets);
  try {
    return await report(await prepare(edges, secrets, log), edges);
  } catch (error) {
    await tellError(error, log, edges);
    return 1;
  }
}

async function prepare(edges: Edges, secrets: Secrets, log: RunnerLog): Promise<Work> {
  const { env } = edges;
  const inputs = readInputs(edges.readInput);
  const event = await readEvent(env, edges.readFile);
  const octokit = createOctokit({
    token: inputs.token,
    env,
    log: (line) => log.debug(line),
    onWait: ({ seconds, limit }) => log.line(`Waiting ${seconds} s for GitHub's ${limit} rate limit`),
  });
  return { env, inputs, event, repository: event.repository, octokit, secrets, log, now: edges.now };
}

async function report(work: Work, edges: Edges): Promise<number> {
  const { inputs, log } = work;
  const ended = await (inputs.compare === 'live' ? compareLive(work) : compareCommits(work));
  if (ended.kind === 'nothing') {
    await tellNothing(ended.why, log, edges);
    return 0;
  }
  const { found } = ended;
  const gate = await gateOf(
    found.report,
    { isUnreadable: found.isUnreadable, failOn: inputs['fail-on'] },
    () => askForOverride(found, work),
  );
  await tell(found, gate, work, edges);
  const line = verdictLine(found.report, contextOf(found, gate, work));
  if (gate.failed) log.error({ title: 'API diff', message: line });
  else log.line(line);
  return gate.failed ? 1 : 0;
}

/** Where the label can't be read, it lets nothing pass. */
async function askForOverride({ labelsOf }: Found, { inputs, octokit, repository, log }: Work) {
  const label = inputs['override-label'];
  if (labelsOf === null || label === null) return null;
  try {
    return await readOverride(octokit, { ...repository, number: labelsOf, label });
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warning({
      title: 'API diff',
      message: `The label ${label} was not looked for. ${error.message} ${error.hint}`,
    });
    return null;
  }
}
