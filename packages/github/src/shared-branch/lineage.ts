import { createHash } from 'node:crypto';

const TRAILER = 'Xano-Specs-Before';

/** As git's trailers are written: a hash, and after it the names of commits. */
const LINE = new RegExp(`^${TRAILER}: ([0-9a-f]{64})((?: [0-9a-f]{40})*)$`, 'm');

/** Commits of people that a message names; with more of them it tells nothing, so that it stays short. */
const MOST_NAMED = 100;

/** The commits of a branch that come before another one, and those of them that people made. */
export interface Lineage {
  readonly before: readonly string[];
  readonly people: readonly string[];
}

/**
 * A message that says which of the commits before it are people's, so that whoever finds it to be
 * ours knows that of all of them: a branch that waits for months is judged once, not in each run.
 */
export function withLineage(message: string, { before, people }: Lineage): string {
  if (before.length === 0 || people.length > MOST_NAMED) return message;
  return `${message.trimEnd()}\n\n${[`${TRAILER}: ${hashOf(before)}`, ...people].join(' ')}`;
}

/**
 * Those of the commits before it that are people's by a message; null when it does not tell of
 * exactly these commits, since its base is another one now, or has taken some of them in.
 */
export function peopleBefore(message: string, before: ReadonlySet<string>): ReadonlySet<string> | null {
  if (before.size === 0) return new Set();
  const [, hash, people = ''] = LINE.exec(message) ?? [];
  return hash === hashOf(before) ? new Set(people.split(' ').filter((oid) => oid !== '')) : null;
}

/** Those of the commits from which a commit descends. */
export function ancestorsOf(
  oid: string,
  commits: Iterable<{ readonly oid: string; readonly parents: readonly string[] }>,
): ReadonlySet<string> {
  const parentsOf = new Map([...commits].map((commit) => [commit.oid, commit.parents]));
  const found = new Set<string>();
  const next = [...(parentsOf.get(oid) ?? [])];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    const parents = parentsOf.get(one);
    if (parents === undefined || found.has(one)) continue;
    found.add(one);
    next.push(...parents);
  }
  return found;
}

function hashOf(commits: Iterable<string>): string {
  return createHash('sha256')
    .update([...commits].sort().join('\n'))
    .digest('hex');
}
