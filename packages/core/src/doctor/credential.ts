import { type CredentialWarningOptions, expiresSoon, timeLeft } from '../fetch/credential-warnings.ts';
import { HOW_TO_MAKE, mixUp } from '../sources/credential-advice.ts';
import { dateOf } from '../sources/credential-facts.ts';
import type { SpecSource } from '../sources/source.ts';
import type { Diagnosis } from './diagnosis.ts';
import { finding } from './make-diagnosis.ts';

/** Looks at the credential without a call: whether it is of the right kind, and until when it is good. */
export function* diagnoseCredential(
  source: SpecSource,
  now: number,
  options: CredentialWarningOptions = {},
): Generator<Diagnosis, void, undefined> {
  const { api, variable, credential } = source;
  const mixed = mixUp(api, credential);
  if (mixed !== null) {
    yield finding('problem', 'credential', `${variable} ${mixed.what}`, { remedy: mixed.remedy });
    return;
  }
  yield api === 'metadata-api'
    ? finding('ok', 'credential', `${variable} is a Metadata API token`)
    : finding('warning', 'credential', `${variable} may be a Developer API key`, {
        detail: 'the Developer API is deprecated, and Xano may switch it off',
        remedy: `To move to the Metadata API, ${HOW_TO_MAKE['metadata-api']}; the snapshots stay the same.`,
      });
  if (credential.expiresAt !== null) yield expiry(source, credential.expiresAt, now, options);
}

function expiry(
  { api, variable }: SpecSource,
  expiresAt: number,
  now: number,
  options: CredentialWarningOptions,
): Diagnosis {
  const date = dateOf(expiresAt);
  const remedy = `To go on, ${HOW_TO_MAKE[api]}.`;
  if (expiresAt <= now) {
    return finding('problem', 'expiry', `The token in ${variable} expired on ${date}`, { remedy });
  }
  const what = `The token in ${variable} expires ${timeLeft(expiresAt, now)}, on ${date}`;
  return expiresSoon(expiresAt, now, options)
    ? finding('warning', 'expiry', what, { remedy })
    : finding('ok', 'expiry', what);
}
