import { type InstanceIdentity, instanceIdentity } from '../catalog/identity.ts';
import { addressOf } from '../http/address.ts';
import type { ClientRequest, HttpClient } from '../http/client.ts';
import { Credential } from '../http/credential.ts';
import { RequestError } from '../http/request-error.ts';
import type { Secrets } from '../http/secrets.ts';
import { quoted } from '../http/words.ts';
import { refusedAdvice } from './credential-advice.ts';
import { type CredentialFacts, credentialFacts } from './credential-facts.ts';
import { developerInstance } from './developer-instance.ts';
import { instanceSchema } from './developer-schemas.ts';
import { hinting } from './hints.ts';
import { TOKEN_PARAMETERS } from './inferred.ts';
import { PRIORITY } from './priority.ts';
import { notAList, readJson } from './read-answer.ts';
import { readEntries } from './read-entries.ts';
import type { Listing, SourceAccount, SpecSource } from './source.ts';
import { below } from './url.ts';

export interface DeveloperApiOptions {
  readonly key: string;
  readonly variable: string;
  readonly masterUrl: URL;
  readonly includeInstanceApi: boolean;
  readonly secrets: Secrets;
}

/**
 * Gives the source that speaks the Developer API, steps 1 to 4 as documented: the key goes
 * to the master service alone, each instance's token to that instance alone, and no
 * credential to the hosts of the API groups.
 */
export function developerApiSource(options: DeveloperApiOptions): SpecSource {
  const { key, variable, masterUrl, secrets } = options;
  const credential = new Credential(key, [masterUrl.origin], secrets);
  const facts = credentialFacts(key);
  return {
    api: 'developer-api',
    variable,
    entry: masterUrl.href,
    credential: facts,
    secrets,
    open: (http) => new Account(http, credential, facts, options),
  };
}

interface FoundInstance {
  /** As the list has it. */
  readonly name: string;
  readonly identity: InstanceIdentity;
  readonly tokenUrl: URL;
}

class Account implements SourceAccount {
  readonly isListed = true;
  readonly #http: HttpClient;
  readonly #credential: Credential;
  readonly #facts: CredentialFacts;
  readonly #options: DeveloperApiOptions;

  constructor(
    http: HttpClient,
    credential: Credential,
    facts: CredentialFacts,
    options: DeveloperApiOptions,
  ) {
    this.#http = http;
    this.#credential = credential;
    this.#facts = facts;
    this.#options = options;
  }

  async listInstances() {
    const { secrets, includeInstanceApi } = this.#options;
    const { entries, error } = await this.#list();
    const instances = entries.map(({ name, identity, tokenUrl }) =>
      developerInstance({
        identity,
        session: {
          instance: identity.name,
          tokenUrl,
          freshTokenUrl: () => this.#freshTokenUrl(name),
          http: this.#http,
          secrets,
        },
        includeInstanceApi,
      }),
    );
    return { entries: instances, error };
  }

  async #list(): Promise<Listing<FoundInstance>> {
    const { masterUrl, secrets, variable } = this.#options;
    const request: ClientRequest = {
      url: below(masterUrl, 'api:developer/instance'),
      purpose: 'the list of instances',
      credential: this.#credential,
      priority: PRIORITY.instances,
    };
    const hintOf = ({ status }: RequestError) =>
      status === 401 || status === 403
        ? refusedAdvice('developer-api', variable, this.#facts, this.#http.now())
        : null;
    const value = await hinting(hintOf, () => readJson(this.#http, request));
    if (!Array.isArray(value)) throw notAList(value, request);
    const listing = readEntries(value, instanceSchema, request, ({ name }) => name);
    const found: FoundInstance[] = [];
    let error = listing.error;
    for (const { name, display, tokenUrl } of listing.entries) {
      try {
        const address = tokenUrlOf(tokenUrl, secrets.redact(name), masterUrl, secrets);
        found.push({ name, identity: instanceIdentity({ name, display }, secrets), tokenUrl: address });
      } catch (thrown) {
        if (!(thrown instanceof RequestError)) throw thrown;
        error ??= thrown;
      }
    }
    return { entries: found, error };
  }

  async #freshTokenUrl(name: string): Promise<URL> {
    const { entries, error } = await this.#list();
    const found = entries.find((instance) => instance.name === name);
    if (found !== undefined) return found.tokenUrl;
    throw (
      error ??
      new RequestError(
        'NOT_FOUND',
        `The instance ${quoted(this.#options.secrets.redact(name))} is no longer in the list of instances.`,
        {
          hint: 'Run again: the account has changed meanwhile.',
        },
      )
    );
  }
}

/**
 * Reads the tokenUrl of an instance: what stands in it is a secret, and it leads to the
 * master service, which made it.
 */
function tokenUrlOf(text: string, instance: string, masterUrl: URL, secrets: Secrets): URL {
  const url = addressOf(text, `The tokenUrl of the instance ${quoted(instance)}`);
  for (const name of TOKEN_PARAMETERS) for (const value of url.searchParams.getAll(name)) secrets.add(value);
  if (url.origin === masterUrl.origin) return url;
  throw new RequestError(
    'URL_REFUSED',
    `The tokenUrl of the instance ${quoted(instance)} leads to ${url.host} and not to ${masterUrl.host}. It was not asked.`,
    { hint: 'If the master service has another address, name it with XANO_MASTER_URL.' },
  );
}
