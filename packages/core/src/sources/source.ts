import type {
  ApiGroupIdentity,
  BranchIdentity,
  InstanceIdentity,
  WorkspaceIdentity,
} from '../catalog/identity.ts';
import type { HttpClient } from '../http/client.ts';
import type { XanoSpecsError } from '../http/errors.ts';
import type { Room } from '../http/room.ts';
import type { Secrets } from '../http/secrets.ts';
import type { CredentialFacts } from './credential-facts.ts';

/** Xano's two APIs that hand out documents: the successor, and the deprecated one. */
export type SourceApi = 'metadata-api' | 'developer-api';

/** Where documents come from: one of Xano's APIs and the credential for it. It holds no connection. */
export interface SpecSource {
  readonly api: SourceApi;
  /** The environment variable that the credential came from. */
  readonly variable: string;
  /** The address that is asked first: the master service's, or a self-hosted instance's. */
  readonly entry: string;
  /** What the credential tells of itself without a call. */
  readonly credential: CredentialFacts;
  /** Every secret that this source knows of, those that Xano hands out during a run included. */
  readonly secrets: Secrets;
  /** Opens the account for one run. No request is made yet. */
  open(http: HttpClient): SourceAccount;
}

/** What was read of a list: those entries that are as they should be, and what was wrong with the others. */
export interface Listing<T> {
  readonly entries: readonly T[];
  /** Null when the list was read whole. */
  readonly error: XanoSpecsError | null;
}

/** An account, as a source shows it. Its lists throw XanoSpecsError when they can't be read at all. */
export interface SourceAccount {
  /** Whether the list of instances says which there are; a self-hosted Xano has no such list. */
  readonly isListed: boolean;
  listInstances(): Promise<Listing<SourceInstance>>;
}

export interface SourceInstance {
  readonly identity: InstanceIdentity;
  /** Whether Xano says that it is limited; null when it doesn't say. */
  readonly limited: boolean | null;
  listWorkspaces(): Promise<Listing<SourceWorkspace>>;
}

export interface SourceWorkspace {
  readonly identity: WorkspaceIdentity;
  /** Whether the source knows of branches besides the live one. */
  readonly hasBranches: boolean;
  listBranches(): Promise<Listing<SourceBranch>>;
}

export interface SourceBranch {
  readonly identity: BranchIdentity;
  /** The groups, a page at a time. Throws where the list can't be read on; what came before stays good. */
  listGroups(): AsyncIterable<Listing<SourceGroup>>;
}

export interface SourceGroup {
  readonly identity: ApiGroupIdentity;
  /** What the list says of who may read the document; null when it doesn't say. */
  readonly documentation: 'public' | 'token' | 'disabled' | null;
  /** An answer takes a place in `room` until it is freed; nothing else does. */
  fetchDocument(room?: Room): Promise<GroupAnswer>;
}

/** An OpenAPI or Swagger document, parsed. */
export type Document = Readonly<Record<string, unknown>>;

/** What came of asking for a group's document. Everything else is thrown as XanoSpecsError. */
export type GroupAnswer =
  /**
   * The answer as it came: it is parsed when somebody wants it, so that what waits takes
   * no more memory than its bytes. `read` throws RequestError NOT_JSON or NOT_OPENAPI;
   * `free` gives back the place that the answer takes, after which it can't be read.
   */
  | { readonly kind: 'answer'; readonly read: () => Document; readonly free: () => void }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy: string };
