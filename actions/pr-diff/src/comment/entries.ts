import { hasFailed, type Report } from '@xano-specs/openapi-diff';
import type { ReportContext } from './context.ts';

/** Entries that are written out; every other change shows its fingerprint where it stands. */
const SHOWN_ENTRIES = 20;

/**
 * What to put into the exceptions file so that the changes that fail the run pass: folded, ready
 * to be copied, each with the number of its change. The reasons are left to whoever accepts
 * them. Empty when nothing fails, or when there is no such file.
 */
export function entriesToAccept(
  report: Report,
  { accept, failOn }: Pick<ReportContext, 'accept' | 'failOn'>,
): string {
  const failing = report.changes.filter(({ level }) =>
    hasFailed({ ...NOTHING, [level]: 1 }, failOn === 'none' ? 'error' : failOn),
  );
  if (accept.file === null || failing.length === 0) return '';
  const numbers = new Map<string, number[]>();
  for (const [index, { fingerprint, level }] of failing.entries()) {
    const known = numbers.get(fingerprint) ?? [];
    // Breaking changes come first and are numbered as here; warnings have no numbers.
    numbers.set(fingerprint, level === 'error' ? [...known, index + 1] : known);
  }
  const entries = [...numbers].slice(0, SHOWN_ENTRIES);
  const more = numbers.size - entries.length;
  return [
    '<details><summary>what to add to the exceptions file</summary>',
    '',
    '```yaml',
    'exceptions:',
    ...entries.flatMap(([fingerprint, of]) => [
      `  - fingerprint: ${fingerprint} # ${numbered(of)}`,
      '    reason: ""',
    ]),
    ...(more > 0 ? [`  # and ${more.toLocaleString('en-US')} more`] : []),
    '```',
    '',
    `Say why in each reason. The file counts ${accept.fromHead ? 'in this pull request' : 'on the base branch'}.`,
    '',
    '</details>',
  ].join('\n');
}

const NOTHING = { error: 0, warning: 0, info: 0, undecided: 0, operations: 0 } as const;

/** Numbers that are named where one entry accepts several changes. */
const SHOWN_NUMBERS = 5;

/** "1", "1, 2 and 4", "1, 2, 3, 4, 5 and 7 more"; "a warning" for what has no number. */
function numbered(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'a warning';
  const more = numbers.length - SHOWN_NUMBERS;
  const shown = numbers.slice(0, SHOWN_NUMBERS).map(String);
  const last = more > 0 ? `${more.toLocaleString('en-US')} more` : shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} and ${last}`;
}
