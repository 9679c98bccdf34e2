import { isPlaceholder } from '../placeholder.ts';
import type { Detector } from './detector.ts';

/** What the name of a property or parameter that takes a secret ends with, without its separators. */
const SECRET_NAME =
  /(?:password|passwd|pwd|passphrase|secret|(?:api|private|secret|access)key|(?:access|auth|refresh|session|bearer|api)token|^token|^pass)$/;

const SHORTEST = 6;
const LONGEST = 4096;

/** Default values and examples of a property or parameter whose name says that it is a secret. */
export const detectPasswords: Detector = (text, { name, illustrates }) => {
  if (!illustrates || name === null || text.length < SHORTEST || text.length > LONGEST) return [];
  if (
    !SECRET_NAME.test(
      name
        .slice(-LONGEST)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ''),
    )
  )
    return [];
  if (/\s/.test(text) || isPlaceholder(text)) return [];
  return [{ kind: 'password', start: 0, end: text.length, preview: `•••• (${text.length} characters)` }];
};
