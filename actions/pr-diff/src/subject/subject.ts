import type { RepositoryName } from '@xano-specs/github';
import type { PullBase } from './base-tip.ts';

/** What a run reports on: two commits of a repository, and the pull request that they are about. */
export interface Subject {
  readonly repository: RepositoryName;
  /** The pull request that gets the comment and whose label counts; null where there is none. */
  readonly pullRequest: number | null;
  /** The pull request whose label counts where none gets a comment, as in a merge queue. */
  readonly labelsOf: number | null;
  /** The commit in which both sides parted. */
  readonly base: string;
  /** The tip of the base's branch, where rules are read that no pull request may change. */
  readonly baseTip: string;
  readonly head: string;
}

/** What the event and the inputs say of a run before GitHub is asked. */
export type Wanted =
  | {
      readonly kind: 'pull-request';
      readonly number: number;
      /** The commit that must be its head; null for whatever its head is. */
      readonly head: string | null;
    }
  /** The pull request of an event, with the head and the base that it had then. */
  | { readonly kind: 'event-of'; readonly number: number; readonly head: string; readonly base: PullBase }
  | { readonly kind: 'run-of'; readonly owner: string; readonly branch: string; readonly head: string }
  | {
      readonly kind: 'commits';
      readonly base: string;
      readonly head: string;
      /** Whether the base is the very commit to compare with, and not the branch to part from. */
      readonly exact: boolean;
      readonly pullRequest: number | null;
      readonly labelsOf: number | null;
    }
  /** There is nothing to report on, and why. */
  | { readonly kind: 'nothing'; readonly why: string };
