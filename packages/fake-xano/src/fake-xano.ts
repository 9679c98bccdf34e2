import { bookShop } from './account/book-shop.ts';
import { folderAccount } from './account/folder.ts';
import type { FakeAccount } from './account/model.ts';
import { type AccessTokenOptions, AccessTokens } from './credentials/access-tokens.ts';
import { DocumentationTokens } from './credentials/documentation-tokens.ts';
import { InstanceTokens } from './credentials/instance-tokens.ts';
import { type FakeSecret, Secrets } from './credentials/secrets.ts';
import { opaque } from './credentials/shapes.ts';
import { Faults } from './faults/faults.ts';
import { RequestLog } from './http/log.ts';
import { type FakeOrigin, Origins } from './http/origins.ts';
import { RateLimit, type RateLimitOptions } from './http/rate-limit.ts';
import type { Settings, World } from './http/world.ts';
import { type FrontDesk, listener } from './server.ts';

/** What a fake Xano plays, and how. */
export interface FakeXanoOptions extends Partial<Settings> {
  /** The account; the book shop by default. */
  readonly account?: FakeAccount;
  /** A folder of OpenAPI documents to serve instead of an account. */
  readonly folder?: string;
  /** Milliseconds since 1970, for expiry and limits; the machine's clock by default. */
  readonly clock?: () => number;
  /** How long every answer takes at least; 0 by default. */
  readonly latencyMs?: number;
  /** How instances on the free plan are limited. */
  readonly rateLimit?: RateLimitOptions;
  /** What `accessToken` may do and until when. */
  readonly accessToken?: AccessTokenOptions;
  /** The port of the first origin, the master service's; the others follow. Any free ports by default. */
  readonly port?: number;
}

/** A running fake Xano. */
export interface FakeXano extends AsyncDisposable {
  /** The master service, or the first instance when it is self-hosted. */
  readonly masterUrl: string;
  readonly developerApiKey: string;
  readonly accessToken: string;
  /** What it plays; edit it, and the next answer shows it. */
  readonly account: FakeAccount;
  readonly origins: readonly FakeOrigin[];
  /** The requests so far, and those in which a host saw what it was not meant to see. */
  readonly log: RequestLog;
  readonly faults: Faults;
  /** Every secret that was ever handed out. */
  secrets(): readonly FakeSecret[];
  /** Gives a further access token for the Metadata API. */
  issueAccessToken(options?: AccessTokenOptions): string;
  /** Ends a token of either API before its time. */
  revoke(token: string): void;
  /** Opens the hosts that the account has grown since the start. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a fake Xano on loopback. Throws when both an account and a folder are given, when a
 * self-hosted account has no instance, what `folderAccount` throws, and what `listen` throws
 * when a port is taken; no port is open then.
 */
export async function startFakeXano(options: FakeXanoOptions = {}): Promise<FakeXano> {
  if (options.account !== undefined && options.folder !== undefined) {
    throw new Error('Give the fake Xano either an account or a folder, not both.');
  }
  const account =
    options.account ?? (options.folder === undefined ? bookShop() : folderAccount(options.folder));
  const clock = options.clock ?? Date.now;
  const settings: Settings = {
    operationIds: options.operationIds ?? true,
    selfHosted: options.selfHosted ?? false,
    workspacesPaged: options.workspacesPaged ?? false,
    timestamps: options.timestamps ?? 'text',
    etags: options.etags ?? false,
  };
  const secrets = new Secrets();
  const accessTokens = new AccessTokens(account, secrets, clock);
  const instanceTokens = new InstanceTokens(secrets, clock);
  const log = new RequestLog();
  const faults = new Faults();
  const origins = new Origins((origin) => listener(desk, origin), options.port ?? 0);
  const world: World = {
    account,
    origins,
    secrets,
    instanceTokens,
    accessTokens,
    documentationTokens: new DocumentationTokens(secrets),
    developerApiKey: secrets.add('developer-api-key', opaque(), ({ role }) => role === 'master'),
    settings,
  };
  const desk: FrontDesk = {
    world,
    log,
    faults,
    rateLimit: new RateLimit(options.rateLimit ?? {}, clock),
    rateLimitOptions: options.rateLimit ?? {},
    clock,
    latencyMs: options.latencyMs ?? 0,
  };
  const close = () => origins.close();
  const masterUrl = await opened(origins, account, settings);
  return {
    masterUrl,
    developerApiKey: world.developerApiKey,
    accessToken: accessTokens.issue(options.accessToken),
    account,
    origins: origins.all,
    log,
    faults,
    secrets: () => secrets.all(),
    issueAccessToken: (token) => accessTokens.issue(token),
    revoke: (token) => {
      accessTokens.revoke(token);
      instanceTokens.revoke(token);
    },
    open: () => origins.openFor(account, settings),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Opens every host and gives the entry's URL; what can't be opened whole leaves no port open. */
async function opened(origins: Origins, account: FakeAccount, settings: Settings): Promise<string> {
  try {
    await origins.openFor(account, settings);
    return entryOf(origins);
  } catch (error) {
    await origins.close();
    throw error;
  }
}

function entryOf(origins: Origins): string {
  const entry = origins.byRole('master') ?? origins.byRole('instance');
  if (entry === undefined) throw new Error('A self-hosted account needs an instance.');
  return entry.url;
}
