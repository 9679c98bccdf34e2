import type { ListedOutcome } from '../fetch/outcome.ts';
import { SnapshotError } from './errors.ts';
import type { Manifest } from './manifest.ts';

/** How many removed files an error names. */
const NAMED = 5;

/** Documents of which at least one has to stay: of fewer, an account loses all in its ordinary life. */
const FEWEST_TO_LOSE = 2;

/**
 * Why a run must not go on: it would remove more than it may, or everything, which one list
 * that is empty by mistake is enough for, or the account is another one than the snapshot was
 * made from, where everything would seem to be gone. A caller that allows any number of
 * removals (Infinity) is taken at its word.
 *
 * @param removed every group that is gone
 * @param kept the paths after the run: what is gone from one of them was made anew under the same name
 */
export function refuse(
  manifest: Manifest,
  removed: readonly { readonly previousPath: string | null }[],
  kept: ReadonlySet<string>,
  listed: readonly ListedOutcome['scope'][],
  maxRemoved: number,
): SnapshotError | null {
  if (removed.length === 0 || maxRemoved === Number.POSITIVE_INFINITY) return null;
  if (isAnotherAccount(manifest, listed)) {
    const instances = [...new Set(manifest.groups.map(({ instance }) => instance.name))].join(', ');
    return new SnapshotError(
      'ANOTHER_ACCOUNT',
      `This account has none of the instances that the snapshot was made from (${instances}). Nothing was changed.`,
      {
        hint: 'Use a credential of the account that owns them, or write this account into a folder of its own. If they are gone for good, run again with max-removed set to any.',
      },
    );
  }
  const lost = removed.filter(({ previousPath }) => !kept.has(previousPath ?? ''));
  const names = named(lost.map(({ previousPath }) => previousPath ?? ''));
  if (lost.length >= FEWEST_TO_LOSE && kept.size === 0) {
    return new SnapshotError(
      'TOO_MANY_REMOVALS',
      `All ${lost.length} API groups are gone from Xano, and nothing would be left of the snapshot: ${names}. Nothing was changed.`,
      {
        hint: 'Look in Xano whether they are there, and run again. If they were deleted on purpose, run again with max-removed set to any.',
      },
    );
  }
  if (lost.length <= maxRemoved) return null;
  const groups = lost.length === 1 ? '1 API group is' : `${lost.length} API groups are`;
  return new SnapshotError(
    'TOO_MANY_REMOVALS',
    `${groups} gone from Xano, and one run may remove ${maxRemoved}: ${names}. Nothing was changed.`,
    { hint: `If they were deleted on purpose, run again with max-removed set to ${lost.length} or more.` },
  );
}

function named(paths: readonly string[]): string {
  const more = paths.length - NAMED;
  return `${paths.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function isAnotherAccount(manifest: Manifest, listed: readonly ListedOutcome['scope'][]): boolean {
  const account = listed.flatMap((scope) => (scope.level === 'account' ? [scope.instances] : []));
  if (account.length === 0) return false;
  const present = new Set(account.flat());
  return manifest.groups.every(({ instance }) => !present.has(instance.name));
}
