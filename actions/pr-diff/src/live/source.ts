import {
  ACCESS_TOKEN_VARIABLE,
  DEVELOPER_API_KEY_VARIABLE,
  type SpecSource,
  sourceFromEnvironment,
} from '@xano-specs/core';
import { InputError } from '../errors.ts';
import type { Inputs } from '../inputs.ts';

/** Whether the inputs hold a credential for Xano at all. */
export function hasCredential(inputs: Inputs): boolean {
  return inputs['xano-access-token'] !== '' || inputs['xano-developer-api-key'] !== '';
}

/**
 * The account that the inputs name.
 * @param onSecret told of every secret before it is used
 * @throws InputError when they hold no credential, or two
 * @throws ConfigurationError when a credential or a URL can't be used
 */
export function liveSource(inputs: Inputs, onSecret: (secret: string) => void): SpecSource {
  const { 'xano-access-token': token, 'xano-developer-api-key': key, 'instance-url': instance } = inputs;
  if (token !== '' && key !== '') {
    throw new InputError('Both xano-access-token and xano-developer-api-key are given.', {
      hint: 'Remove one of them: each selects another of the two APIs of Xano.',
    });
  }
  if (!hasCredential(inputs)) {
    throw new InputError('compare: live needs a credential for Xano, and none is given.', {
      hint: 'Set xano-access-token (or xano-developer-api-key) to a secret that exists: a name that is misspelt is empty.',
    });
  }
  return sourceFromEnvironment(
    token === '' ? { [DEVELOPER_API_KEY_VARIABLE]: key } : { [ACCESS_TOKEN_VARIABLE]: token },
    {
      onSecret,
      ...(instance === '' ? { masterUrl: inputs['master-url'] } : { instanceUrls: [instance] }),
    },
  );
}
