import { EMPTY_MANIFEST, type Manifest, SnapshotError, sha256Of } from '@xano-specs/core';
import { type Octokit, readText, versionsOfFile } from '@xano-specs/github';
import { baseAt } from '../branch-base.ts';
import { type Planned, type PlanningOptions, planOn } from '../commit.ts';
import { joinPath } from '../result.ts';
import type { Meeting } from './branch-plan.ts';
import { keptChanges, type OriginalOf, type Sides, withKept } from './kept.ts';
import { namingBranch } from './naming-branch.ts';
import { onceOurs } from './once-ours.ts';
import type { ProposalPlace } from './proposal.ts';

/** What is proposed, and how many documents of earlier runs, and removals of one, are among it. */
export interface Proposed {
  readonly planned: Planned;
  readonly kept: number;
}

/**
 * Plans what is proposed: what the run found, and what waits on the branch of earlier ones.
 * @throws SnapshotError when the snapshot on the branch can't be planned for
 */
export async function withWhatWaits(
  octokit: Octokit,
  place: ProposalPlace,
  meeting: Meeting,
  sides: Omit<Sides, 'origin'>,
  options: PlanningOptions,
): Promise<Proposed> {
  const { owner, repo } = place;
  const { planned } = sides;
  const textOf = (oid: string) => readText(octokit, { owner, repo, oid });
  const origin = await originManifest(octokit, place, meeting, planned);
  const originalOf = originals(octokit, place, meeting.head, textOf);
  const branch = { ...sides.branch, wrote: onceOurs(octokit, place, meeting.head) };
  const waiting = await namingBranch(place, () =>
    keptChanges({ ...sides, branch, origin }, options, originalOf),
  );
  const kept = waiting.documents.length + waiting.removals.length;
  return {
    planned: kept === 0 ? planned : await planOn(planned.base, withKept(options, waiting, textOf)),
    kept,
  };
}

/** Commits of a file that are looked at, the newest, for the text that a run wrote. */
const LOOKED_AT = 20;

function originals(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  head: string,
  textOf: (oid: string) => Promise<string>,
): OriginalOf {
  const hashOf = async (oid: string) => sha256Of(await textOf(oid));
  return async ({ path, sha256 }, { oid }) => {
    const held = await hashOf(oid);
    if (held === sha256) return { oid, sha256 };
    const past = { owner, repo, head, path: joinPath(directory, path), perPage: LOOKED_AT };
    for await (const version of versionsOfFile(octokit, past)) {
      if ((await hashOf(version)) === sha256) return { oid: version, sha256 };
    }
    return { oid, sha256: held };
  };
}

async function originManifest(
  octokit: Octokit,
  place: ProposalPlace,
  { origin, target }: Meeting,
  planned: Planned,
): Promise<Manifest> {
  if (origin === target) return planned.base.manifest;
  try {
    return (await baseAt(octokit, place, origin)).manifest;
  } catch (error) {
    // It is past mending there: then nothing is known of what is newer, and what the target has counts.
    if (error instanceof SnapshotError) return EMPTY_MANIFEST;
    throw error;
  }
}
