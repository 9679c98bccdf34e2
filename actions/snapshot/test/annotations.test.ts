import { describe, expect, test } from '@jest/globals';
import { warningsOf } from '../src/annotations.ts';
import { groupResult, resultWith } from './groups.ts';

const failure = { code: 'TIMED_OUT', message: 'No answer came', hint: 'Run again.' };

describe('the warnings of a run', () => {
  test('given a clean run, there are none', () => {
    expect(warningsOf(resultWith({ groups: [groupResult('A')] }))).toEqual([]);
  });

  test('given lists, failures, unreadable documents and leaks, says each with what to do', () => {
    const leak = { kind: 'email', pointer: '/paths/~1auth', preview: 'grac… (34 characters)' };
    const warnings = warningsOf(
      resultWith({
        unlisted: [{ instance: 'explore-instance', workspace: null, branch: null, error: failure }],
        groups: [
          groupResult('Leaky', { leaks: [leak], leakCount: 5 }),
          groupResult('Closed', {
            status: 'kept-unreadable',
            reason: 'It is disabled',
            remedy: 'Switch it on',
          }),
          groupResult('Broken', { status: 'new-failed', path: null, error: failure }),
        ],
      }),
    );
    expect(warnings).toEqual([
      {
        title: 'explore-instance could not be listed',
        message: 'No answer came. Run again. The documents of what it holds were kept.',
      },
      { title: 'Book Marketplace / Broken could not be read', message: 'No answer came. Run again.' },
      {
        title: 'Book Marketplace / Closed became unreadable',
        message: 'It could be read before. It is disabled. Switch it on. Its last good document was kept.',
      },
      {
        title: 'Book Marketplace / Leaky may leak',
        file: 'specs/a.json',
        message:
          '5 places hold what looks like credentials or personal data. email grac… (34 characters) at /paths/~1auth and 4 more. Take them out in Xano, or set redact: true.',
      },
    ]);
  });

  test('given more than GitHub shows, the last one counts the others', () => {
    const groups = Array.from({ length: 25 }, (_, index) =>
      groupResult(`G${index}`, { status: 'kept-failed', error: failure }),
    );
    const warnings = warningsOf(resultWith({ groups }));
    expect(warnings).toHaveLength(10);
    expect(warnings.at(-1)).toEqual({
      title: '16 more warnings',
      message: 'The job summary lists all of them.',
    });
  });
});
