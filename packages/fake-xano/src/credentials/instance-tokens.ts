import type { FakeInstance } from '../account/model.ts';
import type { Secrets } from './secrets.ts';
import { encryptedToken, opaque } from './shapes.ts';

/** How long a tokenUrl stays good when nobody uses it (INFERRED: Xano documents no time). */
export const TOKEN_URL_LIFE_MS = 5 * 60_000;

/** The tokens of the Developer API: those in the tokenUrls, each good once, and those of the instances. */
export class InstanceTokens {
  readonly #exchangeable = new Map<string, { readonly instance: string; readonly until: number }>();
  readonly #tokens = new Map<string, string>();
  readonly #secrets: Secrets;
  readonly #clock: () => number;

  constructor(secrets: Secrets, clock: () => number) {
    this.#secrets = secrets;
    this.#clock = clock;
  }

  /** Gives a fresh token for the tokenUrl of an instance. */
  offer(instance: FakeInstance): string {
    const token = this.#secrets.add(
      `token-url:${instance.name}`,
      opaque(),
      (origin) => origin.role === 'master',
    );
    this.#exchangeable.set(token, { instance: instance.name, until: this.#clock() + TOKEN_URL_LIFE_MS });
    return token;
  }

  /** Takes the token of a tokenUrl for the name of its instance; null when it was used before or has run out. */
  take(token: string): string | null {
    const offered = this.#exchangeable.get(token);
    this.#exchangeable.delete(token);
    return offered !== undefined && offered.until > this.#clock() ? offered.instance : null;
  }

  /** Gives a fresh authToken that is good for one instance. */
  issue(instance: FakeInstance): string {
    const token = this.#secrets.add(
      `instance-token:${instance.name}`,
      encryptedToken(),
      (origin) =>
        (origin.role === 'instance' || origin.role === 'custom-domain') && origin.name === instance.name,
    );
    this.#tokens.set(token, instance.name);
    return token;
  }

  /** Gives whether this authToken is good for this instance. */
  isGoodFor(token: string | null, instance: string): boolean {
    return token !== null && this.#tokens.get(token) === instance;
  }

  /** Ends an authToken before its time. */
  revoke(token: string): void {
    this.#tokens.delete(token);
  }
}
