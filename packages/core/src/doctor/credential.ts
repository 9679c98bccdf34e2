import { EXPIRY_WARNING_MS } from '../fetch/credential-warnings.ts';
import { count } from '../http/words.ts';
import { HOW_TO_MAKE, mixUp } from '../sources/credential-advice.ts';
import { dateOf } from '../sources/credential-facts.ts';
import type { SpecSource } from '../sources/source.ts';
import type { Diagnosis } from './diagnosis.ts';
import { finding } from './make-diagnosis.ts';

const DAY_MS = 24 * 3_600_000;

/** Looks at the credential without a call: whether it is of the right kind, and until when it is good. */
export function* diagnoseCredential(source: SpecSource, now: number): Generator<Diagnosis, void, undefined> {
  const { api, variable, credential } = source;
  const mixed = mixUp(api, credential);
  if (mixed !== null) {
    yield finding('problem', 'credential', `${variable} ${mixed.what}`, { remedy: mixed.remedy });
    return;
  }
  yield api === 'metadata-api'
    ? finding('ok', 'credential', `${variable} is a Metadata API token`)
    : finding('ok', 'credential', `${variable} may be a Developer API key`, {
        detail:
          'the Developer API is deprecated; an access token in XANO_ACCESS_TOKEN gives the same snapshots',
      });
  if (credential.expiresAt !== null) yield expiry(source, credential.expiresAt, now);
}

function expiry({ api, variable }: SpecSource, expiresAt: number, now: number): Diagnosis {
  const date = dateOf(expiresAt);
  const remedy = `To go on, ${HOW_TO_MAKE[api]}.`;
  if (expiresAt <= now) {
    return finding('problem', 'expiry', `The token in ${variable} expired on ${date}`, { remedy });
  }
  const days = Math.floor((expiresAt - now) / DAY_MS);
  const left = days === 0 ? 'in less than a day' : `in ${count(days, 'day')}`;
  const what = `The token in ${variable} expires ${left}, on ${date}`;
  return expiresAt - now > EXPIRY_WARNING_MS
    ? finding('ok', 'expiry', what)
    : finding('warning', 'expiry', what, { remedy });
}
