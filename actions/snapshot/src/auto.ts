import type { Planned } from './commit.ts';
import { mayBreak } from './pull-request/may-break.ts';
import type { Proposal } from './pull-request/proposal.ts';

/** The two ways of publishing between which `auto` chooses. */
export interface Ways {
  /** Commits to the branch itself; gives whether there was something to commit that may be committed. */
  readonly commit: (mayCommit: (planned: Planned) => boolean) => Promise<boolean>;
  /** Proposes it, or looks after what waits. */
  readonly propose: (mayPropose: (planned: Planned) => boolean) => Promise<Proposal>;
}

/** Times to choose anew, when the branch moves from one case to the other. */
const CHOICES = 3;

/**
 * Commits what breaks nothing, and proposes all of it as soon as something breaks or waits that does.
 * @returns what became of the pull request; null when it was committed
 */
export async function commitOrPropose({ commit, propose }: Ways): Promise<Proposal | null> {
  for (let choice = 1; choice <= CHOICES; choice++) {
    const proposal = await propose(mayBreak);
    if (proposal.outcome !== 'not-wanted') return proposal;
    if (await commit((planned) => !mayBreak(planned))) return null;
  }
  return propose(() => true);
}
