/** A document of two folders: its path in each, null where there is none. */
export interface PathPair {
  /** What the report calls it: its path after, or before when it is gone. */
  readonly name: string;
  readonly base: string | null;
  readonly head: string | null;
}

/** Whose document each path holds; nothing for a folder that is no snapshot. */
export type Owners = ReadonlyMap<string, string>;

/**
 * Pairs the documents of two folders by their paths. Where both are snapshots, their manifests
 * say whose document each is: an API group that was renamed is one document that has moved.
 */
export function pairPaths(
  base: readonly string[],
  head: readonly string[],
  owners: { readonly base: Owners; readonly head: Owners },
): PathPair[] {
  const inHead = new Set(head);
  const headByOwner = new Map(
    [...owners.head].filter(([path]) => inHead.has(path)).map(([path, owner]) => [owner, path]),
  );
  const movedTo = (path: string) => headByOwner.get(owners.base.get(path) ?? '') ?? null;
  const taken = new Set(base.map(movedTo));
  const partnerOf = (path: string): string | null => {
    const moved = movedTo(path);
    if (moved !== null) return moved;
    // A path that now holds another group's document is no partner.
    const isOther = taken.has(path) || (owners.base.has(path) && owners.head.has(path));
    return inHead.has(path) && !isOther ? path : null;
  };
  const pairs = base.map((path) => ({ base: path, head: partnerOf(path) }));
  const met = new Set(pairs.map((pair) => pair.head));
  const gone = pairs.filter((pair) => pair.head === null);
  return [
    ...pairs.filter((pair) => pair.head !== null).map((pair) => ({ ...pair, name: pair.head ?? pair.base })),
    ...head.filter((path) => !met.has(path)).map((path) => ({ name: path, base: null, head: path })),
    // Where a group went and another took its path, both are reported, under names of their own.
    ...gone.map((pair) => ({ ...pair, name: inHead.has(pair.base) ? `${pair.base} (before)` : pair.base })),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
