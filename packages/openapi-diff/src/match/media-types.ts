import type { MediaType } from '../contract/contract.ts';
import { rangeCovers } from '../contract/media-range.ts';

/** Two media types that carry the same message, and what became of the range. */
export interface MediaTypePair {
  readonly base: MediaType;
  readonly head: MediaType;
  /** `generalised`: the head's range holds the base's and more. */
  readonly relation: 'same' | 'generalised' | 'specialised';
}

/** The media types of two sides, matched. */
export interface MatchedMediaTypes {
  readonly pairs: readonly MediaTypePair[];
  readonly removed: readonly MediaType[];
  readonly added: readonly MediaType[];
}

/**
 * Matches media types by range: equal ones first, then one that covers the other. A
 * wildcard may cover many; by its `+json` suffix or its parameters a media type is matched
 * with one only, which is taken for the same message under a more or less precise name.
 */
export function matchMediaTypes(base: readonly MediaType[], head: readonly MediaType[]): MatchedMediaTypes {
  const pairs: MediaTypePair[] = [];
  const bases = new Set(base);
  const heads = new Set(head);
  const pair = (one: MediaType, other: MediaType, relation: MediaTypePair['relation']): void => {
    pairs.push({ base: one, head: other, relation });
    bases.delete(one);
    heads.delete(other);
  };
  for (const sameText of [true, false]) {
    for (const one of bases) {
      const other = find(heads, (candidate) =>
        sameText ? candidate.name === one.name : candidate.range === one.range,
      );
      if (other !== null) pair(one, other, 'same');
    }
  }
  // What is written twice with one meaning on a side (with and without a charset) is matched twice.
  for (const one of bases) {
    const other = head.find((candidate) => candidate.range === one.range);
    if (other !== undefined) pair(one, other, 'same');
  }
  for (const other of heads) {
    const one = base.find((candidate) => candidate.range === other.range);
    if (one !== undefined) pair(one, other, 'same');
  }
  const free = { bases: new Set(bases), heads: new Set(heads) };
  for (const one of free.bases) {
    for (const other of free.heads) {
      if (isWildcard(other) && rangeCovers(other.range, one.range)) pair(one, other, 'generalised');
      else if (isWildcard(one) && rangeCovers(one.range, other.range)) pair(one, other, 'specialised');
    }
  }
  for (const one of bases) {
    const wider = find(heads, (candidate) => rangeCovers(candidate.range, one.range));
    if (wider !== null) {
      pair(one, wider, 'generalised');
      continue;
    }
    const narrower = find(heads, (candidate) => rangeCovers(one.range, candidate.range));
    if (narrower !== null) pair(one, narrower, 'specialised');
  }
  return { pairs, removed: [...bases], added: [...heads] };
}

function isWildcard({ range }: MediaType): boolean {
  return range.includes('*');
}

function find(among: ReadonlySet<MediaType>, matches: (candidate: MediaType) => boolean): MediaType | null {
  for (const candidate of among) if (matches(candidate)) return candidate;
  return null;
}
