import type { FakeAccount } from '../account/model.ts';
import type { Secrets } from './secrets.ts';
import { opaque, signedToken } from './shapes.ts';

/** The permissions that reading documents takes. */
export type Scope = 'workspace-api:read' | 'instance-workspace:read';

/** Every scope that a token can have here. */
export const ALL_SCOPES: readonly Scope[] = ['workspace-api:read', 'instance-workspace:read'];

/** The life that Xano gives an access token unless one chooses another: 7 days. */
export const ACCESS_TOKEN_LIFE_MS = 7 * 24 * 3_600_000;

/** What an access token may do and until when. */
export interface AccessTokenOptions {
  /** From now on; below 0 it has expired already. 7 days by default. */
  readonly lifeMs?: number;
  /** All by default. */
  readonly scopes?: readonly Scope[];
  /** The names of the instances that it is good for; all by default. */
  readonly instances?: readonly string[];
  /** The id of the one workspace that it is pinned to; others answer 403. */
  readonly workspace?: number;
}

/** What the fake knows of an access token. */
export interface AccessToken {
  readonly until: number;
  readonly scopes: readonly Scope[];
  readonly instances: readonly string[] | null;
  readonly workspace: number | null;
}

/** The access tokens of the Metadata API. */
export class AccessTokens {
  readonly #tokens = new Map<string, AccessToken>();
  readonly #account: FakeAccount;
  readonly #secrets: Secrets;
  readonly #clock: () => number;

  constructor(account: FakeAccount, secrets: Secrets, clock: () => number) {
    this.#account = account;
    this.#secrets = secrets;
    this.#clock = clock;
  }

  /** Gives a new token: a JWT with `aud: xano:meta` and its expiry in `exp`, in seconds. */
  issue(options: AccessTokenOptions = {}): string {
    const now = this.#clock();
    const until = now + (options.lifeMs ?? ACCESS_TOKEN_LIFE_MS);
    const value = signedToken({
      jti: opaque(16),
      aud: 'xano:meta',
      sub: String(this.#account.id),
      iat: Math.floor(Math.min(now, until) / 1000),
      exp: Math.floor(until / 1000),
    });
    this.#tokens.set(value, {
      until,
      scopes: options.scopes ?? ALL_SCOPES,
      instances: options.instances ?? null,
      workspace: options.workspace ?? null,
    });
    return this.#secrets.add(
      'access-token',
      value,
      ({ role }) => role === 'master' || role === 'instance' || role === 'custom-domain',
    );
  }

  /** Gives what a token may do, or null when it is unknown, revoked or has run out. */
  read(token: string | null): AccessToken | null {
    const known = token === null ? undefined : this.#tokens.get(token);
    return known !== undefined && known.until > this.#clock() ? known : null;
  }

  /** Ends a token before its time. */
  revoke(token: string): void {
    this.#tokens.delete(token);
  }
}
