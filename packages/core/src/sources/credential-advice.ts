import { type CredentialFacts, dateOf } from './credential-facts.ts';
import type { SourceApi } from './source.ts';

/** Where a person makes a new credential for each of the APIs. */
export const HOW_TO_MAKE: Readonly<Record<SourceApi, string>> = {
  'metadata-api':
    'make a new access token in Xano under Instances → your instance → Metadata API, with Workspace API: Read and Instance Workspace: Read, and put it into XANO_ACCESS_TOKEN',
  'developer-api':
    "keys can't be read again once made: create a new one on the Account page and put it into XANO_DEVELOPER_API_KEY",
};

/** What a credential is when it is not of the kind that its variable is for; null when it may well be. */
export function mixUp(api: SourceApi, { shape }: CredentialFacts): { what: string; remedy: string } | null {
  if (shape === 'encrypted-token') {
    return {
      what: 'holds the token of a single instance',
      remedy: `Such tokens are handed out during a run: ${HOW_TO_MAKE[api]}.`,
    };
  }
  if (shape === 'cut-token') {
    return {
      what: 'holds only a part of a token',
      remedy: 'Copy the token again, from its first character to its last.',
    };
  }
  if (api === 'developer-api' && shape === 'metadata-token') {
    return {
      what: 'holds a Metadata API access token',
      remedy:
        'Put it into XANO_ACCESS_TOKEN and leave XANO_DEVELOPER_API_KEY unset; in a workflow, give it to the input xano-access-token instead.',
    };
  }
  if (shape === 'other-token') {
    return {
      what: 'holds a token that is not for the Metadata API, probably of a user of an API',
      remedy: `${upperFirst(HOW_TO_MAKE[api])}.`,
    };
  }
  if (api === 'metadata-api' && shape === 'opaque') {
    return {
      what: 'does not hold a Metadata API access token; it looks like a Developer API key',
      remedy:
        'If it is one, put it into XANO_DEVELOPER_API_KEY and leave XANO_ACCESS_TOKEN unset; in a workflow, give it to the input xano-developer-api-key instead.',
    };
  }
  return null;
}

/** What to do when Xano refuses a credential, given what it tells of itself. */
export function refusedAdvice(api: SourceApi, variable: string, facts: CredentialFacts, now: number): string {
  const mixed = mixUp(api, facts);
  if (mixed !== null) return `${variable} ${mixed.what}. ${mixed.remedy}`;
  const expired =
    facts.expiresAt !== null && facts.expiresAt <= now ? `It expired on ${dateOf(facts.expiresAt)}. ` : '';
  return `${expired}${upperFirst(HOW_TO_MAKE[api])}.`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
