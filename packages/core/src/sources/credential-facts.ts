import * as z from 'zod';
import { plain } from '../http/words.ts';

/** What a credential tells of itself without a call: the claims of a JWT can be read by who holds it. */
export interface CredentialFacts {
  readonly shape: /** A JWT that says that it is for the Metadata API. */
    | 'metadata-token'
    /** A JWT that is for something else, such as the users of an API. */
    | 'other-token'
    /** An encrypted JWT: the token of one instance, as the Developer API hands out. */
    | 'encrypted-token'
    /** The beginning or a piece of a JWT, as copying by hand leaves it. */
    | 'cut-token'
    /** No JWT: what a Developer API key looks like. */
    | 'opaque';
  /** Milliseconds since 1970, or null when it doesn't say. */
  readonly expiresAt: number | null;
}

/** The audience of the Metadata API's tokens. Source: tokens as Xano makes them. */
const METADATA_AUDIENCE = 'xano:meta';

/** How every JWT begins: `{"`, in base64url (RFC 7515, 3.1). */
const JWT_START = /^eyJ/;

/** The moments that can be told as a date, in seconds since 1970: beyond these a year has more than four digits. */
const FIRST_SECOND = Date.parse('0000-01-01T00:00:00Z') / 1000;
const LAST_SECOND = Date.parse('9999-12-31T23:59:59Z') / 1000;

const claimsSchema = z.object({
  aud: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  exp: z.number().optional().catch(undefined),
});

/** Reads what a credential tells of itself. Nothing in it is checked: that is Xano's to do. */
export function credentialFacts(credential: string): CredentialFacts {
  const parts = credential.split('.');
  if (parts.length === 5 && jsonPart(parts[0]) !== null) return { shape: 'encrypted-token', expiresAt: null };
  const claims = parts.length === 3 ? claimsSchema.safeParse(jsonPart(parts[1])) : null;
  if (claims?.success !== true) {
    return { shape: JWT_START.test(credential) ? 'cut-token' : 'opaque', expiresAt: null };
  }
  const { aud, exp } = claims.data;
  return {
    shape: [aud].flat().includes(METADATA_AUDIENCE) ? 'metadata-token' : 'other-token',
    expiresAt: exp !== undefined && FIRST_SECOND <= exp && exp <= LAST_SECOND ? exp * 1000 : null,
  };
}

/** Gives a moment as a date, `2026-11-27`. */
export function dateOf(at: number): string {
  return plain(new Date(at).toISOString().slice(0, 10));
}

function jsonPart(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
