import type { Report } from '@xano-specs/openapi-diff';

/** Every output of the action, as action.yml describes it. */
export const OUTPUTS = {
  verdict:
    '`breaking`, `warning`, `safe` (only changes that break nobody), `same` (no change), `none` (nothing was compared), or `failed` when a document can not be read, or no report could be made.',
  errors: 'How many breaking changes there are, without those that the exceptions file accepts.',
  warnings: 'How many changes there are that may break somebody.',
  infos: 'How many changes there are that break nobody.',
  overridden: '`true` when the label lets changes pass that would have failed the run.',
  'report-markdown': 'The path of the whole report as markdown.',
  'report-html': 'The path of the report as a page that opens from disk, to be kept as an artifact.',
  'report-json': 'The path of the whole report as JSON.',
  'report-sarif': 'The path of the report as SARIF, for code scanning.',
  'comment-id': 'The number of the comment; empty when there is none.',
  'comment-url': 'The address of the comment; empty when there is none.',
} as const satisfies Readonly<Record<string, string>>;

export type OutputName = keyof typeof OUTPUTS;

export type Verdict = 'breaking' | 'warning' | 'safe' | 'same' | 'none' | 'failed';

/** The worst that a report says, in one word. */
export function verdictOf({ summary }: Report): Verdict {
  if (summary.error > 0) return 'breaking';
  if (summary.warning > 0) return 'warning';
  return summary.info > 0 ? 'safe' : 'same';
}
