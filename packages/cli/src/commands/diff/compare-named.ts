import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXCEPTIONS_PATH, type Exception, parseExceptions } from '@xano-specs/openapi-diff';
import { CommandError } from '../../errors.ts';
import { readText } from '../../files.ts';
import type { Shell } from '../../shell.ts';
import type { LiveSide } from '../../sides/live-side.ts';
import { openSide } from '../../sides/open-side.ts';
import type { Side } from '../../sides/side.ts';
import type { SourceFlags } from '../source-options.ts';
import type { TextFlags } from '../text-options.ts';
import { type Comparison, compareSides, type Look } from './compare.ts';
import { type ComparisonFlags, policySettingsOf } from './flags.ts';

/** A comparison, and what of Xano as it is now could not be compared. */
export interface NamedComparison extends Comparison {
  readonly missing: readonly string[];
}

/** What else is wanted of a comparison. */
export interface Watcher {
  /** Is shown each document while it is at hand. */
  readonly look: Look;
  /** Is shown both sides before they are closed. */
  readonly sides: (base: Side, head: Side) => Promise<void>;
}

const NOBODY_WATCHES: Watcher = { look: () => undefined, sides: async () => undefined };

/** How Xano as it is now is written; a folder of that name is `./live`. */
const LIVE = 'live';

/**
 * Compares two sides as a command names them, by its options.
 * @throws CommandError, or an error of the engine, when they can't be compared
 */
export async function compareNamed(
  base: string,
  head: string,
  flags: ComparisonFlags,
  shell: Shell,
  {
    source = {},
    watcher = NOBODY_WATCHES,
  }: { readonly source?: SourceFlags & TextFlags; readonly watcher?: Watcher } = {},
): Promise<NamedComparison> {
  if (base === LIVE) {
    throw new CommandError(
      'USAGE',
      'Xano as it is now can only be the second side, since it comes after the snapshot.',
      'Put it second, as in: specs live. A file or folder of that name is ./live',
    );
  }
  if (base === '-' && head === '-') {
    throw new CommandError('USAGE', 'Both sides are standard input.', 'Give a file for one of them.');
  }
  const exceptions = await exceptionsOf(flags.exceptions, shell.workingDirectory);
  await using baseSide = await openSide(base, shell);
  const live = head === LIVE ? await openLive(baseSide, source, shell) : null;
  await using headSide = live?.side ?? (await openSide(head, shell));
  const options = {
    now: shell.now(),
    policy: policySettingsOf(flags),
    group: flags.group,
    ...(exceptions === null ? {} : { exceptions }),
  };
  const comparison = await compareSides(baseSide, headSide, options, watcher.look);
  await watcher.sides(baseSide, headSide);
  return { ...comparison, missing: live?.missing ?? [] };
}

/** What asks Xano is loaded only when it is needed. */
async function openLive(snapshot: Side, source: SourceFlags & TextFlags, shell: Shell): Promise<LiveSide> {
  const { liveSide } = await import('../../sides/live-side.ts');
  return liveSide(snapshot, source, shell);
}

async function exceptionsOf(
  wanted: string | false | undefined,
  workingDirectory: string,
): Promise<Exception[] | null> {
  if (wanted === false) return null;
  if (typeof wanted === 'string') return parseExceptions(await readText(wanted, workingDirectory), wanted);
  const isThere = await access(resolve(workingDirectory, EXCEPTIONS_PATH)).then(
    () => true,
    () => false,
  );
  return isThere ? parseExceptions(await readText(EXCEPTIONS_PATH, workingDirectory)) : null;
}
