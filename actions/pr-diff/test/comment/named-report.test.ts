import { describe, expect, test } from '@jest/globals';
import { combineReports, type Report } from '@xano-specs/openapi-diff';
import { withNames } from '../../src/comment/named-report.ts';

const summary = { error: 0, warning: 0, info: 1, undecided: 0, operations: 0 };

function reportOn(...names: readonly string[]): Report {
  const one = (name: string): Report => ({
    formatVersion: 1,
    base: name,
    head: name,
    summary,
    changes: [
      {
        id: 'api-tag-added',
        level: 'info',
        cause: 'a tag',
        message: 'a tag',
        places: [],
        witness: null,
        proof: 'structural',
        fingerprint: '0',
      },
    ],
  });
  return combineReports(
    'old',
    'new',
    names.map((name) => ({ name, report: one(name) })),
  );
}

describe('what a report calls its documents', () => {
  test('given names, calls documents and their changes by them', () => {
    const { documents, changes } = withNames(
      reportOn('a.json', 'b.json'),
      new Map([['a.json', 'Public API']]),
    );
    expect(documents?.map(({ name }) => name)).toEqual(['Public API', 'b.json']);
    expect(changes.map(({ document }) => document)).toEqual(['Public API', 'b.json']);
  });

  test('given one name for two, keeps their paths beside it', () => {
    const names = new Map([
      ['a.json', 'API'],
      ['b.json', 'API'],
    ]);
    expect(withNames(reportOn('a.json', 'b.json'), names).documents?.map(({ name }) => name)).toEqual([
      'API (a.json)',
      'API (b.json)',
    ]);
  });

  test('given a name that is another document’s path, no two are called the same', () => {
    const { documents } = withNames(reportOn('a.json', 'b.json'), new Map([['a.json', 'b.json']]));
    expect(new Set(documents?.map(({ name }) => name)).size).toBe(2);
  });
});
