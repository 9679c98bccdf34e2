import { compareSelection } from './compare/compare-selection.ts';
import { exceptionsAt } from './compare/exceptions.ts';
import { policyOfInputs } from './compare/policy.ts';
import { blobTexts } from './documents/blob-texts.ts';
import { type CommitFiles, commitFiles, loaderOf } from './documents/commit-files.ts';
import { filePairs } from './documents/file-pairs.ts';
import type { Selection } from './documents/pair.ts';
import { snapshotPairs } from './documents/snapshot-pairs.ts';
import { resolveSubject } from './subject/resolve.ts';
import type { Subject } from './subject/subject.ts';
import { nothingToCompare, wantedBy } from './subject/wanted.ts';
import type { Ended, Work } from './work.ts';

/**
 * Compares the documents of two commits.
 * @throws ActionError NOTHING_TO_COMPARE when neither the event nor the inputs name two commits
 * @throws GitHubError when GitHub does not give what is asked for
 */
export async function compareCommits(work: Work): Promise<Ended> {
  const { octokit, inputs, event, env, repository, log, now } = work;
  const hasOverride = inputs.base !== '' || inputs.head !== '';
  const filesOf = filesByCommit(work);
  const resolved = await resolveSubject(
    octokit,
    repository,
    wantedBy(event, inputs, env.GITHUB_SHA ?? 'HEAD'),
    // What fails, fails when it is needed.
    (oid) => filesOf(oid).catch(() => {}),
  );
  if (resolved.kind === 'nothing') return resolved;
  const { subject } = resolved;
  if (event.name === 'workflow_dispatch' && !hasOverride && subject.baseTip === subject.head) {
    throw nothingToCompare(event);
  }
  log.line(`Comparing ${subject.base.slice(0, 7)} with ${subject.head.slice(0, 7)}`);
  const [{ selection, loaders }, read] = await Promise.all([
    select(work, subject, filesOf),
    exceptionsOf(work, subject),
  ]);
  const compared = await log.group(`Comparing ${selection.changed.length} changed documents`, () =>
    compareSelection(selection, loaders, {
      sides: { base: subject.base, head: subject.head },
      log: (line) => log.line(line),
      now: now(),
      policy: policyOfInputs(inputs),
      exceptionsFrom: inputs['exceptions-from'],
      ...(read.exceptions === null ? {} : { exceptions: read.exceptions }),
    }),
  );
  return {
    kind: 'found',
    found: {
      ...compared,
      notes: [...compared.notes, ...selection.notes, ...read.notes],
      names: selection.names,
      documentWord: selection.documentWord,
      base: subject.base,
      head: subject.head,
      marked: subject.head,
      pullRequest: subject.pullRequest,
      labelsOf: subject.pullRequest ?? subject.labelsOf,
      onlyFor: hasOverride ? null : subject.head,
    },
  };
}

type FilesByCommit = (oid: string) => Promise<CommitFiles>;

/** Lists the files of commits, each once. */
function filesByCommit({ octokit, inputs, repository }: Work): FilesByCommit {
  const texts = blobTexts(octokit, repository);
  const folder = inputs.files.length > 0 ? '' : inputs.directory;
  const known = new Map<string, Promise<CommitFiles>>();
  return (oid) => {
    const files = known.get(oid) ?? commitFiles(octokit, repository, { oid, folder, texts });
    known.set(oid, files);
    return files;
  };
}

async function select({ inputs }: Work, { base, head }: Subject, filesOf: FilesByCommit) {
  const [baseFiles, headFiles] = await Promise.all([filesOf(base), filesOf(head)]);
  const selection: Selection =
    inputs.files.length > 0
      ? filePairs(baseFiles.listed, headFiles.listed, inputs.files)
      : await snapshotPairs(baseFiles, headFiles, inputs.directory);
  return { selection, loaders: { base: loaderOf(baseFiles), head: loaderOf(headFiles) } };
}

/** The accepted changes: those of the base's tip, where a pull request has no say, unless the head's are allowed. */
function exceptionsOf({ octokit, inputs }: Work, { repository, baseTip, head }: Subject) {
  const oid = inputs['exceptions-from'] === 'head' ? head : baseTip;
  return exceptionsAt(octokit, repository, { oid, path: inputs.exceptions });
}
