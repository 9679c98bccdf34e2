import type { Person } from './person.ts';

/** A commit as git tells it; dates are ISO 8601 with the zone Z. */
export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person & { readonly date: string };
  readonly committer: Person & { readonly date: string };
  readonly message: string;
}

/** The format for `git log` that parseCommits reads. */
export const COMMIT_FORMAT = '%H%x1f%T%x1f%P%x1f%an%x1f%ae%x1f%at%x1f%cn%x1f%ce%x1f%ct%x1f%B';

/** Reads what `git log -z` prints in COMMIT_FORMAT. */
export function parseCommits(printed: Buffer): Commit[] {
  return printed
    .toString('utf8')
    .split('\0')
    .filter((record) => record !== '')
    .map((record) => {
      const [
        sha = '',
        tree = '',
        parents = '',
        an = '',
        ae = '',
        at = '',
        cn = '',
        ce = '',
        ct = '',
        ...rest
      ] = record.split('\x1f');
      return {
        sha,
        tree,
        parents: parents === '' ? [] : parents.split(' '),
        author: { name: an, email: ae, date: isoSeconds(at) },
        committer: { name: cn, email: ce, date: isoSeconds(ct) },
        message: rest.join('\x1f').replace(/\n$/, ''),
      };
    });
}

function isoSeconds(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
