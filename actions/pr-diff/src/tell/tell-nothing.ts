import { appendFile } from 'node:fs/promises';
import { cell, cut, type RunnerLog } from '@xano-specs/github';
import type { Environment } from '../work.ts';
import type { Voice } from './tell.ts';

/** The longest text of an error in the summary. */
const LONGEST = 2_000;

type Place = Pick<Voice, 'setOutput'> & { readonly env: Environment };

/** Tells that there was nothing to compare, and why. */
export async function tellNothing(why: string, log: RunnerLog, { setOutput, env }: Place): Promise<void> {
  log.notice({ title: 'API diff', message: `Nothing was compared. ${why}` });
  setOutput('verdict', 'none');
  for (const name of ['errors', 'warnings', 'infos'] as const) setOutput(name, '0');
  await summarise(`### Nothing was compared\n\n${cell(cut(why, LONGEST))}\n`, log, env);
}

/** Tells what kept a report from being made, and what to do about it. */
export async function tellError(error: unknown, log: RunnerLog, { setOutput, env }: Place): Promise<void> {
  const { message, hint } = wordsOf(error);
  log.error({ title: 'API diff', message: hint === null ? message : `${message} ${hint}` });
  setOutput('verdict', 'failed');
  const text = [
    `### ✗ No report could be made`,
    '',
    cell(cut(message, LONGEST)),
    ...(hint === null ? [] : ['', cell(cut(hint, LONGEST))]),
  ];
  await summarise(`${text.join('\n')}\n`, log, env);
}

async function summarise(
  text: string,
  log: RunnerLog,
  { GITHUB_STEP_SUMMARY: file }: Environment,
): Promise<void> {
  if (!file) return;
  await appendFile(file, text).catch((error: unknown) => {
    log.line(
      `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

/** An error in words; one that was not made for people is a fault of the action. */
function wordsOf(error: unknown): { message: string; hint: string | null } {
  if (error instanceof Error && 'code' in error && 'hint' in error) {
    return { message: error.message, hint: typeof error.hint === 'string' ? error.hint : null };
  }
  const what = error instanceof Error ? error.message : String(error);
  return {
    message: `The action met something that it is not made for: ${what}`,
    hint: 'Run the job again with debug logging, and report what the log says.',
  };
}
