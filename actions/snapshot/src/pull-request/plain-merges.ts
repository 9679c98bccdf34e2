import { MANIFEST_FILE } from '@xano-specs/core';
import {
  type BranchCommit,
  carryOver,
  mergeBase,
  type Octokit,
  readEntriesAt,
  sameFile,
} from '@xano-specs/github';
import { joinPath } from '../result.ts';
import { merged } from './entries.ts';
import type { ProposalPlace } from './proposal.ts';

/** How git, and the button "Update branch" of a pull request, begin the message of a merge. */
const MERGE = /^Merge /;

/**
 * How often a run looks at what merges hold. Where it would need more, work of people stands between
 * them, and the branch stays in any case: those that are left, the oldest, count as theirs.
 */
const MOST_LOOKED_AT = 8;

/** Merges of which each builds upon the one before it, the oldest first. */
type Chain = readonly BranchCommit[];

/**
 * The commits of our branch, of which those that do nothing but bring in the target branch count as
 * ours: there is no work of anybody in them, whoever made them, so none is lost with them.
 * @param commits all that the branch has and the target has not
 */
export async function forgivingMerges(
  octokit: Octokit,
  place: ProposalPlace,
  commits: readonly BranchCommit[],
): Promise<BranchCommit[]> {
  const plain = new Set<string>();
  let looked = 0;
  const isPlainChain = async (oldest: BranchCommit, newest: BranchCommit) => {
    looked += 1;
    return looked <= MOST_LOOKED_AT && isPlain(octokit, place, oldest, newest);
  };
  for (const chain of chainsOf(commits)) {
    for (const { oid } of await plainOf(chain, isPlainChain)) plain.add(oid);
  }
  return commits.map((commit) => (plain.has(commit.oid) ? { ...commit, ours: true } : commit));
}

/** The merges of the target branch among the commits, but those of which it is told whose they are. */
function chainsOf(commits: readonly BranchCommit[]): Chain[] {
  const ahead = new Set(commits.map(({ oid }) => oid));
  const left = new Map(
    commits
      .filter(({ ours, isTold, subject, parents: [, theirs, third] }) => {
        const isOfTarget = theirs !== undefined && third === undefined && !ahead.has(theirs);
        return !ours && !isTold && isOfTarget && MERGE.test(subject);
      })
      .map((commit) => [commit.oid, commit]),
  );
  const chains: Chain[] = [];
  for (const newest of [...left.values()].reverse()) {
    if (!left.delete(newest.oid)) continue;
    const chain = [newest];
    const before = ({ parents: [mine = ''] }: BranchCommit) => left.get(mine);
    for (let one = before(newest); one !== undefined; one = before(one)) {
      chain.unshift(one);
      left.delete(one.oid);
    }
    chains.push(chain);
  }
  return chains;
}

/**
 * Those of the merges that are plain. What the last of them holds tells of all, so that a branch
 * that is updated each day is looked at once; only where it holds more, each half is.
 */
async function plainOf(
  chain: Chain,
  isPlainChain: (oldest: BranchCommit, newest: BranchCommit) => Promise<boolean>,
): Promise<Chain> {
  const [oldest, newest] = [chain[0], chain.at(-1)];
  if (oldest === undefined || newest === undefined) return [];
  if (await isPlainChain(oldest, newest)) return chain;
  if (chain.length === 1) return [];
  const half = Math.floor(chain.length / 2);
  const newer = await plainOf(chain.slice(half), isPlainChain);
  return [...(await plainOf(chain.slice(0, half), isPlainChain)), ...newer];
}

/** Whether the newest of a chain holds what one merge of whole files gives; the manifest may hold lines of both, since it is written anew. */
async function isPlain(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  oldest: BranchCommit,
  { oid, parents: [, theirs = ''] }: BranchCommit,
): Promise<boolean> {
  const [mine = ''] = oldest.parents;
  const origin = await mergeBase(octokit, { owner, repo, base: theirs, head: mine });
  const at = async (ref: string) => (await readEntriesAt(octokit, { owner, repo, ref, path: '' })).entries;
  const [from, other, holds] = [await at(origin), await at(theirs), await at(oid)];
  const { carried, conflicts } = carryOver(from, await at(mine), other, () => false);
  const manifest = joinPath(directory, MANIFEST_FILE);
  if (conflicts.some((path) => path !== manifest)) return false;
  const expected = merged(other, carried);
  const paths = new Set([...expected.keys(), ...holds.keys()]);
  return [...paths].every((path) => path === manifest || sameFile(expected.get(path), holds.get(path)));
}
