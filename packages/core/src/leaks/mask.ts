/** How much of a secret may be shown at most, in characters and as a share of it. */
const SHOWN = 4;
const SHOWN_SHARE = 1 / 4;

/** Enough of a secret to recognise it by, never the whole: its first characters and its length. */
export function mask(secret: string): string {
  const shown = Math.min(SHOWN, Math.floor(secret.length * SHOWN_SHARE));
  return `${secret.slice(0, shown)}… (${secret.length} characters)`;
}
