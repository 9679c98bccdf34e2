import type { FakeAccount } from '../account/model.ts';
import type { AccessTokens } from '../credentials/access-tokens.ts';
import type { DocumentationTokens } from '../credentials/documentation-tokens.ts';
import type { InstanceTokens } from '../credentials/instance-tokens.ts';
import type { Secrets } from '../credentials/secrets.ts';
import type { DocumentStyle } from '../document/document.ts';
import type { Answer } from './answer.ts';
import type { Origins } from './origins.ts';
import type { Api, FakeRequest, Operation, Subject } from './request.ts';

/** How this Xano answers where sources differ, or where nothing is documented. */
export interface Settings extends DocumentStyle {
  /** A Xano without a master service: no list of instances, the instance itself is the entry. */
  readonly selfHosted: boolean;
  /** Whether the Metadata API's workspaces come in a paged envelope rather than in a bare array. */
  readonly workspacesPaged: boolean;
  /** Whether times in the Metadata API come as text or as milliseconds. */
  readonly timestamps: 'text' | 'number';
  /** Whether documents carry an ETag and `If-None-Match` is honoured. */
  readonly etags: boolean;
}

/** Everything that an answer can depend on. */
export interface World {
  readonly account: FakeAccount;
  readonly origins: Origins;
  readonly secrets: Secrets;
  readonly instanceTokens: InstanceTokens;
  readonly accessTokens: AccessTokens;
  readonly documentationTokens: DocumentationTokens;
  readonly developerApiKey: string;
  readonly settings: Settings;
}

/** The parts of a request from which one tells what it asks for. */
export type Incoming = Pick<FakeRequest, 'method' | 'url' | 'path' | 'headers' | 'origin'>;

/** A request that one of the APIs knows, with its answer, which is made when it is asked for. */
export interface Match {
  readonly api: Api;
  readonly operation: Operation;
  readonly subject: Subject;
  readonly answer: () => Answer;
}

/** One of the APIs: null when the request is not its. */
export type ApiRouter = (world: World, incoming: Incoming) => Match | null;
