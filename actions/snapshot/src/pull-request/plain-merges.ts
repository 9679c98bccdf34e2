import { MANIFEST_FILE } from '@xano-specs/core';
import {
  type BranchCommit,
  carryOver,
  gitHubCall,
  mergeBase,
  type Octokit,
  readEntriesAt,
} from '@xano-specs/github';
import { joinPath } from '../result.ts';
import { merged } from './entries.ts';
import type { ProposalPlace } from './proposal.ts';

/** How git, and the button "Update branch" of a pull request, begin the message of a merge. */
const MERGE = /^Merge /;

/**
 * The commits of our branch, of which those that do nothing but bring in the target branch count as
 * ours: there is no work of anybody in them, whoever made them, so none is lost with them.
 */
export async function forgivingMerges(
  octokit: Octokit,
  place: ProposalPlace,
  target: string,
  commits: readonly BranchCommit[],
): Promise<BranchCommit[]> {
  const judged: BranchCommit[] = [];
  for (const commit of commits) {
    const ours = commit.ours || (await isPlainMerge(octokit, place, target, commit));
    judged.push({ ...commit, ours });
  }
  return judged;
}

/** Whether a commit holds what a merge of whole files gives; the manifest may hold lines of both, since it is written anew. */
async function isPlainMerge(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  target: string,
  { oid, subject }: BranchCommit,
): Promise<boolean> {
  if (!MERGE.test(subject)) return false;
  const { data } = await gitHubCall(`read the commit ${oid} of ${owner}/${repo}`, () =>
    octokit.rest.git.getCommit({ owner, repo, commit_sha: oid }),
  );
  const [mine, theirs] = data.parents.map(({ sha }) => sha);
  if (mine === undefined || theirs === undefined || data.parents.length > 2) return false;
  if ((await mergeBase(octokit, { owner, repo, base: target, head: theirs })) !== theirs) return false;
  const origin = await mergeBase(octokit, { owner, repo, base: theirs, head: mine });
  const at = async (ref: string) => (await readEntriesAt(octokit, { owner, repo, ref, path: '' })).entries;
  const [from, other, holds] = [await at(origin), await at(theirs), await at(oid)];
  const { carried, conflicts } = carryOver(from, await at(mine), other, () => false);
  const manifest = joinPath(directory, MANIFEST_FILE);
  if (conflicts.some((path) => path !== manifest)) return false;
  const expected = merged(other, carried);
  const paths = new Set([...expected.keys(), ...holds.keys()]);
  return [...paths].every((path) => {
    const [want, has] = [expected.get(path), holds.get(path)];
    return path === manifest || (want?.oid === has?.oid && want?.mode === has?.mode);
  });
}
