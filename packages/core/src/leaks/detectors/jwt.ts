import { mask } from '../mask.ts';
import type { Detector } from './detector.ts';

/** Three parts (JWS) or five (JWE); `eyJ` is how base64url begins the `{"` of a header (RFC 7519). */
const JWT =
  /(?<![\w-])eyJ[\w-]{8,16384}\.[\w-]{0,16384}\.[\w-]{0,16384}(?:\.[\w-]{0,16384}\.[\w-]{0,16384})?/g;

/** The signature of the token that jwt.io shows to everybody. */
const PUBLIC_SIGNATURE = 'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c';

/** JSON Web Tokens, signed or encrypted, whose header names an algorithm. */
export const detectJwts: Detector = (text) => {
  if (!text.includes('eyJ')) return [];
  return Array.from(text.matchAll(JWT))
    .filter(([token]) => isToken(token))
    .map(({ 0: token, index }) => ({
      kind: 'jwt',
      start: index,
      end: index + token.length,
      preview: mask(token),
    }));
};

function isToken(token: string): boolean {
  const [header = '', , signature] = token.split('.');
  if (signature === PUBLIC_SIGNATURE) return false;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && 'alg' in parsed;
  } catch {
    return false;
  }
}
