import type { ApiGroup, InstanceIdentity, WorkspaceIdentity } from '../catalog/identity.ts';
import type { XanoSpecsError } from '../http/errors.ts';

/** The document of an API group, as Xano sent it, already known to be an OpenAPI or Swagger document. */
export interface DocumentOutcome {
  readonly kind: 'document';
  readonly group: ApiGroup;
  /** The parsed document. */
  readonly document: Readonly<Record<string, unknown>>;
}

/** Xano answered, and the answer is that this group's document can't be read as things are set. */
export interface UnreadableOutcome {
  readonly kind: 'unreadable';
  readonly group: ApiGroup;
  /** What happened, one sentence. */
  readonly reason: string;
  /** The setting that would mend it, and where it is. */
  readonly remedy: string;
}

/** The document could not be had this time: network, timeout, a fault of the server. */
export interface FailedOutcome {
  readonly kind: 'failed';
  readonly group: ApiGroup;
  readonly error: XanoSpecsError;
}

/** A list that could not be read (or was refused): what it holds is unknown, so nothing of it may be removed. */
export interface ListingFailedOutcome {
  readonly kind: 'listing-failed';
  /** The scope whose list could not be read: an instance's workspaces, a workspace's branches or groups, or (null) the instances. */
  readonly scope: {
    readonly instance: InstanceIdentity;
    readonly workspace: WorkspaceIdentity | null;
    readonly branch: string | null;
  } | null;
  readonly error: XanoSpecsError;
}

/**
 * A list of API groups that was read whole. Only a group that once stood in such a
 * list, and no longer does, may be removed from a snapshot.
 */
export interface ListedOutcome {
  readonly kind: 'listed';
  /** What was read whole: the instances (null), an instance's workspaces and branches, or a branch's groups. */
  readonly scope:
    | { readonly level: 'account'; readonly instances: readonly string[] }
    | { readonly level: 'instance'; readonly instance: string; readonly workspaces: readonly number[] }
    | {
        readonly level: 'workspace';
        readonly instance: string;
        readonly workspace: number;
        readonly branches: readonly BranchScope[];
        /** The label of the live one; null when it has none that is known. */
        readonly live: string | null;
      }
    | {
        readonly level: 'branch';
        readonly instance: string;
        readonly workspace: number;
        readonly branch: BranchScope;
        readonly groups: readonly number[];
      };
}

/** A branch as the manifest knows it: null is the live one. */
export type BranchScope = string | null;

/** What the walk through an account yields, in no fixed order. */
export type FetchOutcome =
  | DocumentOutcome
  | UnreadableOutcome
  | FailedOutcome
  | ListingFailedOutcome
  | ListedOutcome;
