import { createHash } from 'node:crypto';

/** What a commit changes: every path with the object that it has afterwards, null for one that is gone. */
export type ChangedObjects = ReadonlyMap<string, string | null>;

const TRAILER = 'Xano-Specs-Content';

/** The last line of a message, as git's trailers are written. */
const MARK = new RegExp(`^${TRAILER}: ([0-9a-f]{64})$`, 'm');

/** What a hash is made of. */
export interface Marked {
  /** Who makes such commits: others that share the branch have another scope, and count as people. */
  readonly scope: string;
  readonly changes: ChangedObjects;
}

/**
 * A commit message with the hash of what the commit changes. It tells commits that were made here
 * from people's on a branch where both are at home: whoever copies or amends a commit changes its
 * author, its signature or its content, and only the content can be checked with every token and
 * on every server.
 */
export function markedMessage(message: string, marked: Marked): string {
  return `${message.trimEnd()}\n\n${TRAILER}: ${hashOf(marked)}`;
}

/** Whether a message says that the commit was made here. */
export function isMarked(message: string): boolean {
  return MARK.test(message);
}

/** Whether a commit changes what its message says, and nothing else. */
export function holdsMark(message: string, marked: Marked): boolean {
  return MARK.exec(message)?.[1] === hashOf(marked);
}

function hashOf({ scope, changes }: Marked): string {
  const hash = createHash('sha256').update(`${scope}\n`);
  for (const path of [...changes.keys()].sort()) hash.update(`${path}\0${changes.get(path) ?? ''}\n`);
  return hash.digest('hex');
}
