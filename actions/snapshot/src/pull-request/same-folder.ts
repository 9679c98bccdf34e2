import { entryAt, type Octokit } from '@xano-specs/github';
import type { ProposalPlace } from './proposal.ts';

/** Whether two commits have the same in the folder of the snapshot; one of the root changes with every commit. */
export async function isSameFolder(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  one: string,
  other: string,
): Promise<boolean> {
  if (one === other) return true;
  if (directory === '') return false;
  const [mine, theirs] = [
    await entryAt(octokit, { owner, repo }, one, directory),
    await entryAt(octokit, { owner, repo }, other, directory),
  ];
  return mine?.sha === theirs?.sha;
}
