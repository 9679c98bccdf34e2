import { resolve } from 'node:path';
import {
  changeLogWriter,
  compileFilters,
  fetchDocuments,
  keepHeapSmall,
  type ListingFailedOutcome,
  leakedValues,
  maskLeaks,
  type PreparedSnapshot,
  SnapshotRefusedError,
  sourceFromEnvironment,
  takeSnapshot,
} from '@xano-specs/core';
import { compareTexts, documentComparer, inline } from '@xano-specs/openapi-diff';
import { tellError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Shell } from '../../shell.ts';
import { progressOn } from '../../terminal/progress.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { count } from '../../words.ts';
import { patternsOf, sourceOptionsOf, warningOptionsOf } from '../source-options.ts';
import { textOptionsOf } from '../text-options.ts';
import type { SnapshotFlags } from './command.ts';
import { byPath, type Comparisons } from './comparisons.ts';
import { fileLines } from './file-lines.ts';
import { leakLines } from './leak-lines.ts';
import { jsonResult } from './result.ts';
import { summaryLine } from './summary.ts';
import { groupLines } from './table.ts';
import { tellWalk } from './walk-progress.ts';

/** What a run knows by its end. */
interface Run {
  readonly prepared: PreparedSnapshot;
  readonly comparisons: Comparisons;
  readonly unlisted: readonly ListingFailedOutcome[];
  readonly written: boolean;
  readonly ms: number;
}

/**
 * Takes a snapshot and tells of it. Gives `found` when something could not be had.
 *
 * @throws ConfigurationError, RequestError or SnapshotError when no snapshot was taken
 * @throws Interruption when the user stopped it
 */
export async function runSnapshot(flags: SnapshotFlags, shell: Shell): Promise<ExitCode> {
  keepHeapSmall();
  const signal = shell.untilInterrupted();
  const run = await take(flags, shell, signal).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error;
  });
  tell(run, flags, shell);
  if (run.prepared.plan.refusal !== null) {
    tellError(run.prepared.plan.refusal, shell.err, false);
    return EXIT.trouble;
  }
  signal.throwIfAborted();
  const { counts } = run.prepared;
  const failed = counts['kept-failed'] + counts['new-failed'] + run.unlisted.length;
  const unreadable = counts['kept-unreadable'] + counts['new-unreadable'];
  if (flags.failOnUnreadable === true && unreadable > 0) {
    const what = count(unreadable, 'API group');
    const { red } = shell.err.colours;
    shell.err.write(
      `${red('✗')} ${what} can't be read as things are set; the table says how to mend that.\n`,
    );
    return EXIT.found;
  }
  return failed > 0 ? EXIT.found : EXIT.ok;
}

async function take(flags: SnapshotFlags, shell: Shell, signal: AbortSignal): Promise<Run> {
  const { env, now } = shell;
  const startedAt = now();
  const progress = progressOn(shell.err, now);
  const walk = tellWalk(progress, shell.err.colours);
  const filters = compileFilters(patternsOf(flags));
  const source = sourceFromEnvironment(env, sourceOptionsOf(flags));
  const unlisted: ListingFailedOutcome[] = [];
  progress.update('Asking Xano what there is');
  const { judge, comparisons, changesOf } = documentComparer((before, after) =>
    compareTexts(before, after, { now: startedAt, hiddenValues: leakedValues }),
  );
  const asMarkdown = (text: string) => inline(maskLeaks(source.secrets.redact(text)));
  const changeLog = changeLogWriter({ at: startedAt, changesOf, asMarkdown });
  try {
    const prepared = await takeSnapshot({
      outcomes: fetchDocuments(source, {
        env,
        filters,
        signal,
        onEvent: walk.onEvent,
        ...warningOptionsOf(flags),
      }),
      directory: resolve(shell.workingDirectory, flags.out),
      workingDirectory: shell.workingDirectory,
      dryRun: flags.dryRun === true,
      selects: filters.selects,
      secrets: source.secrets,
      format: flags.format,
      ...textOptionsOf(flags),
      judge: (document) => {
        signal.throwIfAborted();
        return judge(document);
      },
      ...(flags.changelog === true ? { writeCompanions: changeLog } : {}),
      ...(flags.maxRemoved === undefined ? {} : { maxRemoved: flags.maxRemoved }),
      onOutcome: (outcome) => {
        if (outcome.kind === 'listing-failed') unlisted.push(outcome);
        walk.onOutcome(outcome);
      },
      onPlan: (plan) => {
        throwIfNothingListed(plan, unlisted);
        // From here on the snapshot is written, whole; what was prepared so far is thrown away.
        signal.throwIfAborted();
      },
    }).catch((error: unknown) => {
      if (error instanceof SnapshotRefusedError) return { ...error.prepared, written: false };
      throw error;
    });
    return {
      prepared,
      comparisons: byPath(prepared.documents, comparisons),
      unlisted,
      written: prepared.written,
      ms: now().getTime() - startedAt.getTime(),
    };
  } finally {
    progress.finish();
  }
}

/** An account whose list of instances can't be read gives no snapshot at all: the reason is the whole answer. */
function throwIfNothingListed({ rows }: PreparedSnapshot, unlisted: readonly ListingFailedOutcome[]): void {
  const account = unlisted.find(({ scope }) => scope === null);
  if (account !== undefined && rows.every(({ status }) => status === 'kept-unseen')) throw account.error;
}

function tell(run: Run, flags: SnapshotFlags, { out, err }: Shell): void {
  const { prepared, comparisons, unlisted, written } = run;
  const dryRun = flags.dryRun === true;
  if (flags.json === true) {
    const result = jsonResult(prepared, comparisons, { directory: flags.out, dryRun, written, unlisted });
    out.write(`${JSON.stringify(result, null, 2)}\n`);
  } else {
    for (const line of groupLines(prepared.rows, comparisons, out.colours)) out.write(`${line}\n`);
    for (const line of dryRun ? fileLines(prepared) : []) out.write(`${line}\n`);
  }
  for (const line of unlisted.flatMap(listingLines)) err.write(`${err.colours.red('✗')} ${line}\n`);
  for (const line of leakLines(prepared.rows, flags.redact === true)) {
    err.write(line.startsWith(' ') ? `${line}\n` : `${err.colours.yellow('!')} ${line}\n`);
  }
  err.write(`${err.colours.bold(summaryLine(prepared.rows, { ms: run.ms, dryRun }))}\n`);
}

function listingLines({ scope, error }: ListingFailedOutcome): string[] {
  const names = [scope?.instance.name, scope?.workspace?.name, scope?.branch]
    .filter((name) => name !== undefined && name !== null)
    .map(safeLine);
  const where = names.length === 0 ? 'the instances' : names.join(' / ');
  return [
    safeLine(
      `${where} could not be listed, so nothing of it was removed: ${[error.message, error.hint ?? ''].join(' ').trim()}`,
    ),
  ];
}
