import type { FetchEvent } from '../http/events.ts';
import { HOW_TO_MAKE, mixUp } from '../sources/credential-advice.ts';
import { dateOf } from '../sources/credential-facts.ts';
import type { SpecSource } from '../sources/source.ts';

const DAY_MS = 24 * 3_600_000;

/** How long before its end a token is warned of: time enough to make another within a working week. */
export const EXPIRY_WARNING_MS = 3 * DAY_MS;

/** Gives what a credential tells of itself, without a call, that a person should know. */
export function credentialWarnings({ api, variable, credential }: SpecSource, now: number): FetchEvent[] {
  const mixed = mixUp(api, credential);
  if (mixed !== null) {
    const message = `${variable} ${mixed.what}.`;
    return [{ kind: 'warning', code: 'WRONG_CREDENTIAL_KIND', message, hint: mixed.remedy }];
  }
  const { expiresAt } = credential;
  if (expiresAt === null || expiresAt - now > EXPIRY_WARNING_MS) return [];
  const over = expiresAt <= now;
  return [
    {
      kind: 'warning',
      code: over ? 'TOKEN_EXPIRED' : 'TOKEN_EXPIRES_SOON',
      message: `The access token in ${variable} ${over ? 'expired' : 'expires'} on ${dateOf(expiresAt)}.`,
      hint: `To go on, ${HOW_TO_MAKE[api]}.`,
    },
  ];
}
