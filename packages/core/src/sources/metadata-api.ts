import { instanceIdentity } from '../catalog/identity.ts';
import { addressOf } from '../http/address.ts';
import type { ClientRequest, HttpClient } from '../http/client.ts';
import { Credential } from '../http/credential.ts';
import { RequestError } from '../http/request-error.ts';
import type { Secrets } from '../http/secrets.ts';
import { quoted } from '../http/words.ts';
import { refusedAdvice } from './credential-advice.ts';
import { credentialFacts } from './credential-facts.ts';
import { hinting } from './hints.ts';
import { type MetadataContext, metadataInstance } from './metadata-instance.ts';
import { instanceSchema } from './metadata-schemas.ts';
import { PRIORITY } from './priority.ts';
import { notAList, readJson } from './read-answer.ts';
import { readEntries } from './read-entries.ts';
import type { Listing, SourceAccount, SourceInstance, SpecSource } from './source.ts';
import { below } from './url.ts';

/** Where the master service and every instance serve the Metadata API. Source: docs.xano.com, and xano-inc/cli for self-hosted ones. */
const BASE = 'api:meta';

export interface MetadataApiOptions {
  readonly token: string;
  readonly variable: string;
  readonly masterUrl: URL;
  /** Self-hosted instances, which no master service lists; empty for an account of Xano's own. */
  readonly instanceUrls: readonly URL[];
  readonly secrets: Secrets;
}

/**
 * Gives the source that speaks the Metadata API. The access token goes to the master
 * service and to the instances that it lists, and nowhere else; each request can send it to
 * one of these alone.
 */
export function metadataApiSource(options: MetadataApiOptions): SpecSource {
  const { token, variable, masterUrl, instanceUrls, secrets } = options;
  const credential = new Credential(token, [], secrets);
  return {
    api: 'metadata-api',
    variable,
    entry: (instanceUrls[0] ?? masterUrl).href,
    credential: credentialFacts(token),
    secrets,
    open: (http) => new Account(http, credential, options),
  };
}

class Account implements SourceAccount {
  readonly isListed: boolean;
  readonly #http: HttpClient;
  readonly #credential: Credential;
  readonly #options: MetadataApiOptions;

  constructor(http: HttpClient, credential: Credential, options: MetadataApiOptions) {
    this.#http = http;
    this.#credential = credential;
    this.#options = options;
    this.isListed = options.instanceUrls.length === 0;
  }

  async listInstances(): Promise<Listing<SourceInstance>> {
    const { instanceUrls } = this.#options;
    if (instanceUrls.length === 0) return this.#listed();
    const entries = instanceUrls.map((url) => {
      const base = url.pathname.replace(/\/+$/, '').endsWith(`/${BASE}`) ? url : below(url, BASE);
      return this.#instance({ name: url.host, display: url.host }, base, null);
    });
    return { entries, error: null };
  }

  async #listed(): Promise<Listing<SourceInstance>> {
    const { masterUrl } = this.#options;
    const request: ClientRequest = {
      url: below(masterUrl, `${BASE}/instance`),
      purpose: 'the list of instances',
      credential: this.#credential.boundTo([masterUrl.origin]),
      priority: PRIORITY.instances,
    };
    const value = await hinting(this.#hintOf, () => readJson(this.#http, request));
    if (!Array.isArray(value)) throw notAList(value, request);
    const listing = readEntries(value, instanceSchema, request, ({ name }) => name);
    const entries: SourceInstance[] = [];
    let error = listing.error;
    for (const { name, display, rate_limit: limited, meta_api: api } of listing.entries) {
      try {
        const base = addressOf(
          api,
          `The address of the instance ${quoted(this.#options.secrets.redact(name))} (meta_api)`,
        );
        const identity = instanceIdentity({ name, display }, this.#options.secrets);
        entries.push(this.#instance(identity, base, limited ?? null));
      } catch (thrown) {
        if (!(thrown instanceof RequestError)) throw thrown;
        error ??= thrown;
      }
    }
    return { entries, error };
  }

  #instance(identity: SourceInstance['identity'], base: URL, limited: boolean | null): SourceInstance {
    const context: MetadataContext = {
      http: this.#http,
      secrets: this.#options.secrets,
      identity,
      base,
      limited,
      credential: this.#credential.boundTo([base.origin]),
      hintOf: this.#hintOf,
    };
    return metadataInstance(context);
  }

  readonly #hintOf = ({ status }: RequestError): string | null => {
    const { token, variable } = this.#options;
    if (status === 401) {
      return refusedAdvice('metadata-api', variable, credentialFacts(token), this.#http.now());
    }
    return status === 403
      ? 'Give the access token Workspace API: Read and Instance Workspace: Read there. If it is pinned to one workspace, select that one with a filter, or make a token without the pin.'
      : null;
  };
}
