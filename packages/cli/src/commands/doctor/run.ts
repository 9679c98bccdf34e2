import { compileFilters, type Diagnosis, diagnose } from '@xano-specs/core';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Shell } from '../../shell.ts';
import { progressOn } from '../../terminal/progress.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Colours } from '../../terminal/screen.ts';
import { count } from '../../words.ts';
import { patternsOf, sourceOptionsOf, warningOptionsOf } from '../source-options.ts';
import type { DoctorFlags } from './command.ts';

/**
 * Tells of each step as it is done. Gives `found` when something has to be mended.
 * @throws Interruption when the user stopped it
 */
export async function runDoctor(flags: DoctorFlags, shell: Shell): Promise<ExitCode> {
  const signal = shell.untilInterrupted();
  try {
    return await examine(flags, shell, signal);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

async function examine(flags: DoctorFlags, shell: Shell, signal: AbortSignal): Promise<ExitCode> {
  const { env, out, err, now } = shell;
  const progress = progressOn(err, now);
  const counts = { ok: 0, warning: 0, problem: 0 };
  const steps = diagnose(
    { env, sourceOptions: sourceOptionsOf(flags) },
    {
      env,
      signal,
      filters: compileFilters(patternsOf(flags)),
      ...warningOptionsOf(flags),
      onEvent: (event) => {
        if (event.kind === 'answered') progress.update(`Asked ${safeLine(event.url)}`);
      },
    },
  );
  try {
    for await (const step of steps) {
      counts[step.status] += 1;
      progress.finish();
      out.write(flags.json === true ? `${JSON.stringify(step)}\n` : stepLines(step, out.colours));
    }
  } finally {
    progress.finish();
  }
  err.write(`${err.colours.bold(verdictOf(counts))}\n`);
  return counts.problem > 0 ? EXIT.found : EXIT.ok;
}

/** Where the second column begins. */
const WHAT_WIDTH = 56;

/** A step as a person reads it: the finding, more about it, and what to do below. */
function stepLines({ status, what, detail, remedy, ms }: Diagnosis, colours: Colours): string {
  const { green, yellow, red, dim } = colours;
  const symbol = { ok: green('✓'), warning: yellow('!'), problem: red('✗') }[status];
  const more = [detail === null ? '' : safeLine(detail), ms === null ? '' : dim(`${Math.round(ms)} ms`)]
    .filter((part) => part !== '')
    .join('  ');
  const first = `${symbol} ${safeLine(what).padEnd(more === '' ? 0 : WHAT_WIDTH)}${more === '' ? '' : `  ${more}`}\n`;
  return remedy === null ? first : `${first}  ${safeLine(remedy)}\n`;
}

function verdictOf({ warning, problem }: { readonly warning: number; readonly problem: number }): string {
  if (problem === 0 && warning === 0) return 'All is well: a snapshot can be taken.';
  const parts = [
    ...(problem === 0 ? [] : [`${count(problem, 'problem')} to mend`]),
    ...(warning === 0 ? [] : [count(warning, 'warning')]),
  ];
  return parts.join(', ');
}
