import type { RepositoryName } from '@xano-specs/github';
import type { FailOn } from '@xano-specs/openapi-diff';

/** What is compared, for the words and links of a report. */
export interface Compared {
  /** The address of GitHub for people, without a slash at its end. */
  readonly serverUrl: string;
  readonly repository: RepositoryName;
  /** The commit that the old documents stand in. */
  readonly base: string;
  /** The commit that the new documents stand in; null for Xano as it is now. */
  readonly head: string | null;
  readonly pullRequest: number | null;
}

/** Something that readers must know and that is no change of a document. Its texts may come from anyone. */
export interface Note {
  readonly kind: 'nothing' | 'renamed' | 'unreadable' | 'not-compared' | 'manifest' | 'exceptions';
  /** The document or API group that it is about, as people call it; null when it is about none. */
  readonly about: string | null;
  /** A sentence. */
  readonly text: string;
}

/** The label that lets breaking changes pass, who set it, and when. */
export interface Override {
  readonly label: string;
  /** Null when GitHub does not say. */
  readonly setBy: string | null;
  /** When; null when GitHub does not say. */
  readonly setAt: Date | null;
}

/** What a report is read with. */
export interface ReportContext {
  readonly compared: Compared;
  /** What the report calls its documents, to what people call them; a name that is missing stays. */
  readonly names: ReadonlyMap<string, string>;
  /** What one of the documents is called: "API group" or "document". */
  readonly documentWord: string;
  readonly notes: readonly Note[];
  /** The label that is set and lets the changes pass; null without one. */
  readonly override: Override | null;
  /** How a change is accepted: the exceptions file and the label, each null when it is not used. */
  readonly accept: {
    readonly file: string | null;
    readonly label: string | null;
    /** Whether the pull request may bring its own file along. */
    readonly fromHead: boolean;
  };
  /** From which level on changes fail the run. */
  readonly failOn: FailOn;
  /** Where the whole report is: the page of the workflow's run. */
  readonly reportUrl: string | null;
  /** Where the report's own page will be published; null where it stays with the run. */
  readonly pageUrl: string | null;
}
