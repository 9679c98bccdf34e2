/** A file that differs between two trees, in GitHub's words. */
export interface FileDiff {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** The blob at the newer side; at the older one for a removed file. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
}

const STATUS: Readonly<Record<string, FileDiff['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

/** Reads what `git diff-tree -r -M -z --raw --numstat` prints: the raw records, then the numbers. */
export function parseDiff(printed: Buffer): FileDiff[] {
  const fields = printed.toString('utf8').split('\0');
  const raw: Omit<FileDiff, 'additions' | 'deletions'>[] = [];
  const numbers = new Map<string, { additions: number; deletions: number }>();
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? '';
    if (field.startsWith(':')) {
      const [, , before = '', after = '', letter = ''] = field.split(' ');
      const renamed = letter.startsWith('R');
      const first = fields[++at] ?? '';
      const path = renamed ? (fields[++at] ?? '') : first;
      const status = STATUS[letter.charAt(0)] ?? 'changed';
      raw.push({
        path,
        previousPath: renamed ? first : null,
        status,
        sha: status === 'removed' ? before : after,
      });
    } else if (field !== '') {
      const [additions = '', deletions = '', inline = ''] = field.split('\t');
      // A rename leaves the path empty and puts the old and the new name into fields of their own.
      if (inline === '') at += 2;
      const path = inline === '' ? (fields[at] ?? '') : inline;
      numbers.set(path, { additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
    }
  }
  return raw.map((file) => ({ ...file, ...(numbers.get(file.path) ?? { additions: 0, deletions: 0 }) }));
}
