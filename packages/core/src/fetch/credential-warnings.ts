import type { FetchEvent } from '../http/events.ts';
import { count } from '../http/words.ts';
import { HOW_TO_MAKE, mixUp } from '../sources/credential-advice.ts';
import { dateOf } from '../sources/credential-facts.ts';
import type { SpecSource } from '../sources/source.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * How many days before its end a token is warned of, unless said otherwise: a long weekend and
 * a working day, and fewer than the 7 days that Xano gives a token by default, so that a
 * fresh one is not warned of at once. Source: docs.xano.com, Metadata API.
 */
export const DEFAULT_WARN_TOKEN_DAYS = 5;

/** From when on a person is warned of a token's end. */
export interface CredentialWarningOptions {
  /** How many days before the token expires: 5 unless said otherwise. */
  readonly warnTokenDays?: number;
}

/** Whether a token expires so soon, or has expired, that a person should know. */
export function expiresSoon(
  expiresAt: number,
  now: number,
  { warnTokenDays = DEFAULT_WARN_TOKEN_DAYS }: CredentialWarningOptions,
): boolean {
  return expiresAt - now <= warnTokenDays * DAY_MS;
}

/** "in 3 days", "in less than a day" */
export function timeLeft(expiresAt: number, now: number): string {
  const days = Math.floor((expiresAt - now) / DAY_MS);
  return days === 0 ? 'in less than a day' : `in ${count(days, 'day')}`;
}

/** Gives what a credential tells of itself, without a call, that a person should know. */
export function credentialWarnings(
  source: SpecSource,
  now: number,
  options: CredentialWarningOptions = {},
): FetchEvent[] {
  const { api, variable, credential } = source;
  const mixed = mixUp(api, credential);
  if (mixed !== null) {
    const message = `${variable} ${mixed.what}.`;
    return [{ kind: 'warning', code: 'WRONG_CREDENTIAL_KIND', message, hint: mixed.remedy }];
  }
  return [...(api === 'developer-api' ? [deprecated()] : []), ...expiryWarnings(source, now, options)];
}

/** Source: Xano's page on the Developer API, which names the Metadata API as its successor. */
function deprecated(): FetchEvent {
  return {
    kind: 'warning',
    code: 'SOURCE_DEPRECATED',
    message: 'The Developer API is deprecated, and Xano may switch it off.',
    hint: `To move to the Metadata API, ${HOW_TO_MAKE['metadata-api']}; then remove XANO_DEVELOPER_API_KEY. The snapshots stay the same.`,
  };
}

function expiryWarnings(
  { api, variable, credential: { expiresAt } }: SpecSource,
  now: number,
  options: CredentialWarningOptions,
): FetchEvent[] {
  if (expiresAt === null || !expiresSoon(expiresAt, now, options)) return [];
  const over = expiresAt <= now;
  const when = over
    ? `expired on ${dateOf(expiresAt)}`
    : `expires ${timeLeft(expiresAt, now)}, on ${dateOf(expiresAt)}`;
  return [
    {
      kind: 'warning',
      code: over ? 'TOKEN_EXPIRED' : 'TOKEN_EXPIRES_SOON',
      message: `The token in ${variable} ${when}.`,
      hint: `To go on, ${HOW_TO_MAKE[api]}.`,
    },
  ];
}
