import { XanoSpecsError } from '../http/errors.ts';
import type { SpecSource } from './source.ts';

/** The environment variables that are read. A credential is never taken from an argument. */
export const ACCESS_TOKEN_VARIABLE = 'XANO_ACCESS_TOKEN';
export const DEVELOPER_API_KEY_VARIABLE = 'XANO_DEVELOPER_API_KEY';
export const MASTER_URL_VARIABLE = 'XANO_MASTER_URL';

export interface SourceOptions {
  /** The master service, unless it is Xano's own; XANO_MASTER_URL is read when this is absent. */
  readonly masterUrl?: string;
  /** Self-hosted instances by their URL: they are asked instead of a master service (Metadata API only). */
  readonly instanceUrls?: readonly string[];
  /** Whether the Developer API's own document of each instance is fetched too; off unless said otherwise. */
  readonly includeInstanceApi?: boolean;
  /** Told of every secret before it is first used, those inside URLs included. */
  readonly onSecret?: (secret: string) => void;
}

/**
 * Chooses the source by which credential the environment holds: XANO_ACCESS_TOKEN for the
 * Metadata API, XANO_DEVELOPER_API_KEY for the Developer API.
 *
 * @throws ConfigurationError NO_CREDENTIAL, TWO_CREDENTIALS, BAD_CREDENTIAL, URL_REFUSED or WRONG_SOURCE
 */
export function sourceFromEnvironment(
  _env: Readonly<Record<string, string | undefined>>,
  _options: SourceOptions = {},
): SpecSource {
  throw new XanoSpecsError('NOT_BUILT', 'sourceFromEnvironment is being built.');
}
