import { allWarnings } from './annotations.ts';
import type { Result } from './result.ts';

/** Every output of the action, as action.yml describes it. */
export const OUTPUTS = {
  changed: '`true` when the snapshot differs from what the branch held, whether or not it was committed.',
  'commit-sha': 'The commit that was made; empty when there was none.',
  documents: 'How many documents the snapshot holds.',
  'documents-added': 'How many API groups are new.',
  'documents-changed': 'How many API groups have another document than before.',
  'documents-renamed': 'How many API groups have another path and the same document.',
  'documents-removed': 'How many API groups are gone from Xano.',
  'documents-unreadable': 'How many documents Xano does not hand out as things are set.',
  'documents-failed': 'How many documents could not be had this time.',
  'documents-no-longer-readable':
    'How many documents Xano handed out before and does not any more; their last good ones were kept.',
  breaking: 'How many breaking changes the changed documents hold.',
  'pull-request-number': 'The number of the pull request; empty when there is none.',
  'pull-request-url': 'The address of the pull request; empty when there is none.',
  'pull-request-outcome':
    'What became of the pull request: `created`, `updated`, `unchanged`, `closed`, `left-open` or `declined`; empty when there is none.',
  matrix: 'With `step: plan`: the matrix for the jobs that fetch, as JSON.',
  shares: 'With `step: plan`: how many jobs are to fetch; 0 when there is nothing to fetch.',
  'shares-directory':
    'With `step: plan` and `step: fetch`: the folder to upload as an artifact for the last job.',
  leaks: 'How many places in the documents hold what looks like credentials or personal data.',
  warnings:
    'How many things the run warns of, such as a token that expires soon or a document that became unreadable.',
  'token-expires':
    'The day on which the access token expires, such as `2026-11-25`; empty when it does not say.',
  'result-file': 'The path of a JSON file with all of this, and what became of every API group.',
} as const satisfies Readonly<Record<string, string>>;

export type OutputName = keyof typeof OUTPUTS;

/** The values of the outputs, apart from the result file's path. */
export function outputsOf(result: Result): Readonly<Record<Exclude<OutputName, 'result-file'>, string>> {
  const { counts, commit, changed, divided, pullRequest, groups } = result;
  return {
    changed: String(changed),
    'commit-sha': commit?.sha ?? '',
    documents: String(counts.documents),
    'documents-added': String(counts.added),
    'documents-changed': String(counts.changed),
    'documents-renamed': String(counts.renamed),
    'documents-removed': String(counts.removed),
    'documents-unreadable': String(counts.unreadable),
    'documents-failed': String(counts.failed),
    'documents-no-longer-readable': String(
      groups.filter(({ status }) => status === 'kept-unreadable').length,
    ),
    breaking: String(counts.breaking),
    leaks: String(groups.reduce((sum, { leakCount }) => sum + leakCount, 0)),
    warnings: String(allWarnings(result).length),
    'token-expires': result.tokenExpires ?? '',
    'pull-request-number': pullRequest === null ? '' : String(pullRequest.number),
    'pull-request-url': pullRequest?.url ?? '',
    'pull-request-outcome': pullRequest?.outcome ?? '',
    matrix: divided?.matrix ?? '',
    shares: divided === null ? '' : String(divided.count),
    'shares-directory': divided?.directory ?? '',
  };
}
