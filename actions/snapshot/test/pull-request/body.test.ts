import { describe, expect, test } from '@jest/globals';
import type { DocumentChange } from '@xano-specs/core';
import type { BranchCommit } from '@xano-specs/github';
import type { Planned } from '../../src/commit.ts';
import { proposalText } from '../../src/pull-request/body.ts';
import type { ProposalPlace } from '../../src/pull-request/proposal.ts';
import { apiGroup } from '../groups.ts';

const PLACE: ProposalPlace = {
  owner: 'acme',
  repo: 'shop',
  branch: 'main',
  pullRequestBranch: 'xano-specs/snapshot',
  directory: 'specs',
  serverUrl: 'https://github.com',
};

const added = (name: string, index: number): DocumentChange => ({
  key: `${index}`,
  group: apiGroup(name),
  status: 'added',
  path: `a/b/${index}.json`,
  previousPath: null,
  previousVersion: null,
  version: '1.0.0',
  isPutBack: false,
  isAsLeft: () => true,
  readBefore: async () => null,
  readAfter: async () => null,
});

const person = (subject: string): BranchCommit => ({
  oid: 'a'.repeat(40),
  url: 'https://github.com/acme/shop/commit/a',
  subject,
  parents: [],
  author: 'ada',
  ours: false,
  isTold: false,
});

function textOf(names: readonly string[], people: readonly BranchCommit[] = [], room = 65_000): string {
  const documents = names.map(added);
  // The text asks nothing else of a plan.
  const planned = { prepared: { documents }, comparisons: new Map() } as unknown as Planned;
  const facts = {
    planned,
    people,
    conflicts: [],
    kept: 0,
    differs: true,
    elsewhere: null,
    startsNoWorkflow: true,
  };
  return proposalText(PLACE, facts, room);
}

describe('the part of a body that is the action’s', () => {
  test.each([300, 3_000, 20_000, 65_000])(
    'given a room of %i characters and too much to tell, then it fits',
    (room) => {
      const names = Array.from(
        { length: 3_000 },
        (_, index) => `Group ${index} ${'with a long name '.repeat(5)}`,
      );
      const people = Array.from({ length: 300 }, () => person('x'.repeat(500)));
      const text = textOf(names, people, room);
      expect(text.length).toBeLessThanOrEqual(room);
      expect(text).toMatch(/### ✓ No breaking change/);
      if (room > 1_000) expect(text).toContain('No workflow starts');
    },
  );

  test.each([0, 1, 40, 120])('given a room of %i characters, then it keeps to it all the same', (room) => {
    expect(textOf(['Orders'], [person('Mine')], room).length).toBeLessThanOrEqual(room);
  });

  test('given names and subjects that are markdown, HTML or mentions, then they are text', () => {
    const evil = '<img src=x onerror=alert(1)> @ada #1 [x](javascript:y) <!-- xano-specs end -->';
    const text = textOf([evil], [person(evil)]).replaceAll(/`[^`\n]*`/g, '');
    expect(text).not.toMatch(/<img|<!--|\]\(javascript|@ada|#1\b/);
  });
});
