import { addressOf } from '../http/address.ts';
import { withAllowedHosts } from '../http/allowed-hosts.ts';
import { Secrets } from '../http/secrets.ts';
import { ConfigurationError } from './configuration-error.ts';
import { HOW_TO_MAKE } from './credential-advice.ts';
import { developerApiSource } from './developer-api.ts';
import { metadataApiSource } from './metadata-api.ts';
import type { SpecSource } from './source.ts';

/** The environment variables that are read. A credential is never taken from an argument. */
export const ACCESS_TOKEN_VARIABLE = 'XANO_ACCESS_TOKEN';
export const DEVELOPER_API_KEY_VARIABLE = 'XANO_DEVELOPER_API_KEY';
export const MASTER_URL_VARIABLE = 'XANO_MASTER_URL';

/** Xano's own master service. Source: Xano's page on the Developer API, and docs.xano.com. */
export const MASTER_URL = 'https://app.xano.com';

export interface SourceOptions {
  /** The master service, unless it is Xano's own; XANO_MASTER_URL is read when this is absent. */
  readonly masterUrl?: string;
  /** Self-hosted instances by their URL: they are asked instead of a master service (Metadata API only). */
  readonly instanceUrls?: readonly string[];
  /** Whether the Developer API's own document of each instance is fetched too; off unless said otherwise. */
  readonly includeInstanceApi?: boolean;
  /**
   * The hosts that instances and API groups may name: names or globs, `!` before one leaves it
   * out. Any unless given. Addresses that stand in these options are always allowed.
   */
  readonly allowedHosts?: readonly string[];
  /** Told of every secret before it is first used, those inside URLs included. */
  readonly onSecret?: (secret: string) => void;
}

/**
 * Chooses the source by which credential the environment holds: XANO_ACCESS_TOKEN for the
 * Metadata API, XANO_DEVELOPER_API_KEY for the Developer API.
 *
 * @throws ConfigurationError NO_CREDENTIAL, TWO_CREDENTIALS, BAD_CREDENTIAL, WRONG_SOURCE or SAME_INSTANCE
 * @throws RequestError URL_REFUSED when an address is none that may be asked
 */
export function sourceFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  options: SourceOptions = {},
): SpecSource {
  const secrets = new Secrets(options.onSecret);
  const token = credentialIn(env, ACCESS_TOKEN_VARIABLE, secrets);
  const key = credentialIn(env, DEVELOPER_API_KEY_VARIABLE, secrets);
  const { masterUrl, instanceUrls = [], includeInstanceApi = false, allowedHosts = [] } = options;
  if (token !== null && key !== null) {
    throw new ConfigurationError(
      'TWO_CREDENTIALS',
      `Both ${ACCESS_TOKEN_VARIABLE} and ${DEVELOPER_API_KEY_VARIABLE} are set, and they stand for different APIs.`,
      `Leave one of them unset. ${ACCESS_TOKEN_VARIABLE} (Metadata API) is the better choice: the Developer API is deprecated.`,
    );
  }
  const master =
    masterUrl === undefined
      ? addressOf(
          env[MASTER_URL_VARIABLE] || MASTER_URL,
          `The URL of the master service in ${MASTER_URL_VARIABLE}`,
        )
      : addressOf(masterUrl, 'The URL of the master service');
  if (token !== null) {
    if (includeInstanceApi) throw wrongSource("The document of an instance's own Developer API");
    const instances = addressesOf(instanceUrls);
    const source = metadataApiSource({
      token,
      variable: ACCESS_TOKEN_VARIABLE,
      masterUrl: master,
      instanceUrls: instances,
      secrets,
    });
    return guarded(source, [master, ...instances], allowedHosts);
  }
  if (key === null) {
    throw new ConfigurationError(
      'NO_CREDENTIAL',
      `There is no credential: neither ${ACCESS_TOKEN_VARIABLE} nor ${DEVELOPER_API_KEY_VARIABLE} is set.`,
      `To set one, ${HOW_TO_MAKE['metadata-api']}. In a workflow, keep it in a secret of that name.`,
    );
  }
  if (instanceUrls.length > 0) {
    throw new ConfigurationError(
      'WRONG_SOURCE',
      'Instances by URL are asked through the Metadata API, and the credential is one for the Developer API.',
      `Put an access token of the instance into ${ACCESS_TOKEN_VARIABLE} instead of the key.`,
    );
  }
  const source = developerApiSource({
    key,
    variable: DEVELOPER_API_KEY_VARIABLE,
    masterUrl: master,
    includeInstanceApi,
    secrets,
  });
  return guarded(source, [master], allowedHosts);
}

/** The same source, which asks no other hosts than these and those that the patterns allow. */
function guarded(source: SpecSource, named: readonly URL[], patterns: readonly string[]): SpecSource {
  if (patterns.length === 0) return source;
  return { ...source, open: (http) => source.open(withAllowedHosts(http, { patterns, named })) };
}

/** The addresses of self-hosted instances, which are known by their host: two of one host would be one in a snapshot. */
function addressesOf(instanceUrls: readonly string[]): URL[] {
  const urls = instanceUrls.map((url) => addressOf(url, 'The URL of an instance'));
  const twice = urls.find(({ host }, index) => urls.findIndex((other) => other.host === host) !== index);
  if (twice === undefined) return urls;
  throw new ConfigurationError(
    'SAME_INSTANCE',
    `Two URLs of instances have the host ${twice.host}, and a snapshot knows an instance by its host.`,
    'Give each host once; instances that share one need a run and a folder of their own.',
  );
}

/** Gives the credential in a variable; white space around it, as pasting leaves it, doesn't count. */
function credentialIn(
  env: Readonly<Record<string, string | undefined>>,
  variable: string,
  secrets: Secrets,
): string | null {
  const value = env[variable]?.trim() ?? '';
  if (value === '') return null;
  secrets.add(value);
  if (/^[\x21-\x7e]+$/.test(value) && !/["'`]/.test(value)) return value;
  throw new ConfigurationError(
    'BAD_CREDENTIAL',
    `${variable} holds a space, a quote, a line break or another character that no credential of Xano has.`,
    'Paste it again, alone: without quotes, without "Bearer" and without anything around it.',
  );
}

function wrongSource(what: string): ConfigurationError {
  return new ConfigurationError(
    'WRONG_SOURCE',
    `${what} can only be had with a Developer API key, and the credential is an access token.`,
    `Leave it out, or set ${DEVELOPER_API_KEY_VARIABLE} instead of ${ACCESS_TOKEN_VARIABLE}.`,
  );
}
