import { append } from '../append.ts';

/** A place in a text. Both count from 1; columns are UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The pointers whose positions are asked for, as a tree: what isn't in it can be skipped unread. */
export interface Wanted {
  readonly children: Map<string, Wanted>;
  position: Position | null;
}

/** A tree without any pointer but the root's. */
function emptyWanted(): Wanted {
  return { children: new Map(), position: null };
}

/** The tokens of an RFC 6901 JSON pointer, unescaped. */
function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The tree of these pointers. */
export function wantedTree(pointers: readonly string[]): Wanted {
  const root = emptyWanted();
  for (const pointer of pointers) {
    let node = root;
    for (const token of tokensOf(pointer)) {
      let child = node.children.get(token);
      if (child === undefined) {
        child = emptyWanted();
        node.children.set(token, child);
      }
      node = child;
    }
  }
  return root;
}

/** The position of a pointer, or of the nearest thing around it that has one; a document's start at worst. */
export function nearestPosition(root: Wanted, pointer: string): Position {
  let found = root.position ?? { line: 1, column: 1 };
  let node: Wanted | undefined = root;
  for (const token of tokensOf(pointer)) {
    node = node.children.get(token);
    if (node === undefined) break;
    found = node.position ?? found;
  }
  return found;
}

/** Forgets every position under and at a node: what was found there is overridden by a later key of the same name. */
export function forget(node: Wanted): void {
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    next.position = null;
    append(open, next.children.values());
  }
}
