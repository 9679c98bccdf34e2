import { appendFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import type { Annotation, RunnerLog } from '@xano-specs/github';
import { warningsOf } from './annotations.ts';
import { type OutputName, outputsOf } from './outputs.ts';
import type { Result } from './result.ts';
import { renderSummary } from './summary.ts';
import { sentence, verdictOf } from './words.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Tells everyone of a result: the log and its annotations, the result file, the outputs and
 * the job summary. What can't be written is said in the log, and changes nothing about the
 * result itself.
 */
export async function report(result: Result, log: RunnerLog, env: Environment): Promise<void> {
  for (const annotation of warningsOf(result)) log.warning(annotation);
  const url = result.pullRequest?.url ?? result.commit?.url;
  log.line(url === undefined ? verdictOf(result) : `${verdictOf(result)}: ${url}`);
  if (result.error !== null) log.error(errorAnnotation(result.error));
  const attempt = async (what: string, write: () => unknown) => {
    try {
      await write();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log.line(`The ${what} could not be written: ${why}. The result of the run stays as it is.`);
    }
  };
  await attempt('result file', async () => setOutput('result-file', await writeResult(result, env)));
  await attempt('outputs', () => {
    for (const [name, value] of Object.entries(outputsOf(result))) core.setOutput(name, value);
  });
  await attempt('job summary', async () => {
    const file = env.GITHUB_STEP_SUMMARY;
    if (file !== undefined && file !== '') await appendFile(file, renderSummary(result));
  });
}

function setOutput(name: OutputName, value: string): void {
  core.setOutput(name, value);
}

async function writeResult(result: Result, env: Environment): Promise<string> {
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'xano-specs-result-'));
  const file = join(folder, 'snapshot.json');
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

function errorAnnotation({ message, hint }: NonNullable<Result['error']>): Annotation {
  return { title: 'Xano snapshot', message: hint === null ? message : `${sentence(message)} ${hint}` };
}
