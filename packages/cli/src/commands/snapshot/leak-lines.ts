import type { Leak, LeakKind, SnapshotRow } from '@xano-specs/core';
import { safeLine } from '../../terminal/safe-text.ts';
import { count } from '../../words.ts';

/** How many places of one document are named. */
const NAMED = 5;

const KINDS: Readonly<Record<LeakKind, string>> = {
  jwt: 'a JSON Web Token',
  'api-key': 'an API key',
  'private-key': 'a private key',
  email: 'an e-mail address',
  'signed-link': 'a signed link',
  'url-password': 'a password in a link',
  bearer: 'a bearer token',
  password: 'a password',
};

/** What documents hold that should not be in a repository: the places, never the whole of it. */
export function leakLines(rows: readonly SnapshotRow[], redacted: boolean): string[] {
  return rows.flatMap((row) => (row.leakCount === 0 ? [] : linesOf(row, redacted)));
}

function linesOf({ group, path, leaks, leakCount }: SnapshotRow, redacted: boolean): string[] {
  const name = `${safeLine(group.workspace.name)} / ${safeLine(group.group.name)}`;
  const more = leakCount - Math.min(NAMED, leaks.length);
  return [
    redacted
      ? `${name}: ${count(leakCount, 'credential or piece of personal data was', 'credentials and pieces of personal data were')} replaced`
      : `${name} holds what looks like credentials or personal data, and a commit publishes it:`,
    ...leaks.slice(0, NAMED).map((leak) => `  ${lineOf(leak, path)}`),
    ...(more > 0 ? [`  and ${more.toLocaleString('en-US')} more`] : []),
    ...(redacted ? [] : ['  Take it out in Xano, or take the snapshot with --redact.']),
  ];
}

function lineOf({ kind, pointer, preview }: Leak, path: string | null): string {
  return `${KINDS[kind]}, ${safeLine(preview)}, at ${safeLine(`${path ?? ''}#${pointer}`)}`;
}
