import { TREE_ENTRY_LIMIT } from './limits.ts';

/** A rule that keeps a branch from being written to directly, and the reasons it gives. */
export interface BranchRule {
  /** `protection` is classic branch protection (GH006), `ruleset` the newer rules (GH013). */
  readonly kind: 'protection' | 'ruleset';
  readonly reasons: readonly string[];
}

/** What a repository's settings say; tests change it while the server runs. */
export interface Settings {
  archived: boolean;
  private: boolean;
  /** "Allow GitHub Actions to create and approve pull requests", off in new repositories. */
  actionsMayCreatePullRequests: boolean;
  /** Draft pull requests, which private repositories of free plans don't have. */
  draftsAllowed: boolean;
  /** Comments of issues and pull requests can't be edited, as when their author is another app. */
  commentEditsRefused: boolean;
  /** People who may write to the repository; what they comment says so. */
  readonly collaborators: Set<string>;
  /** People and teams who can't be asked for a review. */
  readonly strangers: Set<string>;
  /** Entries at which a recursive tree is cut. */
  treeEntryLimit: number;
  /** Rules by branch name; `*` holds for every branch. */
  readonly rules: Map<string, BranchRule>;
}

/** An ordinary public repository in which everything is allowed. */
export function ordinarySettings(): Settings {
  return {
    archived: false,
    private: false,
    actionsMayCreatePullRequests: true,
    draftsAllowed: true,
    commentEditsRefused: false,
    collaborators: new Set(['ada']),
    strangers: new Set(),
    treeEntryLimit: TREE_ENTRY_LIMIT,
    rules: new Map(),
  };
}

/** The reason that GitHub gives when a branch wants pull requests. */
export const NEEDS_PULL_REQUEST = 'Changes must be made through a pull request.';

/** The rule that holds for a branch. */
export function ruleOf(settings: Settings, branch: string): BranchRule | null {
  return settings.rules.get(branch) ?? settings.rules.get('*') ?? null;
}

/** The message with which the API refuses a write that a rule forbids. */
export function ruleMessage(rule: BranchRule, branch: string): string {
  const reasons = rule.reasons.join('\n');
  return rule.kind === 'ruleset'
    ? `Repository rule violations found\n\n${reasons}\n\n`
    : `GH006: Protected branch update failed for refs/heads/${branch}.\n\n${reasons}`;
}
