import { appendFile } from 'node:fs/promises';
import { explainGitHubError, GitHubError, gitHubUrls } from '@xano-specs/github';
import type { Report } from '@xano-specs/openapi-diff';
import type { ReportContext } from '../comment/context.ts';
import { renderComment } from '../comment/render-comment.ts';
import { isNothing, verdictLine } from '../comment/words.ts';
import type { Gate } from '../gate/gate.ts';
import { markCommit } from '../gate/mark.ts';
import { type OutputName, type Verdict, verdictOf } from '../outputs.ts';
import { runUrl } from '../run-url.ts';
import type { Found, Work } from '../work.ts';
import { annotationsOf } from './annotations.ts';
import { type Commented, keepComment } from './comment.ts';
import { writeReportFiles } from './report-files.ts';
import { summaryText } from './summary.ts';

/** Where a run leaves what it has to say, beside GitHub's API and the log. */
export interface Voice {
  readonly setOutput: (name: OutputName, value: string) => void;
  /** Writes lines that are workflow commands already. */
  readonly command: (lines: string) => void;
}

/**
 * Tells everyone of a report: annotations, files, outputs, job summary, comment and mark. What
 * can't be told in one place is said in the log, and changes nothing about the result itself.
 */
export async function tell(found: Found, gate: Gate, work: Work, voice: Voice): Promise<void> {
  const { report } = found;
  const { inputs, env, log } = work;
  const context = contextOf(found, gate, work);
  if (inputs.annotations) annotate(found, gate, work, voice);
  for (const { kind, about, text } of context.notes) {
    // What is about no one document is about what was looked at as a whole.
    if (kind === 'nothing' || (kind === 'not-compared' && about === null)) {
      log.warning({ title: 'API diff', message: text });
    } else log.line(`Note        ${about ?? ''} ${text}`);
  }
  // The files are made while GitHub is asked for the comment.
  await Promise.all([
    attempt('comment could not be written', work, () => comment(found, context, work, voice)),
    attempt('report could not be written to files', work, () => files(found, context, work, voice)),
    attempt('job summary could not be written', work, () => summary(report, context, env)),
  ]);
  const { error, warning, info } = report.summary;
  voice.setOutput('verdict', wholeVerdict(found));
  voice.setOutput('errors', String(error));
  voice.setOutput('warnings', String(warning));
  voice.setOutput('infos', String(info));
  voice.setOutput('overridden', String(gate.override !== null));
  await attempt('commit could not be marked', work, () =>
    markCommit(work.octokit, {
      ...work.repository,
      as: inputs['check-as'],
      oid: found.marked,
      key: inputs['comment-key'],
      failed: gate.failed,
      title: verdictLine(report, context),
      summary: (longest) => renderComment(report, context, longest),
      url: context.reportUrl,
    }),
  );
}

function wholeVerdict(found: Found): Verdict {
  if (isNothing(found)) return 'none';
  return found.isUnreadable && found.report.summary.error === 0 ? 'failed' : verdictOf(found.report);
}

/** What a report of this run is read with. */
export function contextOf(
  found: Found,
  { override }: Gate,
  { env, inputs, repository }: Work,
): ReportContext {
  return {
    compared: {
      serverUrl: gitHubUrls(env).serverUrl,
      repository,
      base: found.base,
      head: found.head,
      pullRequest: found.pullRequest,
    },
    names: found.names,
    documentWord: found.documentWord,
    notes: found.notes,
    override,
    accept: {
      file: inputs.exceptions,
      label: found.labelsOf === null ? null : inputs['override-label'],
      fromHead: inputs['exceptions-from'] === 'head',
    },
    failOn: inputs['fail-on'],
    reportUrl: runUrl(env),
    pageUrl: inputs['report-url'],
  };
}

function annotate({ report, head }: Found, { override }: Gate, { log }: Work, voice: Voice): void {
  const { text, left } = annotationsOf(report, { hasFiles: head !== null, isAccepted: override !== null });
  voice.command(text);
  if (left > 0)
    log.line(`${left.toLocaleString('en-US')} more changes are in the job summary and the report files.`);
}

async function files(
  { report, excerpts }: Found,
  context: ReportContext,
  { inputs, env }: Work,
  voice: Voice,
): Promise<void> {
  const written = await writeReportFiles(report, excerpts, context, {
    directory: inputs['report-directory'],
    temp: env.RUNNER_TEMP ?? '',
    workspace: env.GITHUB_WORKSPACE ?? '.',
  });
  voice.setOutput('report-markdown', written.markdown);
  voice.setOutput('report-html', written.html);
  voice.setOutput('report-json', written.json);
  voice.setOutput('report-sarif', written.sarif);
}

async function summary(report: Report, context: ReportContext, env: Work['env']): Promise<void> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  await appendFile(
    file,
    summaryText((longest) => renderComment(report, context, longest)),
  );
}

async function comment(found: Found, context: ReportContext, work: Work, voice: Voice): Promise<void> {
  const { inputs, octokit, log } = work;
  const { pullRequest, report, isUnreadable, onlyFor } = found;
  if (pullRequest === null || !inputs.comment) return;
  const commented = await keepComment(octokit, report, context, {
    pullRequest,
    key: inputs['comment-key'],
    onClean: inputs['on-clean'],
    clean: report.summary.error + report.summary.warning === 0 && !isUnreadable,
    onlyFor,
  });
  log.line(wordsOf(commented));
  const isThere = 'id' in commented && commented.outcome !== 'deleted';
  voice.setOutput('comment-id', isThere ? String(commented.id) : '');
  voice.setOutput('comment-url', isThere ? commented.url : '');
}

function wordsOf(commented: Commented): string {
  switch (commented.outcome) {
    case 'none':
      return 'There is nothing to warn of, and no comment.';
    case 'outdated':
      return 'The pull request has a newer commit by now, so its comment was left to the run for that one.';
    default:
      return `The comment was ${commented.outcome === 'kept' ? 'kept as it is' : commented.outcome}: ${commented.url}`;
  }
}

/** What fails here is told, and never makes a job red: a token that may only read is usual on forks. */
async function attempt(what: string, { log }: Work, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code, hint } = explainGitHubError(error);
    const known = error instanceof GitHubError;
    const why = error instanceof Error ? error.message : String(error);
    const message = `The ${what}: ${why} ${known ? hint : ''} The report is complete in the job summary and the report files.`;
    if (code === 'MISSING_PERMISSION') log.notice({ title: 'API diff', message });
    else log.warning({ title: 'API diff', message });
  }
}
