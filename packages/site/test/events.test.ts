import { expect, test } from '@jest/globals';
import { eventsOf } from '../src/events.ts';

test('given commits of the same second, as a rebase makes them, then the newest version of a group still comes first', () => {
  const version = (before: string | null, after: string) => ({
    commit: after,
    at: '2026-11-25T09:30:00Z',
    object: after,
    version: after,
    from: before,
    before,
    counts: null,
    problem: null,
    operations: 1,
    parts: 1,
    described: 0,
    lines: [],
    file: null,
  });
  const names = { instance: 'shop', workspace: 'Books', branch: null };
  const events = eventsOf(
    ['A', 'B'].map((group) => ({
      key: group,
      names: { ...names, group },
      folder: `apis/shop/books/${group.toLowerCase()}`,
      versions: [version(null, '1.0.0'), version('1.0.0', '1.1.0'), version('1.1.0', '2.0.0')],
    })),
    [],
    false,
  );

  expect(events.map(({ name, after }) => `${name} ${after}`)).toEqual([
    'Books / A 2.0.0',
    'Books / A 1.1.0',
    'Books / A 1.0.0',
    'Books / B 2.0.0',
    'Books / B 1.1.0',
    'Books / B 1.0.0',
  ]);
});
