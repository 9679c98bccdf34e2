import { type BranchCommit, cut } from '@xano-specs/github';
import { codeSpan, inline } from '@xano-specs/openapi-diff';
import { pullRequestReport } from '../change-log/pull-request-report.ts';
import type { Planned } from '../commit.ts';
import { joinPath } from '../result.ts';
import type { ProposalPlace } from './proposal.ts';

/** What a body tells of. */
export interface BodyFacts {
  readonly planned: Planned;
  readonly people: readonly BranchCommit[];
  readonly conflicts: readonly string[];
  /** Documents of earlier runs, and removals of one, that wait on the branch. */
  readonly kept: number;
  /** Whether there is something to propose. */
  readonly differs: boolean;
  /** An open pull request that takes the branch to another target, by its number. */
  readonly elsewhere: number | null;
  /** Whether the commits were made with GITHUB_TOKEN, for which no workflow starts. */
  readonly startsNoWorkflow: boolean;
}

/** Commits and files that are named; the rest is counted. */
const NAMED = 10;

/** The longest subject of a commit, and the longest name. */
const LONGEST_SUBJECT = 100;
const LONGEST_NAME = 60;

/** Where the pages about the checks are. */
const CHECK_PAGES = 'https://github.com/xano-specs/xano-specs/blob/main/docs/checks';

/** The part of the body that is the action's, in no more characters than `room`. */
export function proposalText(place: ProposalPlace, facts: BodyFacts, room: number): string {
  const notes = [...peopleNote(facts.people), ...conflictsNote(place, facts.conflicts), ...keptNote(facts)];
  const foot = [...(facts.startsNoWorkflow ? [NO_WORKFLOW, ''] : []), footnote(place)].join('\n');
  if (!facts.differs) return [settledHeadline(place, facts), '', ...notes, foot].join('\n');
  const { documents } = facts.planned.prepared;
  const above = [...notes, ''].join('\n');
  const report = pullRequestReport(documents, facts.planned.comparisons, {
    budget: room - above.length,
    links: {
      place: (file, side, line) => {
        const branch = side === 'base' ? place.branch : place.pullRequestBranch;
        return `${fileUrl(place, branch, file)}#L${line}`;
      },
      check: (id) => `${CHECK_PAGES}/${id}.md`,
    },
    footer: foot,
  });
  const text = notes.length === 0 ? report : `${above}${report}`;
  if (text.length <= room) return text;
  const [verdict = ''] = report.split('\n');
  return cut([verdict, '', NO_ROOM, '', foot].join('\n'), room);
}

/** For a body that people have nearly filled. */
const NO_ROOM =
  'What people wrote here leaves no room for the report: the commit on the branch lists the changes, and the summary of the run shows them.';

/** What the pull request says when there is nothing left to propose, before it is closed. */
export function settledText(place: ProposalPlace, planned: Planned): string {
  return `${sayAgreed(place, planned)}, so there is nothing left to change in ${codeSpan(place.directory || '/')}.`;
}

function sayAgreed({ branch }: ProposalPlace, { prepared }: Planned): string {
  const isWhole = prepared.rows.every(({ status }) => !/^(?:kept|new)-/.test(status));
  return `${codeSpan(branch)} holds what Xano has by now${isWhole ? '' : ', as far as the last run could read it, or was asked to'}`;
}

/** What the pull request says once it is closed for that, when its branch is deleted or could not be. */
export function closedText(place: ProposalPlace, planned: Planned, isBranchKept: boolean): string {
  const head = codeSpan(place.pullRequestBranch);
  return (
    `${settledText(place, planned)} This pull request was closed` +
    `${isBranchKept ? `; its branch ${head} stays` : ` and its branch ${head} deleted`}; nobody else had ` +
    'committed to it. The next change in Xano opens a new one.'
  );
}

function settledHeadline(place: ProposalPlace, { planned, people, elsewhere }: BodyFacts): string {
  const why =
    people.length === 0 && elsewhere !== null
      ? `because its branch is that of #${elsewhere} too`
      : 'because people committed to its branch';
  return (
    `### ✓ Nothing left to change in ${inline(place.directory || '/')}\n\n${sayAgreed(place, planned)}. ` +
    `This pull request stays open ${why}: merge it or close it, as you like.`
  );
}

function peopleNote(people: readonly BranchCommit[]): string[] {
  if (people.length === 0) return [];
  const shown = people
    .slice(0, NAMED)
    .map(
      ({ oid, url, subject, author }) =>
        `> - [${oid.slice(0, 7)}](${encodeURI(url)}) ${inline(subject, LONGEST_SUBJECT)}, by ${inline(author, LONGEST_NAME)}`,
    );
  const more = people.length - shown.length;
  return [
    '> [!NOTE]',
    '> People committed to this branch. Their commits are kept; documents of the snapshot are written as Xano has them.',
    ...shown,
    ...(more > 0 ? [`> - and ${more.toLocaleString('en-US')} more`] : []),
    '',
  ];
}

function conflictsNote({ branch }: ProposalPlace, conflicts: readonly string[]): string[] {
  if (conflicts.length === 0) return [];
  const named = conflicts.slice(0, NAMED).map((path) => codeSpan(path));
  const more = conflicts.length - named.length;
  return [
    '> [!WARNING]',
    `> This branch could not be brought up to date with ${codeSpan(branch)}: both changed ${named.join(', ')}` +
      `${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}. Merge ${codeSpan(branch)} into it by hand; the snapshot is renewed all the same.`,
    '',
  ];
}

function keptNote({ kept }: BodyFacts): string[] {
  if (kept === 0) return [];
  const changes = kept === 1 ? 'One change' : `${kept.toLocaleString('en-US')} changes`;
  return [
    '> [!NOTE]',
    `> ${changes} of an earlier run ${kept === 1 ? 'waits' : 'wait'} here too. The last run could not read ${kept === 1 ? 'it' : 'them'}, or was not asked to, and the report below tells of ${kept === 1 ? 'it' : 'them'} as of then.`,
    '',
  ];
}

const NO_WORKFLOW =
  '> [!IMPORTANT]\n' +
  '> No workflow starts for this pull request, since `GITHUB_TOKEN` made it: checks that are required stay ' +
  'pending, and `pr-diff` does not run. Close and reopen it to start them once, or give the snapshot action ' +
  'the token of a GitHub App as `token`. The report above needs no workflow.';

function footnote({ directory, branch }: ProposalPlace): string {
  return `<sub>Written by the snapshot action, which renews this part with each run as long as Xano and ${codeSpan(joinPath(directory, '') || '/')} on ${codeSpan(branch)} differ. What you write above or below it stays. To refuse the change, close the pull request: it comes back when something else changes.</sub>`;
}

function fileUrl(place: ProposalPlace, branch: string, file: string): string {
  const { serverUrl, owner, repo, directory } = place;
  const path = [...branch.split('/'), ...joinPath(directory, file).split('/')].map(encodeURIComponent);
  return `${serverUrl}/${owner}/${repo}/blob/${path.join('/')}`;
}
