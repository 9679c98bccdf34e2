import { randomBytes } from 'node:crypto';

/** Gives a random text like the keys and tokens that Xano shows once. */
export function opaque(bytes = 48): string {
  return randomBytes(bytes).toString('base64url');
}

/** Gives five parts that look like an encrypted JWT (A256KW): its expiry can't be read by who holds it. */
export function encryptedToken(): string {
  const header = part({ alg: 'A256KW', enc: 'A256CBC-HS512', zip: 'DEF' });
  return [header, opaque(72), opaque(16), opaque(180), opaque(32)].join('.');
}

/** Gives three parts that look like a JWT signed with RS256: its claims can be read by anyone. */
export function signedToken(claims: Readonly<Record<string, unknown>>): string {
  return [part({ typ: 'JWT', alg: 'RS256' }), part(claims), opaque(256)].join('.');
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
