import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

/** A test by its file and its name, and what it expects a person, or a later step, to read. */
type Named = readonly [file: string, name: string, words?: string];

/** What users of such actions complain of, and the tests that would fail if it happened here. */
const COMPLAINTS: Readonly<Record<string, readonly Named[]>> = {
  '1. Nothing changed, and the job went red': [
    [
      'snapshot/test/first-run',
      'given nothing new, makes no commit and ends well',
      '### ✓ Nothing changed in 3 API groups',
    ],
    [
      'pr-diff/test/comment',
      'given nothing to warn of and no comment, writes none and ends well',
      '### ✓ No breaking change',
    ],
  ],
  '2. A push was rejected because someone pushed meanwhile': [
    ['snapshot/test/moving-branch', 'is planned for again, and keeps what came in between'],
    [
      'snapshot/test/words/of-a-good-run',
      'somebody pushed meanwhile: says that it tries again, and where the commit is',
      'The branch moved while this was being written',
    ],
  ],
  '3. A raw error of git, or GH006': [
    [
      'snapshot/test/trouble',
      'a branch under %s is explained',
      'main is protected and did not take the commit',
    ],
  ],
  '4. Checks that never run on the pull request of a bot': [
    [
      'snapshot/test/pull-request/refusals',
      'no workflow for what GITHUB_TOKEN made: the body says so and what to do, and not for another token',
      'No workflow starts for this pull request, since `GITHUB_TOKEN` made it',
    ],
    [
      'pr-diff/test/events',
      'given a workflow that someone starts for a pull request by its number, comments there',
    ],
    [
      'pr-diff/test/gate',
      'given a pull request of a bot, which starts no workflow, marks its head from another run',
    ],
  ],
  '5. "Not permitted to create pull requests", and no word what to do': [
    [
      'snapshot/test/pull-request/refusals',
      'since Actions may not open pull requests: the setting, and a link that opens it by hand',
      'Switch on "Allow GitHub Actions to create and approve pull requests" under Settings, Actions, General, Workflow permissions',
    ],
    [
      '../packages/github/test/pull-request/upsert-pull-request',
      'Actions that may not open pull requests: the setting and the link that opens it by hand',
    ],
  ],
  '6. The commits of people on the bot’s branch wiped out': [
    [
      'snapshot/test/pull-request/people',
      'given their commit, then it is kept, and the log, the summary and the body say so',
      'People committed to xano-specs/snapshot; that was kept:',
    ],
    [
      'snapshot/test/pull-request/people',
      'given that they push while the run commits, then theirs comes first and stays',
    ],
    ['snapshot/test/moving-branch', 'two actions that race on it both end well, and no commit is lost'],
    [
      '../packages/github/test/commit/commit-to-branch',
      'is planned for again at its new head, and nobody loses a commit',
    ],
  ],
  '7. A pull request from a fork fails for want of a permission': [
    ['pr-diff/test/trouble', 'given %s, the status is that of the report and not of the permission'],
    [
      'pr-diff/test/trouble',
      'given a breaking change, the annotations are there, and a notice says why there is no comment',
      'comment could not be written',
    ],
    [
      'pr-diff/test/examples',
      'the first one checks with a token that only reads, and the second one comments, without anything of the first',
    ],
  ],
  '8. A new comment on every push': [
    [
      'pr-diff/test/comment',
      'given another push that breaks more, edits the comment in place, so no push adds one',
      '### ✗ 2 breaking changes',
    ],
    ['pr-diff/test/comment', 'given 350 comments of others, finds its own on the page where it is'],
  ],
  '9. Two runs that overwrite each other’s comment': [
    ['pr-diff/test/comment', 'given two keys, keeps two comments that never overwrite each other'],
    [
      'pr-diff/test/comment',
      'given a newer commit meanwhile, leaves the comment to the run for that one',
      'The pull request has a newer commit by now',
    ],
  ],
  '10. A report too long for a comment, and no report at all': [
    [
      'pr-diff/test/limits',
      'keeps every limit of GitHub, says how many are left out, and loses nothing in its files',
      'more breaking changes: [full report]',
    ],
  ],
  '11. Arguments or outputs that are too long': [
    [
      'pr-diff/test/limits',
      'keeps every limit of GitHub, says how many are left out, and loses nothing in its files',
    ],
    [
      'snapshot/test/summary',
      'given more than GitHub takes, stays within it and counts the rest',
      'more lines are in the result file.',
    ],
  ],
  '12. A failure without a word why': [
    [
      'pr-diff/test/trouble',
      'given that GitHub does not give a document, fails with a word why, and never says that nothing breaks',
      '### ✗ No report could be made',
    ],
    [
      'pr-diff/test/trouble',
      'given inputs that can not be used, names each of them',
      'levels names "nope", which is no check',
    ],
    [
      'snapshot/test/trouble',
      'a refused credential ends in an error that says what to do, and changes nothing',
    ],
  ],
  '13. A first run, or a document that is not on the base branch, that crashes': [
    [
      'pr-diff/test/events',
      'given a document that is not on the base branch, reports its operations as new and does not crash',
    ],
    [
      'pr-diff/test/live',
      'given no snapshot to compare with, says so and asks Xano for nothing',
      'has no snapshot in specs',
    ],
    [
      'snapshot/test/first-run',
      'given a repository without a snapshot, commits every document in one verified commit',
    ],
  ],
  '14. Text only, and nothing for later steps': [
    ['pr-diff/test/limits', 'given report-directory, the files are there under names that do not change'],
    [
      'pr-diff/test/comment',
      'given a change that breaks, opens with the verdict, shows the API groups, the cause, the witness and the line',
      "verdict: 'breaking'",
    ],
  ],
  '15. Slow or unsigned commits': [
    [
      'snapshot/test/first-run',
      'given a repository without a snapshot, commits every document in one verified commit',
      'committed to main in [',
    ],
    [
      '../packages/github/test/commit/large-commit',
      'becomes one signed commit with every file, made of trees within the limits',
    ],
  ],
  '16. A label that should overrule, read from a stale event': [
    [
      'pr-diff/test/gate',
      'given a label that was set after the event, lets the changes pass and names who set it',
      'was set by `grace`',
    ],
    ['pr-diff/test/gate', 'given a label that the event still has and the pull request no longer, fails'],
  ],
  '17. Generated text that differs from run to run': [
    [
      'pr-diff/test/comment',
      'given the same commits again, leaves the comment alone',
      'The comment was unchanged',
    ],
    [
      'pr-diff/test/documents',
      'given manifests that hold a conflict on both sides, tells of both in the same order each time',
    ],
    ['snapshot/test/first-run', 'given a Developer API key, makes the same snapshot, byte for byte'],
  ],
  '18. A failed fetch that deletes files': [
    ['snapshot/test/trouble', 'a list that could not be read removes nothing'],
    [
      'snapshot/test/trouble',
      'an unreadable and a failing group keep their files, and the rest is committed',
      'Its last good document was kept.',
    ],
  ],
};

/** The names of the tests of a file that run, and what stands in each. */
function testsIn(file: string): Map<string, string> {
  const text = readFileSync(new URL(`../../${file}.test.ts`, import.meta.url), 'utf8');
  // The name comes first in a call of test, or in one of what test.each gives.
  const calls = [...text.matchAll(/(?:\btest|\]\)|\))\(\s*(['"])((?:(?!\1).)+)\1,/g)];
  return new Map(
    calls.map(({ index, 2: name = '' }, number) => [name, text.slice(index, calls[number + 1]?.index)]),
  );
}

describe('what users of such actions complain of can not happen, by a test that runs', () => {
  test.each(Object.entries(COMPLAINTS))('%s', (_, named) => {
    expect(named.filter(([, , words]) => words !== undefined)).not.toEqual([]);
    for (const [file, name, words = ''] of named) expect(testsIn(file).get(name)).toContain(words);
  });

  test('there are eighteen of them, as many as are known', () => {
    expect(Object.keys(COMPLAINTS).map((name) => Number.parseInt(name, 10))).toEqual(
      Array.from({ length: 18 }, (_, index) => index + 1),
    );
  });
});
