import { describe, expect, test } from '@jest/globals';
import { SUMMARY_LIMIT } from '@xano-specs/github';
import { renderSummary } from '../src/summary.ts';
import { groupResult, resultWith } from './groups.ts';

const COUNTS = resultWith({}).counts;

describe('the job summary', () => {
  test('given a commit, says what changed, where it is, and lists what changed first', () => {
    const summary = renderSummary(
      resultWith({
        outcome: 'committed',
        changed: true,
        commit: {
          sha: '3f2c1ab7'.padEnd(40, '0'),
          url: 'https://github.com/acme/shop/commit/3f2c1ab',
          headline: '',
        },
        counts: { ...COUNTS, documents: 2, changed: 1, same: 1, breaking: 1 },
        groups: [
          groupResult('Private API'),
          groupResult('Public API', {
            status: 'changed',
            changes: {
              breaking: 1,
              warnings: 0,
              safe: 2,
              lines: [{ word: 'breaks', text: 'price became text' }],
            },
          }),
        ],
      }),
    );
    expect(summary.split('\n')).toEqual([
      '### ✓ 1 API group changed · 1 breaking change · committed to main in [3f2c1ab](https://github.com/acme/shop/commit/3f2c1ab)',
      '',
      '| API group | | operations | |',
      '|---|---|--:|---|',
      '| Book Marketplace / Public API | **changed** | 12 | 1 breaking, 2 safe. |',
      '| Book Marketplace / Private API | same | 12 |  |',
      '',
      '**Book Marketplace / Public API**',
      '- breaks · price became text',
      '',
    ]);
  });

  test('given groups without a document, says why and what to do', () => {
    const summary = renderSummary(
      resultWith({
        groups: [
          groupResult('Billing', {
            status: 'kept-unreadable',
            reason: 'documentation is disabled',
            remedy: 'Switch it on under API group, settings',
          }),
          groupResult('Orders', {
            status: 'new-failed',
            path: null,
            previousPath: null,
            operations: null,
            error: { code: 'TIMED_OUT', message: 'No answer came', hint: 'Run again.' },
          }),
        ],
      }),
    );
    expect(summary).toContain(
      '**unreadable** | 12 | It could be read before. documentation is disabled. Switch it on under API group, settings. Its last good document was kept. |',
    );
    expect(summary).toContain('**failed** |  | No answer came. Run again. |');
  });

  test('given a hint with an address that is cut in a sign, shows it as text', () => {
    const hint = 'The rules: https://example.com/rules?ref=%E2%8';
    const error = { code: 'BRANCH_PROTECTED', message: 'It is protected.', hint };
    expect(renderSummary(resultWith({ outcome: 'failed', error }))).toContain(
      'The rules&#58; https&#58;//example.com/rules&#63;ref&#61;&#37;E2&#37;8',
    );
  });

  test('given an error, says it before the table', () => {
    const error = { code: 'NOTHING_READ', message: 'No document could be read.', hint: 'Make a new key.' };
    expect(renderSummary(resultWith({ outcome: 'failed', error }))).toBe(
      '### ✗ The snapshot failed\n\nNo document could be read.\n\nMake a new key.\n',
    );
  });

  test('given lists that could not be read, names them', () => {
    const error = { code: 'SERVER_ERROR', message: 'It failed', hint: null };
    const unlisted = [
      { instance: 'explore-instance', workspace: 'Shop', branch: null, error },
      { instance: null, workspace: null, branch: null, error },
    ];
    const summary = renderSummary(resultWith({ unlisted }));
    expect(summary).toContain('- **explore-instance / Shop** could not be listed: It failed');
    expect(summary).toContain('- **The instances** could not be listed: It failed');
  });

  test('given names that are markdown or HTML, shows them and nothing else', () => {
    const name = '|x|</td><script>alert(1)</script>`[a](http://b)`\n# big ::warning::';
    const row = renderSummary(resultWith({ groups: [groupResult(name)] })).split('\n')[4] ?? '';
    expect(row.match(/\|/g)).toHaveLength(5);
    expect(row).not.toMatch(/<|`|\[|::/);
  });

  test('given groups in several instances, says in which', () => {
    const other = { name: 'starter-instance', display: 'Starter Instance' };
    const summary = renderSummary(
      resultWith({ groups: [groupResult('A'), groupResult('B', { instance: other })] }),
    );
    expect(summary).toContain('| Explore Instance / Book Marketplace / A |');
    expect(summary).toContain('| Starter Instance / Book Marketplace / B |');
  });

  test('given more than GitHub takes, stays within it and counts the rest', () => {
    const groups = Array.from({ length: 20_000 }, (_, index) =>
      groupResult(`Gruppe ${index} ${'ü'.repeat(60)}`),
    );
    const summary = renderSummary(resultWith({ groups }));
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    const shown = summary.split('\n').filter((line) => line.startsWith('| Book')).length;
    expect(summary).toContain(
      `${(20_000 - shown).toLocaleString('en-US')} more lines are in the result file.`,
    );
  });
});
