import { compileFilters, type Filters } from '../catalog/filters.ts';
import type { InstanceIdentity } from '../catalog/identity.ts';
import { openClient } from '../http/paced-client.ts';
import type { ClientOptions } from '../http/settings.ts';
import type { SpecSource } from '../sources/source.ts';
import { type CredentialWarningOptions, credentialWarnings } from './credential-warnings.ts';
import { NOTHING_FOUND } from './nothing-found.ts';

/** The instances of an account. */
export interface ListedInstances {
  /** Those that the filters select. */
  readonly selected: readonly InstanceIdentity[];
  /** The names of all that there are, or null when the account can't say, as a self-hosted Xano can't. */
  readonly names: readonly string[] | null;
}

/** How the instances are listed. */
export interface ListOptions extends ClientOptions, CredentialWarningOptions {
  readonly filters?: Pick<Filters, 'selectsInstance'>;
}

/**
 * Asks which instances an account has, and nothing else.
 *
 * @throws XanoSpecsError when the list, or an entry of it, can't be read
 */
export async function listInstances(source: SpecSource, options: ListOptions = {}): Promise<ListedInstances> {
  const { filters = compileFilters(), onEvent = () => {} } = options;
  const http = openClient(source.secrets, options);
  try {
    for (const warning of credentialWarnings(source, http.now(), options)) onEvent(warning);
    const account = source.open(http);
    const { entries, error } = await account.listInstances();
    if (error !== null) throw error;
    const identities = entries.map(({ identity }) => identity);
    const selected = identities.filter((identity) => filters.selectsInstance(identity));
    if (selected.length === 0) onEvent(NOTHING_FOUND);
    return {
      selected,
      names: account.isListed ? identities.map(({ name }) => name) : null,
    };
  } finally {
    await http.close();
  }
}
