import { addressOf } from '../http/address.ts';
import type { HttpClient } from '../http/client.ts';
import { Credential } from '../http/credential.ts';
import { RequestError } from '../http/request-error.ts';
import type { Secrets } from '../http/secrets.ts';
import { quoted } from '../http/words.ts';
import { exchangeSchema } from './developer-schemas.ts';
import { RENEWABLE_STATUSES } from './inferred.ts';
import { PRIORITY } from './priority.ts';
import { checked, readJson } from './read-answer.ts';

/** What the exchange of a tokenUrl gives: how to speak with one instance. */
export interface Session {
  readonly credential: Credential;
  readonly api: URL;
  /** The address of the instance's own document as it stands in the answer, if it does. */
  readonly swaggerspec: string | null;
}

export interface SessionOptions {
  readonly instance: string;
  readonly tokenUrl: URL;
  /** Gives another tokenUrl, from a fresh list of instances. */
  readonly freshTokenUrl: () => Promise<URL>;
  readonly http: HttpClient;
  readonly secrets: Secrets;
}

/**
 * The token of one instance. A tokenUrl is asked once, since it may be good only once;
 * when that fails, or the instance refuses the token, a fresh list of instances gives
 * another one, and that is tried once.
 */
export class InstanceSession {
  readonly #options: SessionOptions;
  #first: Promise<Session> | null = null;
  #renewed: Promise<Session> | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /**
   * Does something with the token, and once more with a renewed one if it is refused.
   * @throws what the work, the exchange or the list of instances throws
   */
  async use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.#session();
    try {
      return await work(session);
    } catch (error) {
      if (!isRefused(error) || session === (await this.#renewed)) throw error;
      return await work(await this.#renew());
    }
  }

  #session(): Promise<Session> {
    if (this.#renewed !== null) return this.#renewed;
    this.#first ??= this.#exchange(this.#options.tokenUrl).catch((error: unknown) => {
      if (error instanceof RequestError && isFinal(error)) throw error;
      return this.#renew();
    });
    return this.#first;
  }

  #renew(): Promise<Session> {
    this.#renewed ??= this.#options.freshTokenUrl().then((tokenUrl) => this.#exchange(tokenUrl));
    return this.#renewed;
  }

  async #exchange(tokenUrl: URL): Promise<Session> {
    const { instance, http, secrets } = this.#options;
    const request = {
      url: tokenUrl,
      purpose: `the token of the instance ${quoted(instance)}`,
      credential: null,
      repeatable: false,
      priority: PRIORITY.workspaces,
    };
    const answer = checked(await readJson(http, request), exchangeSchema, request);
    secrets.add(answer.authToken);
    const api = addressOf(answer.api, `The address of the instance ${quoted(instance)} (api)`);
    return {
      credential: new Credential(answer.authToken, [api.origin], secrets),
      api,
      swaggerspec: answer.swaggerspec ?? null,
    };
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof RequestError && error.status !== null && RENEWABLE_STATUSES.has(error.status);
}

/** Whether another tokenUrl can't help. */
function isFinal({ code }: RequestError): boolean {
  return (
    code === 'INTERRUPTED' ||
    code === 'BUDGET_SPENT' ||
    code === 'URL_REFUSED' ||
    code === 'HOST_NOT_ALLOWED' ||
    code === 'WRONG_SHAPE'
  );
}
