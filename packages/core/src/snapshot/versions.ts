/** What a change means for the version of an API group: it breaks somebody, it adds something, or neither. */
export type VersionStep = 'major' | 'minor' | 'patch';

/** The version of an API group whose document was never in the snapshot before. */
export const FIRST_VERSION = '1.0.0';

/** A version as a manifest holds it: three numbers of at most nine digits. */
export const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}$/;

/** The largest number that a version may hold; there it stays, rather than make a manifest that can't be read. */
const LARGEST = 999_999_999;

/**
 * The version after a change, as Semantic Versioning 2.0.0 has it (items 6 to 8,
 * https://semver.org): a larger number sets those behind it to zero.
 */
export function nextVersion(version: string, step: VersionStep): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const up = (number: number) => Math.min(number + 1, LARGEST);
  if (step === 'major') return `${up(major)}.0.0`;
  return step === 'minor' ? `${major}.${up(minor)}.0` : `${major}.${minor}.${up(patch)}`;
}
